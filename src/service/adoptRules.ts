/** Adopts the draft as a dated, immutable version, on the record of the meeting (通过积分评定细则). */
import { ORGANISATION_STREAM, REGISTER, rulesStream, yearBook } from '../domain/fact.ts';
import { adoptedChanges, meetingRefusal } from '../domain/policy/adoption.ts';
import { lookAt } from '../domain/policy/draft/look.ts';
import { type Documents, documentsOf } from '../domain/policy/draft/documents.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { type AdoptedRules, adoptedRules } from './adoptedRules.ts';
import { findingRefusal, yearRefusal } from './adoptionRefusals.ts';
import { contentOf } from './openYear.ts';
import type { Reading } from './ports.ts';
import { baseOf, measureDocuments } from './rulesVersion.ts';
import type { AdoptRules } from './rulesCommands.ts';
import { draftPaper, type RulesDraft } from './rulesDraft.ts';
import type { Decision, Heads, Making, Step } from './step.ts';

type State = {
  readonly draft: RulesDraft;
  readonly base: Documents;
  readonly adopted: readonly AdoptedRules[];
  readonly isOpen: boolean;
};

/**
 * Refuses a draft that is gone (draftMissing) or was changed since (versionConflict); a year that is open already, whose version
 * stays (rulesYearOpen), or is too far (yearTooFar); a label that was used (rulesVersionTaken); the meeting's record
 * (meetingRefusal); errors of the lints (rulesHaveErrors) and warnings nobody acknowledged (warningsUnseen).
 */
export const adoptRulesStep: Step<AdoptRules, State> = {
  ability: 'adoptRules',
  object: (tx, { organisationId }, today) => accessObject(tx, organisationId, today),
  books: () => [],
  subject: () => ({ book: REGISTER, stream: ORGANISATION_STREAM }),
  load,
  decide,
};

async function load(
  tx: Reading,
  { organisationId, draft: expected, year, measure }: AdoptRules,
  heads: Heads,
): Promise<State | Refusal> {
  if (!heads.has(REGISTER)) return refuse('organisationUnknown', null, { organisationId });
  const row = await tx.workingPaper(draftPaper(organisationId));
  if (row === undefined) return refuse('draftMissing', null);
  if (row.version !== expected) return refuse('versionConflict', null, { expected, found: row.version });
  const draft = JSON.parse(row.content) as RulesDraft;
  const base = await baseOf(tx, organisationId, draft.base, measure);
  if (isRefusal(base)) return base;
  return {
    draft,
    base: documentsOf(base, measureDocuments(measure)),
    adopted: await adoptedRules(tx, organisationId),
    isOpen: (await tx.policy(organisationId, yearBook(year))) !== undefined,
  };
}

function decide(command: AdoptRules, state: State, making: Making): Decision | Refusal {
  const refusal = yearRefusal(command, state, making) ?? meetingRefusal(command.meeting, making.today);
  if (refusal !== undefined) return refusal;
  const { policy, findings } = lookAt(state.base, adoptedChanges(state.draft.changes, command));
  const unfit = findingRefusal(findings, command.acknowledged);
  if (unfit !== undefined) return unfit;
  if (policy === null) throw new Error('a draft without a policy has findings');
  return adoption(command, state.draft, policy, making);
}

function adoption(
  { organisationId, year, meeting, acknowledged }: AdoptRules,
  { base: basedOn }: RulesDraft,
  policy: Policy,
  making: Making,
): Decision {
  const rulesId = making.newId();
  const content = contentOf(policy);
  const text = making.seal(REGISTER, { meeting, acknowledged, content });
  const contentHash = making.digest(REGISTER, '', { content });
  const { id: policyId, version } = policy;
  const named = { rulesId, policyId, version, year, basedOn, contentHash, textHash: text.hash };
  return {
    facts: [
      { book: REGISTER, stream: rulesStream(rulesId), text, fact: { type: 'rulesAdopted', v: 1, ...named } },
    ],
    handedIn: [draftPaper(organisationId)],
    outcome: { rulesId, version, year },
  };
}
