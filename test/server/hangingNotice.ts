// A branch of six whose second quarter hangs as a public notice, on a server whose clock can be set. Whatever must not be read
// on it is marked 暗记 where it was written.
import { isRefusal } from '../../src/domain/refusal.ts';
import { hangingNotices } from '../../src/service/views/round/hangingNotices.ts';
import { dayInShanghai } from '../../src/service/dayInShanghai.ts';
import { acts, type Bureau, HERE, type Name, roundIn } from '../store/rounds.ts';
import { linking, setUp as asOperator } from '../store/bureau.ts';
import { freshDatabase } from './database.ts';
import { type Code, type Person, redeemed, setUp } from './person.ts';
import { type ServingWithin, serveWithin } from './serving.ts';

export const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
export const MARK = '暗记';

export type Hanging = {
  readonly serving: ServingWithin;
  readonly bureau: Bureau;
  readonly act: ReturnType<typeof acts>;
  /** Sets the server's clock to an instant. */
  readonly at: (instant: string) => void;
  /** The path of the newest notice that hangs on that day. */
  readonly path: () => Promise<string>;
  readonly publish: (names: readonly Name[], workdays?: number, more?: object) => Promise<void>;
  /** That person at a browser, signed in with an account of their own from now on. */
  readonly signedIn: (name: Name) => Promise<Person>;
  readonly stop: () => Promise<void>;
};

type Given = {
  readonly around?: (services: ServingWithin['services']) => ServingWithin['services'];
  /** Done after the appraisal and before the notice is drafted. */
  readonly before?: (bureau: Bureau) => Promise<void>;
  /** What the draft says otherwise. */
  readonly draft?: object;
};

export async function hangNotice(
  engine: 'sqlite' | 'postgres',
  { around = (services) => services, before = async () => undefined, draft = {} }: Given = {},
): Promise<Hanging> {
  const database = await freshDatabase(engine);
  let now = '2026-06-01T01:00:00.000Z';
  const serving = await serveWithin({
    databaseUrl: database.url,
    around: (services) => around({ ...services, world: { ...services.world, now: () => now } }),
  });
  const bureau = await roundIn(serving.services.world, async () => undefined);
  const act = acts(bureau);
  const { organisationId } = HERE;
  const publish: Hanging['publish'] = async (names, workdays, more = {}) => {
    const { noticeId } = await bureau.done('李梅', { ...act.drafting(names, workdays), ...more });
    await bureau.done('王强', act.checking(noticeId));
    await bureau.done('张建国', act.publishing(noticeId));
  };
  let settingUp: ReturnType<typeof setUp> | undefined;
  await appraised(bureau, act);
  bureau.on('2026-06-16');
  await before(bureau);
  await publish(ALL, 5, draft);
  now = '2026-06-16T01:00:00.000Z';
  return {
    serving,
    bureau,
    act,
    at: (instant) => {
      now = instant;
    },
    path: async () => {
      const hanging = await serving.services.world.store.read((tx) =>
        hangingNotices(tx, organisationId, dayInShanghai(now)),
      );
      return `notice/${organisationId}/${hanging[0]?.link}`;
    },
    publish,
    signedIn: async (name) => {
      const { security } = await (settingUp ??= setUp(serving.url, serving.setUpToken));
      const username = `member${Object.keys(bureau.id).indexOf(name)}`;
      const { userId, code } = await security.done<Code>('POST', 'api/accounts', { username, name });
      const personId = bureau.id[name];
      await asOperator(serving.services.world, {
        type: 'unlinkAccount',
        organisationId,
        personId,
      });
      await asOperator(serving.services.world, linking(organisationId, personId, userId));
      return redeemed(serving.url, username, code);
    },
    stop: async () => {
      await serving.stop();
      await database.drop();
    },
  };
}

async function appraised(bureau: Bureau, act: ReturnType<typeof acts>): Promise<void> {
  bureau.on('2026-06-01');
  await bureau.done('李梅', act.opening());
  for (const name of ALL) {
    const applying = await act.applying(name);
    const tasks = applying.tasks.map((task) => ({ ...task, words: `${MARK}申请` }));
    await bureau.done(name, { ...applying, tasks, selfReported: `${MARK}自报` });
  }
  const opinions = await act.opinions(ALL);
  await bureau.done('赵敏', {
    ...opinions,
    opinions: opinions.opinions.map((one) => ({ ...one, words: `${MARK}意见` })),
  });
  const sheet = await act.sheet(ALL);
  const handing = async (user: string, names: readonly string[]) =>
    bureau.done(user, {
      ...sheet,
      lines: sheet.lines
        .filter(({ personId }) => names.includes(personId))
        .map((line) => ({ ...line, words: `${MARK}登记` })),
    });
  await handing(
    '李梅',
    ALL.filter((name) => name !== '李梅').map((name) => bureau.id[name]),
  );
  await handing('孙丽', [bureau.id.李梅]);
  bureau.on('2026-06-15');
  const meeting = { ...act.meeting('2026-06-15', ['张建国', '王强', '郑𠮷']), minutes: `${MARK}记录` };
  const { meetingId } = await bureau.done('张建国', meeting);
  const deciding = async (user: string, names: readonly Name[], more: object) => {
    const command = await act.appraising(meetingId, names, 3, more);
    const answer = await bureau.by(user, command);
    if (isRefusal(answer)) throw new Error(`${names.join('、')}: ${JSON.stringify(answer)}`);
  };
  const words = { words: `${MARK}评议` };
  await deciding(
    '张建国',
    ALL.filter((name) => name !== '张建国'),
    words,
  );
  await deciding('刘洋', ['张建国'], words);
}
