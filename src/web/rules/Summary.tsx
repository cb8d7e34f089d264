/** Beside the form: what is changed, each with its undoing, and everything the lints found, each with the way there. */
import { Button } from 'antd';
import { rulesWords } from '../words/rules.ts';
import { type Changed, changedIn, changeWords } from './changeWords.ts';
import { FindingLine } from './Findings.tsx';
import type { PlacedFinding, ShownThing } from './groups.ts';
import { anchorOf } from './ThingFields.tsx';

type Props = {
  readonly things: readonly ShownThing[];
  readonly findings: readonly PlacedFinding[];
  readonly undo: (place: string) => void;
  /** Opens the group a thing stands in, and goes there. */
  readonly show: (thing: ShownThing) => void;
};

export function Summary({ things, findings, undo, show }: Props) {
  const changed = changedIn(things);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <aside className="summary" aria-label={rulesWords.changesTitle}>
      <h2>
        {rulesWords.changesTitle} <span className="h1-more">{rulesWords.changes(changed.length)}</span>
      </h2>
      {changed.length === 0 && <p className="quiet">{rulesWords.noChanges}</p>}
      <ul className="undoing">
        {changed.map((one) => (
          <ChangeLine key={one.change.place} changed={one} undo={undo} show={show} />
        ))}
      </ul>
      <h2>{rulesWords.findingsTitle}</h2>
      <p role="status">
        {findings.length === 0
          ? rulesWords.noFindings
          : `${rulesWords.errors(errors)}，${rulesWords.warnings(findings.length - errors)}`}
      </p>
      <ul className="undoing">
        {findings.map((finding) => {
          const thing = things.find((one) => one.findings.includes(finding));
          return (
            <li key={`${finding.place} ${finding.message}`}>
              {thing !== undefined && (
                <a href={`#${anchorOf(thing.place)}`} className="inline-door" onClick={() => show(thing)}>
                  {thing.name}
                </a>
              )}
              <FindingLine finding={finding} />
            </li>
          );
        })}
      </ul>
    </aside>
  );
}

type LineProps = Pick<Props, 'undo' | 'show'> & { readonly changed: Changed };

function ChangeLine({ changed, undo, show }: LineProps) {
  const { thing, change } = changed;
  const { what, said } = changeWords(changed);
  return (
    <li>
      <a href={`#${anchorOf(thing.place)}`} className="inline-door" onClick={() => show(thing)}>
        {what}
      </a>
      <p>{said}</p>
      <Button onClick={() => undo(change.place)} aria-label={rulesWords.undoOf(what)}>
        {rulesWords.undo}
      </Button>
    </li>
  );
}
