/** The rounds under way in those places, with the matters the reader may have to act in, and no others. */
import { type Ability, can } from '../../domain/access.ts';
import { accountIn, type PersonActor } from '../../domain/access/actor.ts';
import { readFact, yearBook } from '../../domain/fact.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';
import type { Day } from '../../domain/period.ts';
import { yearOf } from '../../domain/period.ts';
import { matterStream, type RoundFact } from '../../domain/round/facts.ts';
import { foldRound, type Round } from '../../domain/round/round.ts';
import { DUTIES } from '../../domain/todo/duties.ts';
import { type Todo, waitingFor } from '../../domain/todo/waitingFor.ts';
import { type HandedIn, type Wait, waitsIn } from '../../domain/todo/waits.ts';
import type { Reading } from '../ports.ts';
import { unansweredIn } from '../round/unanswered.ts';
import { objectionsHandedIn } from './handedIn.ts';
import type { Today } from './line.ts';
import type { Place } from './places.ts';
import type { KnownPolicies } from './policies.ts';

export type PlaceRound = { readonly place: Place; readonly year: number; readonly period: number };
export type RoundTodo = PlaceRound & { readonly todo: Todo };
/** Every round begun, whether or not something waits in it, by organisation and year: what should begin is asked of it. */
export type Begun = ReadonlySet<string>;
export const begunKey = (organisationId: string, year: number, period: number) =>
  `${organisationId} ${year} ${period}`;

/** What the branch does for everybody: facts of the round's own stream. */
const COMMON = [
  'roundOpened',
  'meetingHeld',
  'noticeDrafted',
  'noticeChecked',
  'noticePublished',
  'roundSubmitted',
  'roundReturned',
  'roundReviewed',
  'roundFiled',
  'bulletinIssued',
  'appealLodged',
  'appealAnswered',
  // of the members' matters: few, the tied ones for the organisation above, and whoever re-examines is found by them
  'tieReferred',
  'objectionReceived',
];

type Half = PlaceRound & {
  readonly common: readonly Chained[];
  /** As the common facts alone have it: whoever is filed is filed, whatever else was said. */
  readonly round: Round;
};

/** This year's rounds and last year's; four queries a year at most, however many the places. */
export async function roundTodos(
  tx: Reading,
  actor: PersonActor,
  places: readonly Place[],
  policies: KnownPolicies,
  { today, holidays }: Today,
): Promise<{ readonly todos: RoundTodo[]; readonly begun: Begun }> {
  const found: RoundTodo[] = [];
  const begun = new Set<string>();
  for (const year of [yearOf(today), yearOf(today) - 1]) {
    for (const { whole, known } of await roundsOf(tx, actor, places, year)) {
      begun.add(begunKey(whole.place.organisation.organisationId, year, whole.period));
      const { place, period } = whole;
      const { organisationId } = place.organisation;
      const policy = policies(organisationId, year);
      const here = { organisationId, year, period };
      const handedIn =
        place.whole && policy !== undefined
          ? await objectionsHandedIn(tx, here, whole.round, { policy, today, holidays })
          : new Map();
      for (const todo of todosIn(actor, whole, { known, handedIn }, today))
        found.push({ place, year, period, todo });
    }
  }
  return { todos: found, begun };
}

type Whole = { readonly whole: Half; readonly known: ReadonlySet<string> };

async function roundsOf(
  tx: Reading,
  actor: PersonActor,
  places: readonly Place[],
  year: number,
): Promise<Whole[]> {
  const ids = places.map(({ organisation }) => organisation.organisationId);
  const common = Map.groupBy(await tx.factsOfTypesIn(ids, yearBook(year), COMMON), keyOf);
  const halves = places.flatMap((place) =>
    [...common.values()]
      .filter(([first]) => first?.organisationId === place.organisation.organisationId)
      .map((rows): Half => {
        const period = periodOf(rows[0]);
        return { place, year, period, common: rows, round: fold(rows) };
      }),
  );
  const wanted = halves.map((half) => ({ half, known: peopleFor(actor, half) }));
  const asked = wanted.filter(({ known }) => known.size > 0);
  const rows = await tx.factsOfStreamsIn(
    [...new Set(asked.map(({ half }) => half.place.organisation.organisationId))],
    yearBook(year),
    asked.flatMap(({ half, known }) => [...known].map((personId) => matterStream(half.period, personId))),
  );
  const own = Map.groupBy(rows, keyOf);
  return wanted.map(({ half, known }) => {
    const matters = own.get(`${half.place.organisation.organisationId} ${half.period}`) ?? [];
    const all = [...new Map([...half.common, ...matters].map((row) => [row.seq, row])).values()].toSorted(
      (a, b) => a.seq - b.seq,
    );
    return { whole: { ...half, common: all, round: fold(all) }, known };
  });
}

