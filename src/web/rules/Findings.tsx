/** What the lints found, in words; an error and a warning are told apart without their colour. */
import type { Finding } from '../../domain/policy/lint/finding.ts';
import { rulesWords } from '../words/rules.ts';

export function FindingLine({ finding, id }: { readonly finding: Finding; readonly id?: string }) {
  return (
    <p {...(id === undefined ? {} : { id })} className={finding.severity === 'error' ? 'lacking' : 'quiet'}>
      <strong>{finding.severity === 'error' ? rulesWords.error : rulesWords.warning}</strong>：
      {finding.message}
    </p>
  );
}
