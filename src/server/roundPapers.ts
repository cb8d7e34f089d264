/** Papers of a round as .xlsx: each asks its own ability, and shows names as its reader may see them. */
import type { Actor } from '../domain/access/actor.ts';
import { type Ability, can } from '../domain/access.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { APPLICATION_TITLE, applicationPaper } from '../forms/application.ts';
import { bulletinPaper } from '../forms/bulletin.ts';
import { safeName } from '../domain/fileName.ts';
import { meetingPackagePaper } from '../forms/meetingPackage.ts';
import { minutesPaper } from '../forms/minutes.ts';
import { noticeResultPaper } from '../forms/noticeResult.ts';
import { originOf } from '../forms/origin.ts';
import type { Paper } from '../forms/paper.ts';
import { periodSummary, periodSummaryTitle } from '../forms/periodSummary.ts';
import { publicNoticePaper, type Where } from '../forms/publicNotice.ts';
import type { YearPaper } from '../forms/yearPapers.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { namesShownTo } from '../service/maskNames.ts';
import type { Reading } from '../service/ports.ts';
import type { Here } from '../service/round/roundState.ts';
import type { BranchYear } from '../service/views/branchYear.ts';
import { periodName } from '../service/views/naming.ts';
import { issuedBulletins } from '../service/views/round/bulletinPage.ts';
import { matterPage } from '../service/views/round/matterPage.ts';
import { meetingPage } from '../service/views/round/meetingPage.ts';
import { minutesSheet } from '../service/views/round/minutesSheet.ts';
import { noticeSheet } from '../service/views/round/noticeSheet.ts';
import { periodFiling } from '../service/views/round/periodFiling.ts';
import { shortHash } from '../service/views/yearHead.ts';
import { renderXlsx } from '../forms/render/xlsx.ts';
import type { Services } from './services.ts';
import type { ShownYears } from './shownYears.ts';
import { workbook } from './papers.ts';

/** Papers by the first part of their address, with the ability each asks. */
const PAPERS = {
  application: 'readMatter',
  notice: 'readRound',
  noticeResult: 'readRound',
  bulletin: 'readBulletin',
  minutes: 'readAppraisal',
  meetingPackage: 'readAppraisal',
  periodSummary: 'readBooks',
} as const satisfies Record<string, Ability>;
type Kind = keyof typeof PAPERS;

export type RoundPaper = { readonly kind: Kind; readonly period: number; readonly of: string };

/** "application-2-<member id>", "bulletin-2-<bulletin id>", "meetingPackage-2"; undefined for another paper. */
export function roundPaperNamed(name: string): RoundPaper | undefined {
  const [, kind = '', period = '', of = ''] = /^(\w+)-(\d{1,2})(?:-(.+))?$/.exec(name) ?? [];
  if (!Object.hasOwn(PAPERS, kind)) return undefined;
  return { kind: kind as Kind, period: Number.parseInt(period, 10), of };
}

/** Whose paper that is; undefined: the whole branch's. */
export const memberOfRoundPaper = ({ kind, of }: RoundPaper) => (kind === 'application' ? of : undefined);

type Asked = { readonly organisation: string; readonly year: number; readonly paper: RoundPaper };

/** Refuses whoever may not read that paper, and a paper that the round has not. */
export async function roundPaper(
  { world: { store, now } }: Pick<Services, 'world'>,
  years: ShownYears,
  actor: Actor,
  { organisation, year, paper }: Asked,
): Promise<YearPaper | Refusal> {
  const today = dayInShanghai(now());
  const about = paper.kind === 'application' ? [paper.of] : [];
  const allowed = await store.read(async (tx) =>
    can(actor, PAPERS[paper.kind], await accessObject(tx, organisation, today, { about })),
  );
  if (isRefusal(allowed)) return allowed;
  const branch = await years(actor, organisation, year);
  if (isRefusal(branch)) return branch;
  const { policy } = branch.version;
  if (paper.period < 1 || paper.period > policy.periods.count) return refuse('paperUnknown', null);
  return store.read(async (tx) => {
    const shown = await namesShownTo(tx, actor, await accessObject(tx, organisation, today));
    const here = { organisationId: organisation, year, period: paper.period };
    const made = await MAKERS[paper.kind]({ tx, here, branch, of: paper.of, shown, actor, today });
    if (isRefusal(made)) return made;
    const label = periodName(policy, paper.period);
    const name = `${made.title}-${year}-${label}${made.whose ?? ''}`;
    return { paper: made.paper, fileName: `${safeName(name)}.xlsx` };
  });
}

