/** What waits in a round on a day, whoever it is for: from its facts and its days alone. */
import type { Day } from '../period.ts';
import { openAppeals } from '../round/appeal.ts';
import { ACTS, type State } from '../round/acts.ts';
import { awaitingAnswer, type Matter, openObjections, standingProposals, stateOn } from '../round/matter.ts';
import type { Notice, Round } from '../round/round.ts';
import type { Duty } from './duties.ts';

export type Wait = {
  readonly duty: Duty;
  /** Whose matters it is about. */
  readonly people: readonly string[];
  /** Its last day; null: none is set. */
  readonly due: Day | null;
  /** Seqs of the facts whose authors may not be the ones to do it. */
  readonly notBy: readonly number[];
};

type Opened = NonNullable<Round['opened']>;

/** By member: until when an objection about them, handed in and not taken in yet, is to be answered. It is kept apart from the books. */
export type HandedIn = ReadonlyMap<string, Day>;

/** A round that has not begun waits for nothing here: when it should begin is the calendar's to say. */
export function waitsIn(round: Round, today: Day, handedIn: HandedIn = new Map()): Wait[] {
  const { opened } = round;
  if (opened === null) return [];
  const matters = [...round.matters.values()];
  return [
    ...matters.flatMap((matter) => matterWaits(matter, opened, today, handedIn.get(matter.personId))),
    ...noticeWaits(round, opened, today),
    ...branchWaits(round, opened, today),
  ];
}

/** What one member's matter waits for. */
function matterWaits(matter: Matter, opened: Opened, today: Day, objectedUntil: Day | undefined): Wait[] {
  const wait = (duty: Duty, due: Day | null): Wait => ({
    duty,
    people: [matter.personId],
    due,
    notBy: duty === 'redetermine' ? saidBefore(matter) : [],
  });
  const mayObject = (ACTS.object.from as readonly State[]).includes(stateOn(matter, today));
  const objected = mayObject ? objectedUntil : undefined;
  // nobody registers past an objection that waits
  const steps = stepsOf(matter, opened, today).filter(
    ([duty]) => objected === undefined || duty !== 'register',
  );
  return [
    ...unanswered(matter, today).map((due) => wait('answerDeduction', due)),
    ...(objected === undefined ? [] : [wait('receiveObjection', objected)]),
    ...steps.map(([duty, due]) => wait(duty, due)),
    ...openAppeals(matter).map(({ answerUntil }) => wait('answerAppeal', answerUntil)),
  ];
}

/** Who signed the opinion, kept the points or proposed a deduction does not re-examine what came of it (G30). */
const saidBefore = (matter: Matter): number[] => [
  ...(matter.opinion === null || matter.opinion.unsigned ? [] : [matter.opinion.seq]),
  ...(matter.assessment === null ? [] : [matter.assessment.seq]),
  ...standingProposals(matter).map(({ seq }) => seq),
];

/** Last days of the proposed deductions the member may still answer in time; later the answer is not waited for. */
function unanswered(matter: Matter, today: Day): Day[] {
  const open: readonly State[] = ACTS.answerDeduction.from;
  if (!open.includes(matter.state)) return [];
  return awaitingAnswer(matter, today).map(({ answerUntil }) => answerUntil);
}

function stepsOf(matter: Matter, opened: Opened, today: Day): [Duty, Day | null][] {
  const { applyUntil, opinionUntil, appraisalOn, filingOn } = opened;
  switch (stateOn(matter, today)) {
    case 'open':
      // G33: without an application the round goes on once its days are over
      return today > applyUntil
        ? [
            ['apply', applyUntil],
            ['giveOpinion', opinionUntil],
          ]
        : [['apply', applyUntil]];
    case 'applied':
      return [['giveOpinion', opinionUntil]];
    case 'opined':
      return [['assess', appraisalOn]];
    case 'assessed':
    case 'reopened':
      return unanswered(matter, today).length > 0 ? [] : [['appraise', appraisalOn]];
    case 'tied':
      return [['decideTie', appraisalOn]];
    case 'objected':
      return openObjections(matter).map(({ answerUntil }) => ['redetermine', answerUntil]);
    case 'cleared':
      return [['register', filingOn]];
    case 'submitted':
      return [['review', null]];
    case 'reviewed':
      return [['file', null]];
    default:
      return [];
  }
}

/** A draft that can still hang as it is: nobody on it has been decided on anew, or hangs already. */
function isLive(notice: Notice, { matters }: Round): boolean {
  if (notice.published !== null || notice.checked?.sound === false) return false;
  return notice.people.every((personId) => {
    const matter = matters.get(personId);
    return matter?.state === 'appraised' && (matter.appraisal?.seq ?? 0) < notice.draftedSeq;
  });
}

function noticeWaits(round: Round, { filingOn }: Opened, today: Day): Wait[] {
  const live = round.notices.filter((notice) => isLive(notice, round));
  const drafted = new Set(live.flatMap(({ people }) => people));
  const undrafted = inState(round, 'appraised', today).filter((personId) => !drafted.has(personId));
  return [
    ...someOf('draftNotice', undrafted, filingOn),
    ...live.map(
      ({ people, checked, draftedSeq }): Wait =>
        checked === null
          ? { duty: 'checkNotice', people, due: filingOn, notBy: [draftedSeq] }
          : { duty: 'publishNotice', people, due: filingOn, notBy: [checked.seq] },
    ),
  ];
}

function branchWaits(round: Round, { filingOn }: Opened, today: Day): Wait[] {
  const everybody = [...round.matters.keys()];
  const isOver = everybody.length > 0 && inState(round, 'filed', today).length === everybody.length;
  return [
    ...someOf('submit', inState(round, 'registered', today), filingOn),
    ...someOf('issueBulletin', isOver && round.bulletins.length === 0 ? everybody : [], null),
  ];
}

const inState = ({ matters }: Round, state: State, today: Day): string[] =>
  [...matters.values()].filter((one) => stateOn(one, today) === state).map(({ personId }) => personId);

const someOf = (duty: Duty, people: readonly string[], due: Day | null): Wait[] =>
  people.length === 0 ? [] : [{ duty, people, due, notBy: [] }];