const keyOf = (row: Chained): string => `${row.organisationId} ${periodOf(row)}`;
const periodOf = (row: Chained | undefined): number => Number.parseInt(row?.stream.split(':')[1] ?? '', 10);
const fold = (rows: readonly Chained[]): Round =>
  foldRound(rows.map((row) => ({ fact: readFact(row) as RoundFact, seq: row.seq })));

const FOR_ALL: readonly Ability[] = ['draftNotice', 'checkNotice', 'publishNotice', 'submitRound'];
const FOR_ONE: readonly Ability[] = [
  'giveOpinion',
  'assess',
  'appraise',
  'receiveObjection',
  'redetermine',
  'registerPoints',
];

/** Of those not filed yet: everybody where the reader acts for the branch, else those in whose matter they may act. */
function peopleFor(actor: PersonActor, half: Half): Set<string> {
  const { place, round } = half;
  const open = [...round.matters.values()].filter(({ state }) => state !== 'filed');
  const people = open.map(({ personId }) => personId);
  const actsForAll =
    FOR_ALL.some((ability) => can(actor, ability, place.base) === true) || publishesInstead(actor, half);
  if (actsForAll) return new Set(people);
  const everybody = new Set(people);
  const kinds = new Map<string, boolean>();
  for (const personId of people) {
    const kind = place.kindOf(personId);
    if (kinds.has(kind)) continue;
    const object = place.objectOf(personId, everybody);
    kinds.set(
      kind,
      FOR_ONE.some((ability) => can(actor, ability, object) === true),
    );
  }
  // whoever re-examines is not always who holds the office, and a tie is above's: both are read whole
  const special = open
    .filter(({ objections, tie }) => objections.length > 0 || tie !== null)
    .map(({ personId }) => personId);
  return new Set([...special, ...people.filter((personId) => kinds.get(place.kindOf(personId)) === true)]);
}

/** Whoever checked a notice does not approve it: that may make it the reader's (G29). */
function publishesInstead(actor: PersonActor, { place, round, common }: Half): boolean {
  return round.notices.some(({ checked, published }) => {
    if (checked === null || published !== null) return false;
    const checker = accountIn(common.find(({ seq }) => seq === checked.seq)?.actor ?? '');
    const users = checker === null ? [] : [checker];
    return can(actor, 'publishNotice', { ...place.base, users }) === true;
  });
}

type Beside = { readonly known: ReadonlySet<string>; readonly handedIn: HandedIn };

function todosIn(actor: PersonActor, half: Half, { known, handedIn }: Beside, today: Day): Todo[] {
  const { place, round, common } = half;
  const unanswered = unansweredIn(round, round.matters.keys(), today);
  const actors = new Map(common.map(({ seq, actor: by }) => [seq, by]));
  const around = {
    base: place.base,
    objectOf: (personId: string) => place.objectOf(personId, unanswered),
    actorOf: (seq: number) => actors.get(seq) ?? '',
  };
  return waitingFor(
    actor,
    waitsIn(round, today, handedIn).filter((wait) => isCertain(wait, known)),
    around,
  );
}

/** The committee's acts and the bulletin rest on the common facts alone; one's own matter is read for itself. */
function isCertain({ duty, people }: Wait, known: ReadonlySet<string>): boolean {
  const { whose } = DUTIES[duty];
  if (whose === 'own') return false;
  return whose === 'body' || duty === 'issueBulletin' || people.every((personId) => known.has(personId));
}
