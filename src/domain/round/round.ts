/** A round folded from its facts: what the branch did for everybody, and every member's matter. */
import { ImpossibleFact } from '../ledger/impossible.ts';
import type { Day } from '../period.ts';
import type { RoundFact } from './facts.ts';
import { type Matter, openMatter } from './matter.ts';
import { take } from './takeMatter.ts';

type Of<Type extends RoundFact['type']> = Extract<RoundFact, { type: Type }>;

export type Meeting = Omit<Of<'meetingHeld'>, 'type' | 'v' | 'period'> & { readonly seq: number };
export type Notice = {
  readonly noticeId: string;
  readonly people: readonly string[];
  readonly workdays: number;
  readonly draftedSeq: number;
  readonly checked: { readonly sound: boolean; readonly seq: number } | null;
  readonly published: {
    readonly from: Day;
    readonly until: Day;
    readonly seq: number;
  } | null;
};
export type Submission = {
  readonly submissionId: string;
  readonly people: readonly string[];
  readonly late: boolean;
  readonly seq: number;
};

export type Round = {
  readonly opened: (Omit<Of<'roundOpened'>, 'type' | 'v'> & { readonly seq: number }) | null;
  readonly matters: ReadonlyMap<string, Matter>;
  readonly meetings: readonly Meeting[];
  readonly notices: readonly Notice[];
  readonly submissions: readonly Submission[];
  readonly bulletins: readonly { readonly bulletinId: string; readonly seq: number }[];
};

/** Facts of one round in the order of seq. One that the table does not allow throws: it was written by nobody's program. */
export function foldRound(facts: Iterable<{ readonly fact: RoundFact; readonly seq: number }>): Round {
  const matters = new Map<string, Matter>();
  const notices = new Map<string, Notice>();
  const [meetings, submissions, bulletins]: [Meeting[], Submission[], { bulletinId: string; seq: number }[]] =
    [[], [], []];
  let opened: Round['opened'] = null;
  for (const { fact, seq } of facts) {
    switch (fact.type) {
      case 'roundOpened': {
        const { type: _type, v: _v, ...rest } = fact;
        opened = { ...rest, seq };
        for (const personId of fact.people) matters.set(personId, openMatter(personId));
        break;
      }
      case 'meetingHeld': {
        const { type: _type, v: _v, period: _period, ...rest } = fact;
        meetings.push({ ...rest, seq });
        break;
      }
      case 'noticeDrafted':
      case 'noticeChecked':
      case 'noticePublished':
        notices.set(fact.noticeId, noticeAfter(notices.get(fact.noticeId), fact, seq));
        break;
      case 'roundSubmitted':
        submissions.push({ submissionId: fact.submissionId, people: fact.people, late: fact.late, seq });
        break;
      case 'bulletinIssued':
        bulletins.push({ bulletinId: fact.bulletinId, seq });
        break;
      default:
    }
    for (const personId of concerned(fact, notices)) {
      const matter = matters.get(personId);
      if (matter === undefined) throw new ImpossibleFact(seq, `${fact.type} about nobody of the round`);
      matters.set(personId, take(matter, fact, seq));
    }
  }
  return { opened, matters, meetings, notices: [...notices.values()], submissions, bulletins };
}

/** Everybody whose matter the fact moves. */
function concerned(fact: RoundFact, notices: ReadonlyMap<string, Notice>): readonly string[] {
  switch (fact.type) {
    case 'roundOpened':
    case 'meetingHeld':
    case 'noticeDrafted':
    case 'noticeChecked':
    case 'bulletinIssued':
      return [];
    case 'noticePublished':
      return notices.get(fact.noticeId)?.people ?? [];
    case 'roundSubmitted':
    case 'roundReturned':
    case 'roundReviewed':
    case 'roundFiled':
      return fact.people;
    default:
      return [fact.personId];
  }
}

function noticeAfter(
  before: Notice | undefined,
  fact: Of<'noticeDrafted'> | Of<'noticeChecked'> | Of<'noticePublished'>,
  seq: number,
): Notice {
  if (fact.type === 'noticeDrafted') {
    const { noticeId, people, workdays } = fact;
    return { noticeId, people, workdays, draftedSeq: seq, checked: null, published: null };
  }
  if (before === undefined) throw new ImpossibleFact(seq, `${fact.type} of an unknown notice`);
  if (fact.type === 'noticeChecked') return { ...before, checked: { sound: fact.sound, seq } };
  const { from, until } = fact;
  return { ...before, published: { from, until, seq } };
}
