/** The draft of an organisation's rules: one working paper, a base and the changes over it. */
import type { Change } from '../domain/policy/draft/change.ts';
import { isChangeable } from '../domain/policy/draft/places.ts';
import type { RulesBase } from '../domain/policy/facts.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { PaperName } from './workingPaper.ts';

export type RulesDraft = { readonly base: RulesBase; readonly changes: readonly Change[] };

const KIND = 'rulesDraft';
const ONLY = 'rules';

/** An organisation drafts one version at a time. */
export const draftPaper = (organisationId: string): PaperName => ({
  organisationId,
  kind: KIND,
  paperId: ONLY,
});

/** Refuses a change of what no branch may change (notChangeable); what is merely wrong may be saved and mended. */
export function draftRefusal({ changes }: RulesDraft): Refusal | undefined {
  const strange = changes.find(({ place }) => !isChangeable(place));
  return strange === undefined ? undefined : refuse('notChangeable', null, { place: strange.place });
}
