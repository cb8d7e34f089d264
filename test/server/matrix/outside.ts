// Whoever is nobody to the program: not signed in, suspended since, or halfway through signing in.
import { shownBy } from '../../signIn/bureau.ts';
import { PASSWORD, Person } from '../person.ts';
import { addAccount } from './behind.ts';
import type { Bureau, Row } from './bureau.ts';

export type Outsider = Pick<Row, 'name' | 'person' | 'token'>;

async function outsider(name: string, person: Person): Promise<Outsider> {
  return { name, person, token: await person.token() };
}

async function signedIn(
  { serving, behind }: Bureau,
  username: string,
): Promise<{ person: Person; userId: string }> {
  const userId = await addAccount(behind, username, username);
  const person = new Person(serving.url);
  await person.done('POST', 'api/session', { username, password: PASSWORD });
  return { person, userId };
}

export async function outsiders(bureau: Bureau): Promise<Outsider[]> {
  const { serving, rows } = bureau;
  const security = rows.find(({ name }) => name === '安全保密管理员')?.person ?? new Person(serving.url);
  const suspended = await signedIn(bureau, 'suspended');
  await suspended.person.done('GET', 'api/books');
  await security.done('POST', `api/accounts/${suspended.userId}/suspension`);
  return [
    await outsider('没有登录', new Person(serving.url)),
    await outsider('登录以后被停用', suspended.person),
    await outsider('还没有输入验证码', await halfway(bureau)),
    await outsider('密码到期还没有改', await lapsed(bureau)),
  ];
}

/** The right password, and the code of the second factor not yet. */
async function halfway(bureau: Bureau): Promise<Person> {
  const { person } = await signedIn(bureau, 'halfway');
  const { uri } = await person.done<{ uri: string }>('POST', 'api/me/second-factor', { password: PASSWORD });
  await person.done('POST', 'api/me/second-factor/confirmation', { code: shownBy(uri) });
  const again = new Person(bureau.serving.url);
  const { next } = await again.done<{ next: string }>('POST', 'api/session', {
    username: 'halfway',
    password: PASSWORD,
  });
  if (next !== 'secondFactor') throw new Error('no second factor was asked for');
  return again;
}

async function lapsed(bureau: Bureau): Promise<Person> {
  const { person, userId } = await signedIn(bureau, 'lapsed');
  await bureau.behind.signIn('update sign_in_user set password_set_at = ? where id = ?', [
    '2020-01-01T00:00:00.000Z',
    userId,
  ]);
  return person;
}
