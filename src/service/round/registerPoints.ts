/** 登记 (An1.6): once the notice has ended without objection, what was decided is posted to the ledger and stays there (G31). */
import { memberStream, yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { foldYear, type PostedEntry } from '../fold.ts';
import { entryPosted, entryReversed } from '../posting.ts';
import type { Reading } from '../ports.ts';
import type { Decision, Making, NewFact } from '../step.ts';
import { correctionFacts } from './corrections.ts';
import { decidedPostings, type MatterTexts } from './decidedPostings.ts';
import { tasksDue, type WordedTask } from './dueTasks.ts';
import { earlierEntries, keyOf, type Standing } from './earlierEntries.ts';
import { textsOfMatters } from './textsOfMatters.ts';
import { forEach, inRound, matterFor, roundStep } from './roundStep.ts';
import type { Here, RoundState } from './roundState.ts';
import { waitingObjections } from './waitingObjection.ts';

export type RegisterPoints = Here & { readonly type: 'registerPoints'; readonly people: readonly string[] };

type More = {
  readonly due: ReadonlyMap<string, readonly WordedTask[]>;
  readonly texts: MatterTexts;
  readonly salts: ReadonlyMap<string, string>;
  /** Standing entries of an earlier registration in this round, by person. */
  readonly earlier: ReadonlyMap<string, readonly Standing[]>;
  /** Objections handed in that nobody has opened, by person. */
  readonly waiting: ReadonlyMap<string, number>;
  /** Everybody's entries as the books have them. */
  readonly booked: readonly PostedEntry[];
};

/** Refuses whoever's notice has not ended or who is objected to: the table's `register` begins at 公示期满 alone; and whoever an unopened objection is about (objectionWaiting). */
export const registerPointsStep = roundStep<RegisterPoints, More>({
  ability: 'registerPoints',
  about: ({ people }) => people,
  reads: 'all',
  more: load,
  decide,
});

async function load(tx: Reading, command: RegisterPoints, { round }: RoundState): Promise<More> {
  const { organisationId, year, people } = command;
  const matters = people.flatMap((personId) => round.matters.get(personId) ?? []);
  const streams = people.map(memberStream);
  const { entries } = foldYear(await tx.factsOf(organisationId, yearBook(year), streams));
  const booked = [...entries.values()];
  return {
    booked,
    due: await tasksDue(tx, command, people),
    texts: await textsOfMatters(tx, organisationId, year, matters),
    salts: await saltsOf(tx, organisationId, people),
    earlier: await earlierEntries(tx, organisationId, year, matters, booked),
    waiting: await waitingObjections(tx, command, round.matters),
  };
}

async function saltsOf(tx: Reading, organisationId: string, people: readonly string[]) {
  const salts = new Map<string, string>();
  for (const row of await tx.persons(organisationId, {}))
    if (people.includes(row.personId)) salts.set(row.personId, row.salt);
  return salts;
}

function decide(command: RegisterPoints, state: RoundState, more: More, making: Making): Decision | Refusal {
  const facts = forEach(command.people, (personId) => personFacts(command, personId, state, more, making));
  if (isRefusal(facts)) return facts;
  const posted = facts.filter(({ fact }) => fact.type === 'entryPosted').length;
  return { facts, outcome: { registered: command.people.length, posted } };
}

/** Two that read alike are two: each key is told which of its kind it is. */
function numbered<T>(all: readonly T[], keyOfOne: (one: T) => string): [string, T][] {
  const met = new Map<string, number>();
  return all.map((one) => {
    const key = keyOfOne(one);
    const times = (met.get(key) ?? 0) + 1;
    met.set(key, times);
    return [`${times} ${key}`, one];
  });
}

/** An entry that stands already stays; one that was decided otherwise since is reversed and the new one posted. */
function personFacts(
  command: RegisterPoints,
  personId: string,
  state: RoundState,
  { due, texts, salts, earlier, booked, waiting }: More,
  making: Making,
): readonly NewFact[] | Refusal {
  const matter = matterFor(state, command, personId, 'register', making);
  if (isRefusal(matter)) return matter;
  const count = waiting.get(personId) ?? 0;
  if (count > 0) return refuse('objectionWaiting', 'An1.6', { person: personId, count });
  const { year, period } = command;
  const book = yearBook(year);
  const meeting = state.round.meetings.find(({ meetingId }) => meetingId === matter.appraisal?.meetingId);
  const on = meeting?.on ?? making.today;
  const postings = decidedPostings(state.policy, period, matter, { due: due.get(personId) ?? [], texts, on });
  const standing = new Map(
    numbered(earlier.get(personId) ?? [], ({ key }) => key).map(([key, one]) => [key, one.entryId]),
  );
  const wanted = new Map(numbered(postings, keyOf));
  const corrected = correctionFacts(command, matter, booked, texts, making);
  const reversed = [
    ...[...standing].filter(([key]) => !wanted.has(key)).map(([, entryId]) => entryId),
    ...corrected.over,
  ];
  const subject = { personId, salt: salts.get(personId) ?? '' };
  const posted = [...wanted]
    .filter(([key]) => !standing.has(key))
    .map(([, posting]) => entryPosted(book, subject, posting, making))
    .concat(corrected.made);
  const entries = posted.flatMap(({ fact }) => ('entryId' in fact ? [fact.entryId] : []));
  const reason = `第${period}${state.policy.periods.name}重新评议`;
  return [
    ...reversed.map((entryId) => entryReversed(book, { personId, entryId }, reason, making)),
    ...posted,
    inRound(command, { type: 'pointsRegistered', v: 1, period, personId, entries, reversed }),
  ];
}
