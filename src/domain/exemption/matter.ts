/** One application and what became of it, folded from its facts. Facts must come in the order of seq. */
import { ImpossibleFact } from '../ledger/impossible.ts';
import type { Day } from '../period.ts';
import { isRefusal } from '../refusal.ts';
import type { ExemptionFact } from './facts.ts';
import { type ExemptionAct, type ExemptionState, stateAfter } from './procedure.ts';

/** The fact that did it, to which its text belongs; when, as a UTC instant; and who, as the fact names them. */
export type Done = { readonly seq: number; readonly at: string; readonly actor: string };

export type ExemptionMatter = {
  readonly exemptionId: string;
  readonly personId: string;
  readonly state: ExemptionState;
  readonly renews: string | null;
  readonly application: Done & {
    readonly from: Day | null;
    readonly until: Day | null;
    readonly onBehalf: boolean;
  };
  readonly opinion: (Done & { readonly agrees: boolean; readonly meetingOn: Day }) | null;
  readonly decision: (Done & Decided) | null;
  readonly withdrawal: Done | null;
  readonly ending: (Done & { readonly on: Day; readonly bodyId: string | null }) | null;
};

type Decided = {
  readonly bodyId: string;
  readonly approved: boolean;
  readonly from: Day | null;
  readonly until: Day | null;
};

/** By exemption id, in the order of application. */
export type Matters = Map<string, ExemptionMatter>;

export const EXEMPTION_FACTS = [
  'exemptionApplied',
  'exemptionOpinionGiven',
  'exemptionDecided',
  'exemptionWithdrawn',
  'exemptionEnded',
] as const satisfies readonly ExemptionFact['type'][];

/** Throws ImpossibleFact for a step the procedure does not know. Facts of other kinds change nothing. */
export function takeExemption(
  matters: Matters,
  fact: { readonly type: string },
  { seq, at, actor }: Done,
): void {
  const names: readonly string[] = EXEMPTION_FACTS;
  if (!names.includes(fact.type)) return;
  const done = { seq, at, actor };
  const taken = fact as Extract<ExemptionFact, { personId: string }>;
  const before = matters.get(taken.exemptionId);
  if (before !== undefined && before.personId !== taken.personId)
    throw new ImpossibleFact(done.seq, `${taken.type} of somebody else: ${taken.exemptionId}`);
  const state = stateAfter(before?.state ?? null, actOf(taken));
  if (isRefusal(state)) throw new ImpossibleFact(done.seq, `${taken.type} out of turn: ${taken.exemptionId}`);
  matters.set(taken.exemptionId, { ...(before ?? begun(taken, done)), ...what(taken, done), state });
}

type Taken = Extract<ExemptionFact, { personId: string }>;

function actOf(fact: Taken): ExemptionAct {
  switch (fact.type) {
    case 'exemptionApplied':
      return 'apply';
    case 'exemptionOpinionGiven':
      return 'giveOpinion';
    case 'exemptionDecided':
      return fact.approved ? 'approve' : 'refuse';
    case 'exemptionWithdrawn':
      return 'withdraw';
    case 'exemptionEnded':
      return fact.bodyId === null ? 'giveUp' : 'end';
  }
}

const begun = ({ exemptionId, personId }: Taken, done: Done): ExemptionMatter => ({
  exemptionId,
  personId,
  state: 'applied',
  renews: null,
  application: { ...done, from: null, until: null, onBehalf: false },
  opinion: null,
  decision: null,
  withdrawal: null,
  ending: null,
});

function what(fact: Taken, done: Done): Partial<ExemptionMatter> {
  switch (fact.type) {
    case 'exemptionApplied': {
      const { from, until, onBehalf, renews } = fact;
      return { renews, application: { ...done, from, until, onBehalf } };
    }
    case 'exemptionOpinionGiven':
      return { opinion: { ...done, agrees: fact.agrees, meetingOn: fact.meetingOn } };
    case 'exemptionDecided': {
      const { bodyId, approved, from, until } = fact;
      return { decision: { ...done, bodyId, approved, from, until } };
    }
    case 'exemptionWithdrawn':
      return { withdrawal: done };
    case 'exemptionEnded':
      return { ending: { ...done, on: fact.on, bodyId: fact.bodyId } };
  }
}
