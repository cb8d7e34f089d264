// A county's books: that many branches of forty members with a year of records, a round open in each, and in the first a public notice.
import { yearBook } from '../../src/domain/fact.ts';
import type { Day } from '../../src/domain/period.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import { actorOf } from '../../src/service/views/officesOfUser.ts';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { type Behind, openBehind, addAccount } from '../../test/server/matrix/behind.ts';
import { freshKey, PASSWORD, Person, setUp } from '../../test/server/person.ts';
import type { MemberRecord } from '../../src/service/views/branchYear.ts';
import type { ServingWithin } from '../../test/server/serving.ts';
import { entry, importing, member, YEAR } from '../../test/store/branch.ts';
import { COMMITTEE, founding, giving, linking } from '../../test/store/bureau.ts';

export const PERIOD = 2;
/** One working day after which the notice hangs; the clock stands there while the load runs. */
export const AT = '2026-06-20T01:00:00.000Z';

export type Office = {
  readonly userId: string;
  readonly cookie: string;
  readonly token: string;
};
export type BranchAt = {
  readonly id: string;
  readonly members: readonly string[];
  readonly secretary: Office;
  readonly scorekeeper: Office;
  readonly checker: Office;
};
export type County = {
  readonly url: string;
  readonly branches: readonly BranchAt[];
  /** The address of the public notice, below the server's. */
  readonly notice: string;
  readonly facts: number;
};

export type Size = {
  readonly branches: number;
  readonly members: number;
  readonly entries: number;
  /** Branches beside them, of three members each, in which nobody signs in. */
  readonly others?: number;
};
const FEW = 3;

const OFFICES = ['secretary', 'scorekeeper', 'committeeMember'] as const;
const ITEMS = ['task', 'A2.5-1', 'A2.5-2'] as const;

export async function county(
  serving: ServingWithin,
  { branches, members, entries, others = 0 }: Size,
  place: { readonly url: string | undefined; readonly dataDir: string },
): Promise<County> {
  await done(serving, founding(COMMITTEE));
  const behind = await openBehind(place);
  const found: BranchAt[] = [];
  await setUp(serving.url, serving.setUpToken);
  for (let index = 0; index < branches; index += 1)
    found.push(await branch(serving, behind, { index, members, entries }));
  await behind.close();
  for (let index = 0; index < others; index += 1) await beside(serving, `other-${index}`);
  const [first] = found;
  if (first === undefined) throw new Error('a county has a branch');
  const notice = await publish(serving, first);
  const books = await serving.services.world.store.read((tx) => tx.booksIn(found.map(({ id }) => id)));
  return {
    url: serving.url,
    branches: found,
    notice,
    facts: books.reduce((sum, { seq }) => sum + seq, 0),
  };
}

async function beside(serving: ServingWithin, id: string): Promise<void> {
  await founded(serving, id, records(FEW, FEW));
  const [first] = await serving.services.world.store.read((tx) => tx.persons(id, {}));
  await done(serving, giving(id, 'secretary', first?.personId ?? ''));
}

type Branch = { readonly index: number } & Omit<Size, 'branches'>;

async function branch(serving: ServingWithin, behind: Behind, { index, members, entries }: Branch) {
  const id = `branch-${index}`;
  await founded(serving, id, records(members, entries));
  const people = await serving.services.world.store.read((tx) => tx.persons(id, {}));
  const ids = people.map(({ personId }) => personId);
  const offices: Office[] = [];
  for (const [at, office] of OFFICES.entries()) {
    const personId = ids[at] ?? '';
    const username = `${office.toLowerCase()}${index}`;
    const userId = await addAccount(behind, username, people[at]?.name ?? '');
    await done(serving, giving(id, office, personId));
    await done(serving, linking(id, personId, userId));
    const person = new Person(serving.url);
    await person.done('POST', 'api/session', { username, password: PASSWORD });
    const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    offices.push({ userId, cookie, token: await person.token() });
  }
  const [secretary, scorekeeper, checker] = offices as [Office, Office, Office];
  const open = { type: 'openRound', organisationId: id, year: YEAR, period: PERIOD } as const;
  await done(serving, open, scorekeeper.userId);
  return { id, members: ids, secretary, scorekeeper, checker };
}

