// A branch of six, appraised, on a server; each of them at a browser and holding what lets them act for others.
import { points } from '../../../src/domain/points.ts';
import { acts, day, HERE, type Name, roundIn } from '../../store/rounds.ts';
import { COMMITTEE, entered, given, giving, linking, setUp as asOperator } from '../../store/bureau.ts';
import { freshDatabase } from '../database.ts';
import { type Code, type Person, redeemed, setUp } from '../person.ts';
import { serveWithin } from '../serving.ts';

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
const { organisationId } = HERE;

export type Standing = Awaited<ReturnType<typeof standing>>;

export async function standing(engine: 'sqlite' | 'postgres') {
  const database = await freshDatabase(engine);
  let now = '2026-06-01T01:00:00.000Z';
  const serving = await serveWithin({
    databaseUrl: database.url,
    around: (services) => ({ ...services, world: { ...services.world, now: () => now } }),
  });
  const { world } = serving.services;
  const bureau = await roundIn(world, async () => undefined);
  const person = {} as Record<Name, Person>;
  const user = {} as Record<Name, string>;
  const { security } = await setUp(serving.url, serving.setUpToken);
  for (const [index, name] of ALL.entries()) {
    const username = `member${index}`;
    const { userId, code } = await security.done<Code>('POST', 'api/accounts', { username, name });
    const about = { organisationId, personId: bureau.id[name] };
    await asOperator(world, { type: 'unlinkAccount', ...about });
    await asOperator(world, linking(organisationId, about.personId, userId));
    person[name] = await redeemed(serving.url, username, code);
    user[name] = userId;
  }
  await offices(bureau, user);
  const notices = await appraised(bureau, user);
  now = '2026-06-16T01:00:00.000Z';
  const { organisationId: organisation, year, period } = HERE;
  return {
    ...notices,
    id: bureau.id,
    person,
    place: { organisation, year: String(year), period: String(period) },
    heads: () =>
      world.store.read(async (tx) =>
        JSON.stringify([await tx.books(organisationId), await tx.books(COMMITTEE)]),
      ),
    stop: async () => {
      await serving.stop();
      await database.drop();
    },
  };
}

type Bureau = Awaited<ReturnType<typeof roundIn>>;
type Users = Readonly<Record<Name, string>>;

/** 李梅 sits on the committee too, 张建国 supplies evidence, 王强 leads 郑𠮷, 郑𠮷 is an officer above, 吴㙦 is 李梅's deputy by 张建国's choice. */
async function offices({ world, id, done }: Bureau, user: Users): Promise<void> {
  await given(world, organisationId, 'committeeMember', id.李梅);
  await given(world, organisationId, 'evidenceBody', id.张建国, { scope: '组织人事' });
  await given(world, organisationId, 'leaderInCharge', id.王强);
  await asOperator(world, {
    type: 'assignLeader',
    organisationId,
    personId: id.郑𠮷,
    leaderId: id.王强,
  });
  const officer = await entered(world, COMMITTEE, '郑', '郑𠮷');
  await given(world, COMMITTEE, 'committeeOfficer', officer);
  await asOperator(world, linking(COMMITTEE, officer, user.郑𠮷));
  const held = await world.store.read((tx) => tx.offices(organisationId));
  const deputyOf = held.find(({ office }) => office === 'scorekeeper')?.officeId ?? '';
  await done(user.张建国, giving(organisationId, 'scorekeeper', id.吴㙦, { deputyOf }));
}

async function appraised(bureau: Bureau, user: Users) {
  const { done, id, on } = bureau;
  const act = acts(bureau);
  const except = (one: Name) => ALL.filter((name) => name !== one);
  on('2026-06-01');
  await done(user.李梅, act.opening());
  for (const name of ALL) await done(user[name], await act.applying(name));
  await done('赵敏', await act.opinions(except('郑𠮷')));
  await done(user.王强, await act.opinions(['郑𠮷']));
  const { proposalId } = await done(user.张建国, {
    type: 'proposeDeduction',
    ...HERE,
    personId: id.吴㙦,
    proposed: {
      item: 'A2.5-1',
      day: day('2026-05-12'),
      amount: points(100),
      reason: '主题党日缺席',
      evidence: '签到表',
      supplier: '组织人事',
      incident: null,
    },
    files: [],
  });
  const said = { ...HERE, personId: id.吴㙦, proposalId: String(proposalId), words: '在下乡', spoken: false };
  await done(user.吴㙦, { type: 'answerDeduction', ...said });
  await done(user.李梅, await act.sheet(except('李梅')));
  await done(user.孙丽, await act.sheet(['李梅']));
  on('2026-06-15');
  const seats = ['张建国', '王强', '郑𠮷', '李梅'] as const;
  const { meetingId } = await done(user.张建国, act.meeting('2026-06-15', seats));
  const deciding = async (by: string, names: readonly Name[]) => {
    const { decisions, ...rest } = await act.appraising(meetingId, names, seats.length);
    const recusing = decisions.map((one) => {
      const sits = seats.some((name) => id[name] === one.personId);
      const votes = { for: seats.length - (sits ? 1 : 0), against: 0, abstained: 0 };
      return { ...one, votes, recused: sits ? [one.personId] : [] };
    });
    await done(by, { ...rest, decisions: recusing });
  };
  await deciding(user.张建国, except('张建国'));
  await deciding('刘洋', ['张建国']);
  const { noticeId: drafted } = await done(user.李梅, act.drafting(ALL));
  const { noticeId: checked } = await done(user.李梅, act.drafting(ALL));
  await done(user.张建国, act.checking(checked));
  return { drafted: String(drafted), checked: String(checked) };
}
