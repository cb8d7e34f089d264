/** The organisation above approves an exemption for a term, or does not (上级党组织审批, clause 2, reading G25). */
import { actorText } from '../domain/access/actor.ts';
import type { ExemptionMatter } from '../domain/exemption/matter.ts';
import { stateAfter } from '../domain/exemption/procedure.ts';
import { earliestFrom, termRefusal } from '../domain/exemption/term.ts';
import { exemptionStream, REGISTER } from '../domain/fact.ts';
import { exempted, type Exemption } from '../domain/member/member.ts';
import type { DecidingAbove } from '../domain/office/decidingAbove.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { DecideExemption } from './exemptionCommands.ts';
import { decidingBody, matterOf, latestMeasure } from './exemptionMatters.ts';
import type { Reading } from './ports.ts';
import { standingFact } from './reconcilePeople.ts';
import { type RegisteredMember, registeredMember } from './registeredMember.ts';
import type { Decision, Making, Step } from './step.ts';

type State = {
  readonly matter: ExemptionMatter;
  readonly known: RegisteredMember;
  readonly periods: number | null;
};

/** Refuses exemptionUnknown, exemptionStep, missing words, whoever signed the opinion while another can decide (sameHand), and a term that changes an earlier period (exemptionTooEarly) or ends first. */
export const decideExemptionStep: Step<DecideExemption, State> = {
  ability: 'approveExemption',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: () => [],
  subject: ({ exemptionId }) => ({ book: REGISTER, stream: exemptionStream(exemptionId) }),
  load,
  decide,
};

async function load(tx: Reading, command: DecideExemption): Promise<State | Refusal> {
  const { organisationId, personId } = command;
  const matter = await matterOf(tx, command);
  if (isRefusal(matter)) return matter;
  const known = await registeredMember(tx, organisationId, personId);
  if (isRefusal(known)) return known;
  const measure = await latestMeasure(tx, organisationId);
  return { matter, known, periods: measure?.policy.periods.count ?? null };
}

function decide(command: DecideExemption, state: State, making: Making): Decision | Refusal {
  const { organisationId: branchId, exemptionId, personId, approved, words } = command;
  const body = decidingBody(making.object);
  if (body === null) return refuse('noBodyAbove', '2');
  const { bodyId } = body;
  const next = stateAfter(state.matter.state, approved ? 'approve' : 'refuse');
  if (isRefusal(next)) return next;
  if (isSameHand(state.matter, body, making)) return refuse('sameHand', '2');
  if (words.trim() === '') return refuse('missing-decision', '2');
  const term = approved ? { from: command.from ?? making.today, until: command.until } : null;
  const early = term === null ? undefined : termRefusal(term, earliestFrom(making.today, state.periods));
  if (early !== undefined) return early;
  const stream = exemptionStream(exemptionId);
  const text = making.seal(REGISTER, { words });
  const said = { exemptionId, approved, from: term?.from ?? null, until: term?.until ?? null };
  const decided = {
    book: REGISTER,
    stream,
    text,
    fact: { type: 'exemptionDecided', v: 1, ...said, personId, bodyId, textHash: text.hash } as const,
  };
  const kept = {
    book: REGISTER,
    stream,
    fact: { type: 'branchExemptionDecided', v: 1, ...said, branchId } as const,
  };
  return {
    facts: term === null ? [decided] : [decided, registered(state, term, making)],
    above: { organisationId: bodyId, facts: [kept] },
    outcome: { from: said.from, until: said.until },
  };
}

const registered = ({ known }: State, term: Exemption, making: Making) =>
  standingFact(
    { member: exempted(known.member, term), exemptionReason: null },
    known.row,
    'memberAmended',
    making,
  );

/** Whoever signed the branch's opinion decides only where nobody else can. */
function isSameHand({ opinion }: ExemptionMatter, { holders }: DecidingAbove, { actor }: Making): boolean {
  if (actor.kind !== 'person' || opinion?.actor !== actorText(actor)) return false;
  return holders.some(({ userId }) => userId !== null && userId !== actor.userId);
}
