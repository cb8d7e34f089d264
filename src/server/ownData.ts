/** The copy of everything kept about whoever asks, and about nobody else: books, account, figures of each year, looks. */
import { AUDIT_ACTS } from '../contract/auditActs.ts';
import { ownDataWorkbook } from '../forms/ownData.ts';
import type { PersonActor } from '../domain/access/actor.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { bookedYears } from '../service/bookedYear.ts';
import { timeInShanghai } from '../service/timeInShanghai.ts';
import { memberYear } from '../service/views/memberYear.ts';
import {
  type OwnData,
  type OwnNames,
  type OwnPart,
  ownBooks,
  ownDataJson,
  part,
} from '../service/views/ownData.ts';
import type { Asking } from './asking.ts';
import { attachmentNamed } from './attachment.ts';
import { workbook } from './papers.ts';
import { looksOn } from './privacyRoutes.ts';
import type { Services } from './services.ts';
import type { Years } from './years.ts';

const MOST_LOOKS = 10_000;
const MOST_SIGN_INS = 5_000;

/** `json` or `xlsx`; anything else is as unknown as a paper nobody has. */
export async function ownDataResponse(
  services: Services,
  years: Years,
  asking: Asking,
  format: string,
): Promise<Response | Refusal> {
  const { actor, seen } = asking;
  if (actor.kind !== 'person' || seen === null) return refuse('notSignedIn', null);
  if (format !== 'json' && format !== 'xlsx') return refuse('paperUnknown', null);
  const data = await ownData(services, years, { ...asking, actor });
  const name = `${data.title}-${data.person}`;
  if (format === 'xlsx') return workbook(await ownDataWorkbook(data), `${name}.xlsx`);
  return new Response(ownDataJson(data), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': attachmentNamed(`${name}.json`, 'jifen'),
      'cache-control': 'no-store',
    },
  });
}

type Own = Asking & { readonly actor: PersonActor };

async function ownData(services: Services, years: Years, asking: Own): Promise<OwnData> {
  const { world, notice, looks } = services;
  const { actor } = asking;
  const names = await namesFor(services, asking);
  await looks.flush();
  return {
    title: '关于本人的全部信息',
    person: actor.name,
    madeAt: timeInShanghai(world.now()),
    explained: [
      '依据《中华人民共和国个人信息保护法》第四十五条，由本人下载。时间都是北京时间。',
      `《${notice.title}》当前版本 ${notice.version}。`,
      '发现不准确、不完整的，请向本支部记分员或书记提出更正（第四十六条）。',
      `登记事项每个组织最多列 20000 笔，登录记录最多 ${MOST_SIGN_INS} 条，查看记录最多 ${MOST_LOOKS} 条，都是最近的。`,
    ],
    parts: [
      ...(await world.store.read((tx) => ownBooks(tx, actor, names))),
      await figures(services, years, actor),
      ...(await account(asking)),
      await looked(services, asking),
    ],
  };
}

async function namesFor({ world }: Services, { signIn }: Own): Promise<OwnNames> {
  const accounts = new Map((await signIn.accounts()).map(({ userId, name }) => [`person:${userId}`, name]));
  const known = await world.store.read((tx) => tx.organisations());
  const organisations = new Map(known.map(({ organisationId, name }) => [organisationId, name]));
  return {
    organisation: (id) => organisations.get(id) ?? '',
    actor: (actor) =>
      accounts.get(actor) ?? (actor === 'localOperator' ? '启用登录以前的本机操作员' : '已不在的账号'),
  };
}

/** As the pages of each year show them. */
async function figures({ world }: Services, years: Years, { selves }: PersonActor): Promise<OwnPart> {
  const rows: string[][] = [];
  for (const { organisationId, personId } of selves) {
    for (const year of await world.store.read((tx) => bookedYears(tx, organisationId))) {
      const branch = await years(organisationId, year);
      if (isRefusal(branch)) continue;
      const member = branch.members.find(({ id }) => id === personId);
      if (member === undefined) continue;
      const page = memberYear(branch, organisationId, member);
      const row = (name: string, door: { readonly label: string; readonly text: string }) =>
        rows.push([branch.organisation, String(year), name, door.label, door.text]);
      for (const { name, figures: doors, points, cumulative } of page.periods)
        for (const door of [...doors, points, cumulative]) row(name, door);
      for (const door of [...page.year, page.total, ...page.result]) row('全年', door);
    }
  }
  return part('各年积分', '各年说明单上的数。', ['组织', '年度', '阶段', '项目', '数'], rows);
}

async function account({ signIn, caller, actor }: Own): Promise<OwnPart[]> {
  const found = (await signIn.accounts()).find(({ userId }) => userId === actor.userId);
  const sessions = await signIn.ownSessions(caller);
  const record = await signIn.audit({ account: actor.userId, limit: MOST_SIGN_INS });
  return [
    part(
      '账号',
      '您的账号。密码只保存算不回去的摘要。',
      ['用户名', '姓名', '两步验证', '停用时间'],
      found === undefined
        ? []
        : [
            [
              found.username,
              found.name,
              found.hasSecondFactor ? '已开启' : '未开启',
              found.suspendedAt ?? '',
            ],
          ],
    ),
    part(
      '登录',
      '现在有效的登录。',
      ['开始', '最近使用', '地址', '浏览器'],
      sessions.map(({ startedAt, lastSeenAt, address, userAgent }) => [
        timeInShanghai(startedAt),
        timeInShanghai(lastSeenAt),
        address,
        userAgent,
      ]),
    ),
    part(
      '登录记录',
      '您的账号的登录和变动。',
      ['时间', '事项', '结果', '地址', '浏览器', '说明'],
      record.map(({ at, act, result, address, userAgent, detail }) => [
        timeInShanghai(at),
        AUDIT_ACTS[act] ?? act,
        result === 'done' ? '完成' : '被拒绝',
        address,
        userAgent,
        detail,
      ]),
    ),
  ];
}

async function looked(services: Services, { actor, signIn }: Own): Promise<OwnPart> {
  const looks = await looksOn(services, { actor, signIn }, { limit: MOST_LOOKS });
  return part(
    '谁查看过',
    '别人查看您的积分和资料。',
    ['时间', '谁', '当时的职务', '组织', '看了什么', '范围'],
    looks.map(({ at, name, offices, organisation, what, everybody }) => [
      timeInShanghai(at),
      name,
      offices.join('、'),
      organisation,
      what,
      everybody ? '整个组织的名单' : '本人',
    ]),
  );
}