type Making = {
  readonly tx: Reading;
  readonly here: Here;
  readonly branch: BranchYear;
  readonly of: string;
  readonly shown: (name: string) => string;
  readonly actor: Actor;
  readonly today: ReturnType<typeof dayInShanghai>;
};
type Made = { readonly paper: Paper; readonly title: string; readonly whose?: string };

const whereOf = ({ branch, here }: Making): Where => ({
  organisation: branch.organisation,
  example: branch.example,
  year: branch.year,
  label: periodName(branch.version.policy, here.period),
});

const MAKERS: Readonly<Record<Kind, (making: Making) => Promise<Made | Refusal>>> = {
  application: async (making) => {
    const { tx, here, branch, of } = making;
    const matter = await matterPage(tx, here, of);
    if (isRefusal(matter)) return matter;
    const person = branch.members.find(({ id }) => id === of)?.person;
    const name = making.shown(matter.member.name);
    const sheet = {
      ...whereOf(making),
      name,
      group: person?.group ?? null,
      post: person?.post ?? null,
      matter,
    };
    const whose = `-${matter.member.number}-${name}`;
    return { paper: applicationPaper(sheet, originOf(branch)), title: APPLICATION_TITLE, whose };
  },
  notice: async (making) => {
    const { tx, here, branch, of, shown } = making;
    const sheet = await noticeSheet(tx, here, of);
    if (isRefusal(sheet)) return sheet;
    return {
      paper: publicNoticePaper(whereOf(making), sheet, shown, originOf(branch)),
      title: '党员积分公示',
    };
  },
  noticeResult: async (making) => {
    const { tx, here, branch, of, today } = making;
    const sheet = await noticeSheet(tx, here, of);
    if (isRefusal(sheet)) return sheet;
    const { hangs } = sheet;
    if (hangs === null || today <= hangs.until)
      return refuse('noticeNotOver', 'An1.6', { until: hangs?.until ?? '' });
    const paper = noticeResultPaper(whereOf(making), { ...sheet, hangs }, originOf(branch));
    return { paper, title: paper.title };
  },
  bulletin: async (making) => {
    const { tx, here, branch, of } = making;
    const found = (await issuedBulletins(tx, here)).find(({ bulletinId }) => bulletinId === of);
    if (found === undefined) return refuse('paperUnknown', null);
    return { paper: bulletinPaper(whereOf(making), found, originOf(branch)), title: '季度通报' };
  },
  minutes: async (making) => {
    const { tx, here, branch, of, shown } = making;
    const sheet = await minutesSheet(tx, here, of, shown);
    if (isRefusal(sheet)) return sheet;
    const paper = minutesPaper(whereOf(making), sheet, originOf(branch));
    return { paper, title: paper.title, whose: `-${sheet.on}` };
  },
  periodSummary: async ({ tx, here, branch, of, today }) => {
    if (of !== '') return refuse('paperUnknown', null);
    const filing = await periodFiling(tx, here, today);
    const title = periodSummaryTitle(branch.version.policy);
    return { paper: periodSummary(branch, here.period, filing), title };
  },
  meetingPackage: async (making) => {
    const { tx, here, branch, shown, actor, today } = making;
    const page = await meetingPage(tx, here, { actor, today });
    if (isRefusal(page)) return page;
    const paper = meetingPackagePaper(whereOf(making), page, shown, originOf(branch));
    return { paper, title: paper.title };
  },
};

/** Nothing of the books is on it. */
export async function blankApplication({
  version: { policy, sha256 },
}: Pick<Services, 'version'>): Promise<Response> {
  const origin = {
    policy: `《${policy.title}》 版本 ${policy.version} · 摘要 ${shortHash(sha256)}`,
    source: '空白表，由手写填注',
    short: '空白表',
    code: `jifen:policy:${policy.id}:${policy.version}:${sha256}`,
  };
  return workbook(await renderXlsx(applicationPaper(null, origin)), `${APPLICATION_TITLE}（空白）.xlsx`);
}
