/** Agreeing to plans, returning and approving them: each of one exact version, of several members all or none. */
import { isOwn, leaderMatter } from '../../domain/access/grant.ts';
import { type Fact, planStream, yearBook } from '../../domain/fact.ts';
import { isLeaderOf, whoLeads } from '../../domain/office/inCharge.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { PlanFact } from '../../domain/taskPlan/facts.ts';
import { type Act, ACTS } from '../../domain/taskPlan/procedure.ts';
import { accessObject } from '../accessObject.ts';
import type { Decision, Making, Sealed, Step } from '../step.ts';
import type { AgreePlans, ApprovePlans, PlanSeen, ReturnPlans } from './commands.ts';
import { allOrNone, loadPlans, type PlanState, stepRefusal } from './planState.ts';
import { unansweredAmong } from './silentLeaders.ts';

type Deciding = AgreePlans | ReturnPlans | ApprovePlans;
type Said = { readonly fact: Fact; readonly text?: Sealed | undefined };

/** Refuses what loadPlans and the procedure do, another version than the latest (planVersion), and what `lacking` names. */
function planStep<Command extends Deciding>(
  act: Act,
  lacking: (command: Command, seen: PlanSeen, making: Making) => Refusal | undefined,
  say: (command: Command, seen: PlanSeen, making: Making) => Said,
): Step<Command, PlanState> {
  return {
    ability: ACTS[act].ability,
    object: async (tx, { organisationId: organisation, year, plans }, today, holidays) => {
      const about = plans.map(({ personId }) => personId);
      const object = await accessObject(tx, organisation, today, { about });
      if (ACTS[act].ability !== 'agreePlanAsLeader') return object;
      const unanswered = await unansweredAmong(tx, { organisation, year }, about, { today, holidays });
      return { ...object, unanswered };
    },
    books: ({ year }) => [yearBook(year)],
    subject: ({ year, plans }) => ({ book: yearBook(year), stream: planStream(plans[0]?.personId ?? '') }),
    load: (tx, { organisationId, year, plans }, heads) =>
      loadPlans(tx, { organisationId, year, people: plans.map(({ personId }) => personId) }, heads),
    decide: (command, state, making): Decision | Refusal => {
      const { plans, year } = command;
      const refused = allOrNone(
        state,
        plans.map((seen) => {
          const member = state.members.get(seen.personId);
          const refusal = member === undefined ? undefined : stepRefusal(member, seen, act);
          return { personId: seen.personId, refusal: refusal ?? lacking(command, seen, making) };
        }),
      );
      if (refused !== undefined) return refused;
      const facts = plans.map((seen) => ({
        book: yearBook(year),
        stream: planStream(seen.personId),
        ...say(command, seen, making),
      }));
      return { facts, outcome: { plans: plans.length } };
    },
  };
}

/** On paper, recorded by another: the paper names its day. */
export const agreeAsMemberStep = planStep<AgreePlans>(
  'agreeAsMember',
  ({ organisationId, signedOn }, { personId }, making) => {
    if (isMembersOwn(making, organisationId, personId)) return undefined;
    if (signedOn === null) return refuse('missing-signedOn', '3.2');
    return signedOn > making.today ? refuse('planDayAhead', null, { day: signedOn }) : undefined;
  },
  ({ organisationId, year, signedOn }, seen, making) => {
    const onBehalf = !isMembersOwn(making, organisationId, seen.personId);
    const text = onBehalf ? making.seal(yearBook(year), { signedOn }) : undefined;
    const said = { as: 'member', onBehalf, substitute: null, textHash: text?.hash ?? null } as const;
    return { text, fact: { type: 'planAgreed', v: 1, ...seen, ...said } };
  },
);

function isMembersOwn({ actor }: Making, organisation: string, personId: string): boolean {
  return actor.kind === 'person' && isOwn(actor, { organisation, about: [personId] });
}

/** By whoever acts for the leader (G17), the fact says as what and why. */
export const agreeAsLeaderStep = planStep<AgreePlans>(
  'agreeAsLeader',
  () => undefined,
  (_command, seen, making) => {
    const substitute = substituteOf(making, seen.personId);
    const said = { as: 'leader', onBehalf: false, substitute, textHash: null } as const;
    return { fact: { type: 'planAgreed', v: 1, ...seen, ...said } };
  },
);

type Substitute = Extract<PlanFact, { type: 'planAgreed' }>['substitute'];

function substituteOf({ actor, object }: Making, personId: string): Substitute {
  const matter = leaderMatter(object);
  if (actor.kind === 'person' && actor.offices.some((one) => isLeaderOf(one, personId, matter))) return null;
  const { as, because } = whoLeads(personId, matter);
  if (because === null || as === 'holder' || as === 'nobody' || as === 'checker') return null;
  return { as, because };
}

const returning = (act: Act, as: 'member' | 'leader' | 'branch') =>
  planStep<ReturnPlans>(
    act,
    ({ reason }) => (reason.trim() === '' ? refuse('missing-reason', '3.2') : undefined),
    ({ year, reason }, seen, making) => {
      const text = making.seal(yearBook(year), { reason });
      return { text, fact: { type: 'planReturned', v: 1, ...seen, as, textHash: text.hash } };
    },
  );

export const returnAsMemberStep = returning('returnAsMember', 'member');
export const returnAsLeaderStep = returning('returnAsLeader', 'leader');
export const returnAsBranchStep = returning('returnAsBranch', 'branch');

export const approvePlansStep = planStep<ApprovePlans>(
  'approve',
  ({ record, heldOn }, _seen, { today }) => {
    if (record.trim() === '') return refuse('missing-record', '3.2');
    return heldOn > today ? refuse('planDayAhead', null, { day: heldOn }) : undefined;
  },
  ({ year, heldOn, record }, seen, making) => {
    const text = making.seal(yearBook(year), { heldOn, record });
    return { text, fact: { type: 'planApproved', v: 1, ...seen, textHash: text.hash } };
  },
);