async function founded(serving: ServingWithin, id: string, members: readonly MemberRecord[]): Promise<void> {
  const branch = { name: `清江县${id}党支部`, level: 'branch', example: false } as const;
  await done(serving, { ...importing(members), organisationId: id, founding: branch });
  await done(serving, { type: 'placeOrganisation', organisationId: id, parentId: COMMITTEE });
}

const records = (members: number, entries: number): MemberRecord[] =>
  Array.from({ length: members }, (_none, at) =>
    member(
      String(at + 1).padStart(4, '0'),
      `陈志远${at}`,
      Array.from({ length: entries }, (_nothing, row) => recorded(row)),
    ),
  );

function recorded(row: number) {
  const item = ITEMS[row % ITEMS.length] ?? ITEMS[0];
  const on = `2026-0${(Math.floor(row / 27) % 3) + 1}-${String((row % 27) + 1).padStart(2, '0')}`;
  return entry(item, on, 100);
}

/** The first branch's round as far as the notice, for all but those who act in it; the others stay where the load finds them. */
async function publish(serving: ServingWithin, { id, members, ...office }: BranchAt): Promise<string> {
  const here = { organisationId: id, year: YEAR, period: PERIOD } as const;
  const people = members.slice(OFFICES.length);
  const [secretary, scorekeeper, checker] = [office.secretary, office.scorekeeper, office.checker].map(
    ({ userId }) => userId,
  );
  const opinions = people.map(
    (personId) => ({ personId, tasks: [], quality: 'good', words: '完成较好' }) as const,
  );
  await done(serving, { type: 'giveOpinions', ...here, unsigned: false, opinions }, secretary);
  const lines = people.map((personId) => ({ personId, tasks: [], words: '' }));
  await done(serving, { type: 'handInAssessments', ...here, lines }, scorekeeper);
  const sitting = [members[0] ?? '', members[2] ?? ''];
  const meeting = { on: AT.slice(0, 10) as Day, place: '会议室', host: '书记', present: sitting, absent: [] };
  const { meetingId } = await done<{ meetingId: string }>(
    serving,
    { type: 'holdMeeting', ...here, ...meeting, minutes: '逐人评议' },
    secretary,
  );
  const votes = { for: sitting.length, against: 0, abstained: 0 };
  const decisions = people.map((personId) => {
    const decided = { tasks: [], bonuses: [], deductions: [], recused: [], words: '' };
    return { personId, votes, ...decided };
  });
  await done(serving, { type: 'appraise', ...here, meetingId, decisions }, secretary);
  const drafted = { people, workdays: 5, scope: '局机关', receiver: '王强，电话 8021' };
  const draft = { type: 'draftNotice', ...here, ...drafted } as const;
  const { noticeId } = await done<{ noticeId: string }>(serving, draft, scorekeeper);
  await done(serving, { type: 'checkNotice', ...here, noticeId, sound: true, words: '' }, checker);
  await done(serving, { type: 'publishNotice', ...here, noticeId }, secretary);
  return noticeAddress(serving, id);
}

async function noticeAddress({ services }: ServingWithin, id: string): Promise<string> {
  return services.world.store.read(async (tx) => {
    const [published] = await tx.factsOfTypes(id, yearBook(YEAR), ['noticePublished']);
    const [text] = await tx.textsOf(id, yearBook(YEAR), [published?.seq ?? 0]);
    const { link } = JSON.parse(text?.content ?? '{}') as { link: string };
    return `notice/${id}/${link}`;
  });
}

/** By whoever keeps the machine, or by that account. */
async function done<Outcome>({ services }: ServingWithin, command: Command, userId?: string) {
  const { world } = services;
  const actor =
    userId === undefined
      ? LOCAL_OPERATOR
      : await world.store.read((tx) => actorOf(tx, { userId, name: '' }, world.now().slice(0, 10) as Day));
  const answer = await perform(world, actor, command, { key: freshKey() });
  if (isRefusal(answer)) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
  return JSON.parse(answer.text) as Outcome;
}
