// A branch in the browser with its year open, its plans in force and everybody signed in, at a day that can be set.
import type { Browser, Page } from 'playwright-core';
import type { OfficeKind } from '../../src/domain/office/office.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Command } from '../../src/service/perform.ts';
import { loadRound } from '../../src/service/round/roundState.ts';
import { acts, dueIn, HERE, type Name } from '../store/rounds.ts';
import { BRANCH, importing, member } from '../store/branch.ts';
import { COMMITTEE, founding, signedIn, tried } from '../store/bureau.ts';
import { agreeing, approving, proposing } from '../store/planning.ts';
import { done, given } from '../server/branch.ts';
import { type Code, type Person, redeemed, setUp } from '../server/person.ts';
import { serveWithin } from '../server/serving.ts';
import { openPage, openScreen } from './shown.ts';

const MEMBERS: readonly (readonly [string, Name, OfficeKind | null])[] = [
  ['001', '张建国', 'secretary'],
  ['002', '李梅', 'scorekeeper'],
  ['003', '王强', 'committeeMember'],
  ['004', '郑𠮷', 'committeeMember'],
  ['005', '吴㙦', null],
  ['006', '孙丽', 'checker'],
];
const OUTSIDERS = [
  ['赵敏', BRANCH, 'leaderInCharge'],
  ['陈志远', BRANCH, 'leadingGroupMember'],
  ['刘洋', COMMITTEE, 'committeeOfficer'],
  ['周涛', BRANCH, 'evidenceBody', '纪检'],
] as const;

export type RoundBranch = Awaited<ReturnType<typeof roundBranch>>;

export async function roundBranch(browser: Browser) {
  let now = '2026-06-01T01:00:00.000Z';
  const serving = await serveWithin({
    around: (services) => ({ ...services, world: { ...services.world, now: () => now } }),
  });
  const { services, url } = serving;
  const { world } = services;
  await done(services, founding(COMMITTEE));
  await done(services, importing(MEMBERS.map(([number, name]) => member(number, name))));
  await done(services, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
  const { security } = await setUp(url, serving.setUpToken);
  const id = {} as Record<string, string>;
  const users = new Map<string, string>();
  const people = new Map<string, Person>([['安全管理员', security]]);
  const account = async (name: string, organisationId: string, personId: string) => {
    const username = `person${users.size + 1}`;
    const { userId, code } = await security.done<Code>('POST', 'api/accounts', { username, name });
    await done(services, { type: 'linkAccount', organisationId, personId, userId });
    users.set(name, userId);
    people.set(name, await redeemed(url, username, code));
  };
  for (const [number, name, office] of MEMBERS) {
    const personId = (await world.store.read((tx) => tx.personByNumber(BRANCH, number)))?.personId ?? '';
    id[name] = personId;
    if (office !== null) await given(services, BRANCH, office, personId);
    await account(name, BRANCH, personId);
  }
  for (const [name, organisationId, office, scope] of OUTSIDERS) {
    const { personId } = await done<{ personId: string }>(services, {
      type: 'enterPerson',
      organisationId,
      number: name,
      name,
      post: null,
    });
    id[name] = personId;
    await given(services, organisationId, office, personId, scope);
    await account(name, organisationId, personId);
  }
  const by = async (name: string, command: Command) => {
    const answer = await tried(world, await signedIn(world, users.get(name) ?? ''), command);
    if (isRefusal(answer)) throw new Error(`${name} ${command.type}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const everybody = MEMBERS.map(([, name]) => id[name] ?? '');
  for (const personId of everybody)
    await done(services, {
      type: 'assignLeader',
      organisationId: BRANCH,
      personId,
      leaderId: id['赵敏'] ?? '',
    });
  await by('李梅', proposing(everybody));
  for (const [, name] of MEMBERS) await by(name, agreeing('Member', [id[name] ?? '']));
  await by('赵敏', agreeing('Leader', everybody));
  await by('张建国', approving(everybody.filter((one) => one !== id['张建国'])));
  await by('刘洋', approving([id['张建国'] ?? '']));
  const complaints: string[] = [];
  const due = (name: Name) => dueIn(world, id[name] ?? '');
  const matter = async (name: Name) => {
    const state = await world.store.read((tx) => loadRound(tx, HERE));
    const found = isRefusal(state) ? undefined : state.round.matters.get(id[name] ?? '');
    if (found === undefined) throw new Error(`${name} is not of the round`);
    return found;
  };
  return {
    url,
    dataDir: serving.dataDir,
    world,
    people,
    id: id as Record<Name, string>,
    by,
    complaints,
    matter,
    due,
    acts: acts({ id: id as Record<Name, string>, due, matter }),
    on: (day: string) => {
      now = `${day}T01:00:00.000Z`;
    },
    /** That person's browser, signed in, at that address. */
    at: async (name: string, width: number, path: string): Promise<Page> => {
      const context = await openScreen(browser, { width, scheme: 'light', size: 'normal' });
      const cookies = [...(people.get(name)?.cookies ?? [])];
      await context.addCookies(cookies.map(([key, value]) => ({ name: key, value, url })));
      const { page, complaints: heard } = await openPage(context, url);
      page.on('close', () => complaints.push(...heard));
      await page.goto(new URL(path, url).href);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    stop: () => serving.stop(),
  };
}

export const roundPath = (rest: string) => `branch/${BRANCH}/${HERE.year}/rounds/${HERE.period}/${rest}`;
