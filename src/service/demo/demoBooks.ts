/** The demonstration's organisations, registers and offices, by the machine's own operator: sign-in is not set up yet. */
import { LOCAL_OPERATOR } from '../../domain/access/actor.ts';
import { yearStart } from '../../domain/period.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { importBranch } from '../importBranch.ts';
import type { World } from '../ports.ts';
import type { MemberRecord, PolicyVersion } from '../views/branchYear.ts';
import {
  CAST,
  type CastMember,
  type CastPlace,
  COMMITTEE_NAME,
  SMALL_BRANCH_NAME,
  TOWN_BRANCH_NAME,
} from './cast.ts';
import { done } from './done.ts';

export type DemoSource = {
  readonly organisation: string;
  readonly year: number;
  readonly version: PolicyVersion;
  readonly records: readonly MemberRecord[];
};

/** Organisation ids by place, and person ids by `<place> <number>`. */
export type DemoBooks = {
  readonly year: number;
  readonly organisations: Readonly<Record<CastPlace, string>>;
  readonly people: ReadonlyMap<string, string>;
};

export const castKey = ({ place, number }: Pick<CastMember, 'place' | 'number'>): string =>
  `${place} ${number}`;

/** `early`: the same world at the year's beginning, when the branch was founded whose rounds of the whole year are shown. */
export async function demoBooks(world: World, early: World, source: DemoSource): Promise<DemoBooks> {
  const { year, version } = source;
  const committee = await founded(world, COMMITTEE_NAME, 'committee', null);
  const imported = await importBranch(
    world,
    LOCAL_OPERATOR,
    { ...source, example: true, correction: null },
    world.newId(),
  );
  if (isRefusal(imported)) throw new Error(`the example branch was refused: ${imported.code}`);
  const branch = imported.organisationId;
  const smallBranch = await founded(world, SMALL_BRANCH_NAME, 'branch', committee);
  const place = { type: 'placeOrganisation', organisationId: branch, parentId: committee } as const;
  await done(world, LOCAL_OPERATOR, place);
  const townBranch = await founded(early, TOWN_BRANCH_NAME, 'branch', committee);
  const organisations = { committee, branch, smallBranch, townBranch };
  const people = await registered(world, early, organisations, year);
  for (const [at, organisationId] of [
    [world, smallBranch],
    [early, townBranch],
  ] as const)
    await done(at, LOCAL_OPERATOR, {
      type: 'openYear',
      organisationId,
      year,
      policy: version.policy,
      sha256: version.sha256,
    });
  const books = { year, organisations, people };
  await officesGiven(world, early, books);
  await leadersAssigned(world, books, source.records);
  await oneLeader(world, books, 'smallBranch', '003');
  await oneLeader(early, books, 'townBranch', 'L01');
  return books;
}

async function founded(world: World, name: string, level: 'committee' | 'branch', parentId: string | null) {
  const organisationId = world.newId();
  const founding = { name, level, example: true, parentId } as const;
  await done(world, LOCAL_OPERATOR, { type: 'foundOrganisation', organisationId, ...founding });
  return organisationId;
}

async function registered(
  world: World,
  early: World,
  organisations: DemoBooks['organisations'],
  year: number,
) {
  const people = new Map<string, string>();
  const onRoster = await world.store.read((tx) => tx.persons(organisations.branch, {}));
  for (const row of onRoster) people.set(castKey({ place: 'branch', number: row.number }), row.personId);
  for (const one of CAST) {
    if (people.has(castKey(one))) continue;
    const organisationId = organisations[one.place];
    const at = one.place === 'townBranch' ? early : world;
    const { personId } =
      one.type === null
        ? await done(at, LOCAL_OPERATOR, {
            type: 'enterPerson',
            organisationId,
            number: one.number,
            name: one.name,
            post: null,
          })
        : await done(at, LOCAL_OPERATOR, {
            type: 'registerMember',
            organisationId,
            memberType: one.type,
            joinedOn: yearStart(year - 1),
            person: { ...NO_PARTICULARS, number: one.number, name: one.name },
          });
    people.set(castKey(one), String(personId));
  }
  return people;
}

const NO_PARTICULARS = {
  gender: null,
  bornOn: null,
  admittedOn: null,
  group: null,
  post: null,
  workField: null,
  leader: null,
} as const;

/** Principals first: a deputy names whose they are. */
async function officesGiven(world: World, early: World, { organisations, people, year }: DemoBooks) {
  const given = new Map<string, string>();
  const all = CAST.flatMap((one) => one.held.map((held) => ({ one, held })));
  for (const { one, held } of [...all.filter(isPrincipal), ...all.filter((each) => !isPrincipal(each))]) {
    const principal =
      held.deputyOf === undefined
        ? null
        : (given.get(`${one.place} ${held.deputyOf} ${held.office}`) ?? null);
    const { officeId } = await done(one.place === 'townBranch' ? early : world, LOCAL_OPERATOR, {
      type: 'giveOffice',
      organisationId: organisations[one.place],
      office: held.office,
      personId: people.get(castKey(one)) ?? '',
      scope: held.scope ?? null,
      from: yearStart(year),
      until: null,
      deputyOf: principal,
      basis: `示例：${year - 1}年12月党员大会`,
    });
    given.set(`${castKey(one)} ${held.office}`, String(officeId));
  }
}

const isPrincipal = ({ held }: { readonly held: { readonly deputyOf?: string } }) =>
  held.deputyOf === undefined;

/** As the roster prints them: by name, or by number. */
async function leadersAssigned(
  world: World,
  { organisations, people }: DemoBooks,
  records: readonly MemberRecord[],
) {
  const leaders = CAST.filter(
    ({ place, held }) => place === 'branch' && held.some(({ office }) => office === 'leaderInCharge'),
  );
  for (const { person } of records) {
    const leader = leaders.find(({ number, name }) => person.leader === number || person.leader === name);
    const personId = people.get(castKey({ place: 'branch', number: person.number }));
    const leaderId = leader === undefined ? undefined : people.get(castKey(leader));
    if (personId === undefined || leaderId === undefined || leaderId === personId) continue;
    await done(world, LOCAL_OPERATOR, {
      type: 'assignLeader',
      organisationId: organisations.branch,
      personId,
      leaderId,
    });
  }
}

/** Leads everybody else of a branch. */
async function oneLeader(
  world: World,
  { organisations, people }: DemoBooks,
  place: CastPlace,
  number: string,
) {
  const leaderId = people.get(castKey({ place, number })) ?? '';
  for (const one of CAST.filter((each) => each.place === place && each.type !== null))
    if (one.number !== number)
      await done(world, LOCAL_OPERATOR, {
        type: 'assignLeader',
        organisationId: organisations[place],
        personId: people.get(castKey(one)) ?? '',
        leaderId,
      });
}
