/** Readings that may be chosen can be chosen, and what is chosen does something, once. */
import type { Policy } from '../policy.ts';
import { error, type Finding, warning } from './finding.ts';

export function alternatives({ readings }: Policy): Finding[] {
  const setBy = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { id, chosen, alternatives: options } of readings) {
    const alternative = options.find((option) => option.id === chosen);
    if (alternative === undefined) continue;
    const paths = Object.keys(alternative.sets ?? {});
    if (paths.length === 0)
      findings.push(
        warning('readings.yaml', `[${id}].chosen`, `“${alternative.text}”不改变任何设定，由人照办`),
      );
    for (const path of paths) {
      const other = setBy.get(path);
      if (other !== undefined)
        findings.push(
          error('readings.yaml', `[${id}].chosen`, `与 ${other} 都改了“${path}”，只能由一条读法决定`),
        );
      setBy.set(path, id);
    }
  }
  return findings;
}
