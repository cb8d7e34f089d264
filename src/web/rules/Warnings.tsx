/** The warnings of the lints, each to be seen and ticked before the rules are adopted. */
import { Checkbox } from 'antd';
import { findingName } from '../../domain/policy/draft/place.ts';
import type { Finding } from '../../domain/policy/lint/finding.ts';
import { rulesWords } from '../words/rules.ts';

/** With the name of the thing it was found at. */
export type NamedFinding = Finding & { readonly thing: string };

type Props = {
  readonly warnings: readonly NamedFinding[];
  /** Names of those ticked. */
  readonly seen: ReadonlySet<string>;
  readonly see: (seen: ReadonlySet<string>) => void;
  readonly lacking: boolean;
};

export function Warnings({ warnings, seen, see, lacking }: Props) {
  if (warnings.length === 0) return null;
  return (
    <fieldset className="thing">
      <legend>{rulesWords.acknowledge}</legend>
      {warnings.map((warning) => {
        const name = findingName(warning);
        const others = [...seen].filter((one) => one !== name);
        return (
          <Checkbox
            key={name}
            checked={seen.has(name)}
            onChange={({ target }) => see(new Set(target.checked ? [...others, name] : others))}
          >
            {rulesWords.seen}：{warning.thing}
            {warning.message}
          </Checkbox>
        );
      })}
      {lacking && <p className="lacking">{rulesWords.allSeen}</p>}
    </fieldset>
  );
}
