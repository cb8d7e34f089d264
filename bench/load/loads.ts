// The loads: what is asked, how often, and within what time it is to be answered.
import autocannon from 'autocannon';
import { YEAR } from '../../test/store/branch.ts';
import { type BranchAt, type County, type Office, PERIOD } from './county.ts';

export type Load = {
  readonly name: string;
  /** Requests a second, and milliseconds of all but the slowest twentieth. */
  readonly rate: number;
  readonly within: number;
  readonly next: () => autocannon.Request;
};

export type Measured = {
  readonly answered: number;
  readonly failed: number;
  readonly seconds: number;
  readonly p95: number;
};

const SECONDS = 20;
const CONNECTIONS = 20;

export const loads = (books: County): readonly [Load, Load, Load] => [
  {
    name: '公示页',
    rate: 300,
    within: 100,
    next: () => ({ method: 'GET', path: `/${books.notice}` }),
  },
  { name: '各职务查看', rate: 100, within: 250, next: reading(books) },
  { name: '各职务办理', rate: 30, within: 400, next: acting(books) },
];

/** What the offices open of one branch, over the branches in turn. */
export const PAGES = ({ id, members }: BranchAt, turn = 0): Readonly<Record<string, string>> => {
  const year = `/api/books/${id}/years/${YEAR}`;
  const member = members[3 + (turn % (members.length - 3))] ?? '';
  return {
    会话: '/api/session',
    组织: `/api/organisations/${id}`,
    年度积分总表: year,
    党员的一年: `${year}/members/${member}`,
    本轮: `${year}/rounds/${PERIOD}`,
    党员本季: `${year}/rounds/${PERIOD}/members/${member}`,
    考核登记表: `${year}/rounds/${PERIOD}/sheet`,
  };
};

function reading({ branches }: County) {
  let turn = 0;
  return (): autocannon.Request => {
    turn += 1;
    const at = branches[turn % branches.length] as BranchAt;
    const paths = Object.values(PAGES(at, turn));
    const path = paths[Math.floor(turn / branches.length) % paths.length] ?? '/';
    return { method: 'GET', path, headers: { cookie: at.scorekeeper.cookie } };
  };
}

/** By turns a deduction proposed by the scorekeeper and an application written down by the secretary, each of another member. */
function acting({ branches, url }: County) {
  let turn = 0;
  return (): autocannon.Request => {
    turn += 1;
    const at = branches[1 + (turn % (branches.length - 1))] as BranchAt;
    const round = `/api/books/${at.id}/years/${YEAR}/rounds/${PERIOD}`;
    const lap = Math.floor(turn / (branches.length - 1));
    const member = at.members[3 + (lap % (at.members.length - 3))] ?? '';
    const [office, path, body] =
      lap % 2 === 0
        ? [at.scorekeeper, `${round}/members/${member}/deductions`, DEDUCTION]
        : [at.secretary, `${round}/members/${member}/application`, APPLICATION];
    return {
      method: 'POST',
      path,
      headers: changing(office, url, `load-key-${turn}`),
      body: JSON.stringify(body),
    };
  };
}

const DEDUCTION = {
  item: 'A2.5-1',
  day: '2026-05-10',
  amount: '1.00',
  reason: '支部大会缺席',
  basis: '签到表',
  supplier: '本支部',
  incident: null,
  evidence: [],
};
const APPLICATION = {
  tasks: [],
  bonuses: [],
  selfReported: null,
  onBehalf: { helper: '陈志远', on: '2026-06-18' },
};

const changing = ({ cookie, token }: Office, url: string, key: string) => ({
  cookie,
  'content-type': 'application/json',
  'x-jifen-token': token,
  'idempotency-key': key,
  origin: new URL(url).origin,
});

export async function run({ url }: County, { next, rate }: Load): Promise<Measured> {
  const setupRequest = (plain: autocannon.Request): autocannon.Request => {
    const asked = next();
    return { ...plain, ...asked, headers: { ...plain.headers, ...asked.headers } };
  };
  const options = { url, connections: CONNECTIONS, requests: [{ setupRequest }] };
  await autocannon({ ...options, duration: 5, overallRate: rate });
  const result = await autocannon({ ...options, duration: SECONDS, overallRate: rate });
  return {
    answered: result['2xx'],
    failed: result.non2xx + result.errors + result.timeouts,
    seconds: result.duration,
    // the histogram keeps no 95th: the next it keeps is stricter
    p95: result.latency.p97_5,
  };
}
