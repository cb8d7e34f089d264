/** A Policy → the documents it could have been assembled from: a draft starts from a version of the books as from a folder. */
import type { Policy } from '../policy.ts';
import { baseItemsOf, disqualifiersOf, listOf } from './itemDocuments.ts';
import { settingsOf } from './settingsDocument.ts';
import { at, put } from './tree.ts';

/** Parsed content by file name without ending, as `assemblePolicy` takes it. */
export type Documents = Readonly<Record<string, unknown>>;

/**
 * Assembled again they make the same policy. A setting that a chosen reading has changed stands as it does in `measure`, the
 * measure the program brings, so that the reading itself can be returned to.
 */
export function documentsOf(policy: Policy, measure: Documents): Documents {
  const documents: Documents = {
    policy: settingsOf(policy),
    clauses: policy.clauses,
    'base-items': baseItemsOf(policy),
    bonuses: listOf(policy, 'bonus', 'cappedBonus'),
    deductions: { ...listOf(policy, 'common', 'pool'), suppliers: policy.suppliers },
    disqualifiers: disqualifiersOf(policy),
    procedure: policy.procedure,
    readings: policy.readings,
  };
  return unchosen(policy, documents, measure);
}

function unchosen({ readings }: Policy, documents: Documents, measure: Documents): Documents {
  let plain: unknown = documents;
  for (const { chosen, alternatives } of readings)
    for (const path of Object.keys(alternatives.find(({ id }) => id === chosen)?.sets ?? {})) {
      const place = ['policy', ...path.split('.')];
      const original = at(measure, place);
      if (original !== undefined) plain = put(plain, place, original) ?? plain;
    }
  return plain as Documents;
}
