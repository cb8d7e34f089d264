/** What each fact of a round makes of a member's matter. */
import { points } from '../points.ts';
import type { RoundFact } from './facts.ts';
import type { Matter, Proposal } from './matter.ts';

type Of<Type extends RoundFact['type']> = Extract<RoundFact, { type: Type }>;

/** The matter after one more fact about it. Facts come in the order of seq; a fact of another kind changes nothing. */
export function take(matter: Matter, fact: RoundFact, seq: number): Matter {
  switch (fact.type) {
    case 'applicationHandedIn':
      return { ...matter, state: 'applied', application: { ...bare(fact), seq } };
    case 'opinionGiven':
      return { ...matter, state: 'opined', opinion: { ...bare(fact), seq } };
    case 'deductionProposed':
      return {
        ...matter,
        proposals: [...matter.proposals, { ...bare(fact), ...NEW, seq, corrects: null }],
      };
    case 'correctionProposed':
      return { ...matter, proposals: [...matter.proposals, correction(fact, seq)] };
    case 'deductionAnswered':
      return withProposal(matter, fact.proposalId, { answeredSeq: seq });
    case 'deductionWithdrawn':
      return withProposal(matter, fact.proposalId, { withdrawn: true });
    case 'assessmentHandedIn':
      return {
        ...matter,
        state: 'assessed',
        assessment: { tasks: new Map(fact.tasks.map((task) => [task.taskId, points(task.points)])), seq },
      };
    case 'tieReferred': {
      const { meetingId, votes, recused } = fact;
      return { ...matter, state: 'tied', tie: { meetingId, votes, recused, seq } };
    }
    case 'appraised':
      return {
        ...matter,
        state: 'appraised',
        tie: null,
        appraisal: { ...bare(fact), seq },
        appraisals: matter.appraisals + 1,
        notice: null,
      };
    case 'noticePublished':
      return {
        ...matter,
        state: 'onNotice',
        notice: { noticeId: fact.noticeId, from: fact.from, until: fact.until },
      };
    case 'objectionReceived':
    case 'objectionAnswered':
      return withObjection(matter, fact, seq);
    case 'objectionDeclined':
      return { ...matter, declined: [...matter.declined, fact.objectionId] };
    case 'appealLodged':
    case 'appealAnswered':
      return { ...matter, appeals: withAppeal(matter.appeals, fact, seq) };
    case 'pointsRegistered':
      return { ...matter, state: 'registered', entries: kept(matter, fact) };
    case 'roundSubmitted':
      return { ...matter, state: 'submitted', submissionId: fact.submissionId };
    case 'roundReturned':
      return { ...matter, state: 'reopened', submissionId: null, reopenedSeq: seq };
    case 'roundReviewed':
      return { ...matter, state: 'reviewed' };
    case 'roundFiled':
      return { ...matter, state: 'filed' };
    default:
      return matter;
  }
}

type About = Extract<RoundFact, { personId: string }>;

function bare<F extends About>({ type: _type, v: _v, period: _period, personId: _personId, ...rest }: F) {
  return rest;
}

const NEW = { answeredSeq: null, withdrawn: false } as const;

function correction(fact: Of<'correctionProposed'>, seq: number): Proposal {
  const { entryId, was, counted, withdrawn, lowers, ...rest } = bare(fact);
  return { ...rest, ...NEW, seq, incident: null, corrects: { entryId, was, counted, withdrawn, lowers } };
}

function withProposal(matter: Matter, proposalId: string, change: Partial<Proposal>): Matter {
  const proposals = matter.proposals.map((one) =>
    one.proposalId === proposalId ? { ...one, ...change } : one,
  );
  return { ...matter, proposals };
}

/** The last answer leads on: anything changed reopens the matter, else the notice goes on. */
function withObjection(
  matter: Matter,
  fact: Of<'objectionReceived'> | Of<'objectionAnswered'>,
  seq: number,
): Matter {
  if (fact.type === 'objectionReceived') {
    const { objectionId, answerUntil } = fact;
    const received = { objectionId, answerUntil, changed: null, receivedSeq: seq, answeredSeq: null };
    return { ...matter, state: 'objected', objections: [...matter.objections, received] };
  }
  const objections = matter.objections.map((one) =>
    one.objectionId === fact.objectionId ? { ...one, changed: fact.changed, answeredSeq: seq } : one,
  );
  if (objections.some(({ changed }) => changed === null)) return { ...matter, objections };
  const onThisNotice = objections.filter(({ receivedSeq }) => receivedSeq > (matter.appraisal?.seq ?? 0));
  return onThisNotice.some(({ changed }) => changed === true)
    ? { ...matter, objections, state: 'reopened', reopenedSeq: seq }
    : { ...matter, objections, state: 'onNotice' };
}

function withAppeal(
  appeals: Matter['appeals'],
  fact: Of<'appealLodged'> | Of<'appealAnswered'>,
  seq: number,
): Matter['appeals'] {
  if (fact.type === 'appealAnswered')
    return appeals.map((one) =>
      one.appealId === fact.appealId ? { ...one, upheld: fact.upheld, answeredSeq: seq } : one,
    );
  const { textHash: _hash, ...lodged } = bare(fact);
  return [...appeals, { ...lodged, upheld: null, lodgedSeq: seq, answeredSeq: null }];
}

function kept({ entries }: Matter, fact: Of<'pointsRegistered'>): readonly string[] {
  return [...entries.filter((id) => !fact.reversed.includes(id)), ...fact.entries];
}
