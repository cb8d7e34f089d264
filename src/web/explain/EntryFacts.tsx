import type { EntryWords } from '../../contract/statement.ts';
import { words } from '../words.ts';
import { standingWords } from '../words/standing.ts';

/** What a member may ask about an entry: reason, evidence, supplier, dates, keys. `brief` leaves out what stands beside it. */
export function EntryFacts({
  entry,
  brief = false,
}: {
  readonly entry: EntryWords;
  readonly brief?: boolean;
}) {
  const facts: [string, string | null][] = [
    [words.day, brief ? null : entry.day],
    [words.period, brief ? null : entry.period],
    [words.reason, brief ? null : entry.reason],
    [words.evidence, entry.evidence],
    [words.supplier, entry.supplier],
    [words.incident, entry.incident],
    [words.achievement, entry.achievement],
    [words.postedOn, entry.postedOn],
    [standingWords.transferred, entry.transferredFrom],
    [words.original, brief || entry.item.text === entry.item.name ? null : entry.item.text],
  ];
  const known = facts.filter(([, text]) => text !== null && text !== '');
  return (
    <>
      <dl className="entry-facts">
        {known.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {entry.later && <p className="quiet">{words.later}</p>}
    </>
  );
}
