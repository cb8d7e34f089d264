/** The scorekeeper's election, and absences from offices. */
import type { Elections, Keeper } from '../contract/election.ts';
import { can } from '../domain/access.ts';
import type { Day } from '../domain/period.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { disqualifiedBy, entitledOn } from '../service/electorate.ts';
import type { Reading } from '../service/ports.ts';
import { electionHistory, type ShownBallot } from '../service/views/elections.ts';
import type { OfficeLine } from '../service/views/offices.ts';
import type { Asking } from './asking.ts';
import { accountOf, beginAnew, dayIn, doing } from './doing.ts';
import type { Guarded } from './guarded.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

export function electionRoutes(os: Guarded, services: Services) {
  return {
    elections: os.elections.handler(async ({ input: { organisation, on }, context }) =>
      electionsAnswer(services, context, organisation, on === undefined ? undefined : dayIn(on)),
    ),
    recordElection: os.recordElection.handler(async ({ input, context }) => {
      const { organisation: organisationId, ballots, checker: checkerId, ...rest } = input;
      const days = { on: dayIn(rest.on), from: dayIn(rest.from), until: dayIn(rest.until) };
      const counted = ballots.map(({ person: personId, votes }) => ({ personId, votes }));
      const command = { type: 'recordElection', organisationId, ...rest, ...days, checkerId } as const;
      const before = await services.world.store.read((tx) => tx.offices(organisationId));
      const { electionId, officeId } = await doing<{ electionId: string; officeId: string | null }>(
        services,
        context,
        { ...command, ballots: counted },
      );
      const after = await services.world.store.read((tx) => tx.offices(organisationId));
      const known = new Map(before.map((row) => [row.officeId, row.endedOn]));
      const changed = after.filter(({ officeId: one, endedOn }) => known.get(one) !== endedOn);
      for (const personId of new Set(changed.map((row) => row.personId)))
        await beginAnew(context, await accountOf(services, organisationId, personId));
      return { electionId, elected: officeId !== null };
    }),
    recordAbsence: os.recordAbsence.handler(async ({ input, context }) => {
      const { organisation: organisationId, officeId, until, reason } = input;
      const span = { from: dayIn(input.from), until: until === null ? null : dayIn(until) };
      await doing(services, context, { type: 'recordAbsence', organisationId, officeId, ...span, reason });
      return {};
    }),
    endAbsence: os.endAbsence.handler(async ({ input, context }) => {
      const { organisation: organisationId, officeId } = input;
      await doing(services, context, { type: 'endAbsence', organisationId, officeId, on: dayIn(input.on) });
      return {};
    }),
  };
}

async function electionsAnswer(
  { world }: Services,
  { actor }: Asking,
  organisation: string,
  on: Day | undefined,
): Promise<Elections> {
  const today = dayInShanghai(world.now());
  return world.store.read(async (tx) => {
    const history = granted(await electionHistory(tx, organisation, today));
    const entitled = await entitledOn(tx, organisation, on ?? today);
    const mayRecord = can(actor, 'recordElection', await accessObject(tx, organisation, today)) === true;
    const people = mayRecord ? await peopleOf(tx, organisation) : [];
    const out = mayRecord
      ? await disqualifiedBy(tx, organisation, on ?? today, [...entitled])
      : new Set<string>();
    return {
      organisation: history.organisation,
      scorekeeper: keeperOf(history.scorekeeper),
      checker: keeperOf(history.checker),
      substitution: history.substitution,
      entitled: entitled.size,
      elections: history.elections.map(({ electionId, ballots }) => ({
        electionId,
        ballots: ballots.map(ballotOf),
      })),
      mayRecord,
      eligible: people.filter(({ id }) => entitled.has(id) && !out.has(id)),
      people,
    };
  });
}

const ballotOf = ({ ballots, ...rest }: ShownBallot) => ({ ...rest, ballots: [...ballots] });

function keeperOf(line: OfficeLine | null): Keeper | null {
  if (line === null) return null;
  const { officeId, personId, name, from, until, daysLeft, basis } = line;
  return { officeId, person: { id: personId, name }, from, until, daysLeft, basis };
}

const MOST_PEOPLE = 20_000;

/** Everybody of the register, by number: 「张建国（001）」. */
async function peopleOf(tx: Reading, organisation: string) {
  const people = await tx.persons(organisation, { limit: MOST_PEOPLE });
  return people
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ personId: id, number, name }) => ({ id, name: `${name}（${number}）` }));
}
