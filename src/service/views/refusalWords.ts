/** One table: what was refused → the sentence a person reads, on a page or a command line. */
import { PLAN_REFUSALS } from '../../contract/planSentences.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { RULES_REFUSALS } from './rulesWords.ts';
import { STANDING_REFUSALS } from './standingRefusals.ts';
import { TRANSFER_REFUSALS } from './transferRefusals.ts';
import { EXEMPTION_REFUSALS } from './exemptionRefusals.ts';
import { ROSTER_REFUSALS } from './rosterRefusals.ts';
import { ELECTION_REFUSALS } from './electionRefusals.ts';
import { APPEAL_REFUSALS } from './appealRefusals.ts';
import { OBJECTION_REFUSALS } from './objectionRefusals.ts';
import { ROUND_REFUSALS } from './roundRefusals.ts';
import { EVIDENCE_REFUSALS } from './evidenceRefusals.ts';

type Say = (params: Refusal['params']) => string;

const COMMON: Readonly<Record<string, Say>> = {
  notAllowed: ({ ability, may }) => `您不能${ability}。${may ?? '需要时请联系保管这台电脑账册的人。'}`,
  ownMatter: ({ ability, may }) => `这是您本人的事，您不能${ability}。${may}`,
  badPoints: ({ points }) => `“${points}”不是分值。请写不带正负号、至多两位小数的数，如 7.5。`,
  organisationUnknown: () => '账册里没有这个组织。请从首页重新进入。',
  meetingAhead: ({ on }) => `会议日期 ${on} 还没有到。请在会议召开后登记。`,
  yearNotOpen: ({ year }) => `${year} 年的账册还没有开立。请在首页导入这一年的名册和记录。`,
  memberUnknown: () => '这一年的名册里没有这名党员。请从年度积分总表重新进入。',
  figureUnknown: ({ figure }) => `没有“${figure}”这个数。请从党员年度页面点开要看的数。`,
  paperUnknown: () => '没有这张表。请从年度积分总表重新下载。',
  yearOpen: ({ year }) => `${year} 年的账册已经开立，不必再开。`,
  policyDiffers: ({ year, opened, given }) =>
    `${year} 年的账册按办法版本 ${opened} 开立，现在的办法是版本 ${given}，不能混用。请换回原来的办法，或另设数据目录。`,
  textBroken: ({ near }) =>
    `“${near}”的末尾有不能保存的字符（空字符，或只有半个的字），没有保存。请重新输入这一处。`,
  keyReused: () => '同一个请求编号用在了两件不同的事上。请刷新页面后重做。',
  booksHeld: () =>
    '同一本账正由别人办理，等了很久还没有轮到，这一次什么都没有办。请稍后再按一次，不会办成两次；一直这样，请告诉维护的人。',
  versionConflict: () => '这期间别人已经改动过。请刷新页面，看过最新内容后重做。',
  demoNeedsEmpty: () =>
    '这个数据目录里已有账册或账号，示例只能放进空的数据目录。请另设：npx jifen demo --data 另一个目录。',
  realBooks: () =>
    '这个数据目录里已有正式账册，不能再放入示例。要看示例，请另设数据目录：npm start -- --example --data 另一个目录。',
  exampleName: ({ name }) => `“${name}”是示例账册的名称。请写本支部自己的名称。`,
  booksDiffer: ({ year, count, rows }) =>
    `${year} 年的账上有 ${count} 笔与文件不一致或文件里没有：${rows}。什么都没有登记。确要以文件为准，请写明更正理由，系统会把这些笔冲正后按文件重记；否则请改正文件。`,
  duplicateNumber: ({ number }) => `名册里编号 ${number} 出现了两次。请改成各不相同的编号。`,
  duplicateEntry: ({ item, day, number }) =>
    `${number === undefined ? '' : `编号 ${number} 的`}${day} ${item} 这一笔重复了。请删去一笔，或写明不同的事由。`,
  personUnknown: () => '名册里没有这个人。请先把他写进名册。',
  noticeChanged: () => '告知书已经换了新的版本。请刷新页面，阅读新的版本后再确认。',
  entryUnknown: () => '账册里没有这一笔记录。',
  entryReversed: ({ seq }) => `这一笔已经在第 ${seq} 笔冲正，不能再冲正。`,
  unknownItem: ({ item }) => `办法里没有条款 ${item}。请按“办法”页所列的条款编号填写。`,
  dayOutsideYear: ({ day, year }) => `日期 ${day} 不在 ${year} 年内。请检查日期。`,
  notInBranch: ({ day }) => `${day} 那天本人不在本支部。请检查日期或名册。`,
  periodNotOpen: ({ period, earliest, last, name }) =>
    `不能计入第 ${period} ${name}：应为第 ${earliest} 至第 ${last} ${name}之一。`,
  amountOutOfRange: () => '分值超出了办法允许的范围。请对照“办法”页的分值改正。',
  rehearsalPeriods: ({ booked, draft }) =>
    `账上的办法一年分 ${booked} 段统计，草案分 ${draft} 段，各笔计入哪一段对应不上，不能预演。请改用分段相同的草案。`,
  branchNotNamed: ({ names }) => `请用 --branch 写明是哪个支部。账册里的支部：${names}。`,
  branchUnknown: ({ named, names }) => `账册里没有“${named}”。账册里的支部：${names}。请照抄其中一个名称。`,
  noYearOpen: ({ branch }) => `“${branch}”还没有开立任何年度的账册。请先导入一年的名册和记录。`,
  calendarMissing: ({ title }) =>
    `《${title}》没有写明工作日历（policy.yaml 的 calendar）。请写明各步的工作日数和评议日后重新运行。`,
  yearFilesRefused: ({ count }) =>
    `两个文件里有 ${count} 处需要改正，什么都没有登记。请按下表逐处改好再上传。`,
  organisationFounded: () => '这个组织的账册已经建立，不必再建。',
  machineOnly: () => '“本系统”只能有一个，也只能这样命名。请为组织另选编号和层级。',
  notAbove: () => '党支部的上级是党委或党总支，党总支、党委的上级是党委。请另选上级组织。',
  placedInCircle: () => '上级不能是本组织或本组织的下级。请另选上级组织。',
  officeUnknown: () => '任职登记里没有这一条。请从任职情况页面重新进入。',
  officeNotHere: ({ office }) => `这个组织不设“${office}”。请检查所选的组织和职务。`,
  officeHeld: ({ office }) => `此人这段时间已经担任“${office}”，不必再授予。`,
  officeOccupied: ({ office }) => `这段时间“${office}”已有人担任。请先免去原任职，或改任期的起止日期。`,
  officeOver: ({ office }) => `这项“${office}”任职到那天已经结束，不能再免。`,
  badTerm: () => '任期的结束不能早于开始；管理员的任期不写截止日期，换人时先授后免。请检查日期。',
  badScope: ({ office }) =>
    `党小组负责人要写明党小组，证明材料提供单位要写明单位名称，其他职务不写范围。请检查“${office}”的范围。`,
  notDeputy: ({ office }) =>
    `副手须为本组织现任“${office}”指定，不能是本人；管理员不设副手。请检查所选的任职。`,
  checkerIsScorekeeper: () => '记分员本人的积分由别人核对：记分员和核对人不能是同一人。请另选一人。',
  administratorExclusive: ({ office, other }) =>
    `“${office}”与“${other}”不能由同一人担任：三员互斥，也不兼其他职务（等保 三权分立）。请另选一人。`,
  lastAdministrator: () =>
    '这是该类管理员中最后一个能登录的，不能免去或解除账号。请先授予另一人并对应账号（等保 三权分立）。',
  personLinked: () => '此人已对应一个账号。要换账号，请先解除原来的对应。',
  accountTaken: () => '这个账号在本组织已对应另一人。请核对账号。',
  notLinked: () => '此人没有对应的账号。',
  'missing-basis': () => '请写明任职依据：哪次会议、哪份文件及文号。',
  'missing-name': () => '请写明名称或姓名。',
  'missing-number': () => '请写明人员编号。',
};

/** Each code stands in one of them: of two sentences the later would silence the earlier. */
export const REFUSAL_ROOMS: readonly Readonly<Record<string, Say>>[] = [
  COMMON,
  STANDING_REFUSALS,
  TRANSFER_REFUSALS,
  PLAN_REFUSALS,
  ROSTER_REFUSALS,
  ELECTION_REFUSALS,
  ROUND_REFUSALS,
  EVIDENCE_REFUSALS,
  OBJECTION_REFUSALS,
  APPEAL_REFUSALS,
  EXEMPTION_REFUSALS,
  RULES_REFUSALS,
];
const REFUSALS: Readonly<Record<string, Say>> = Object.fromEntries(
  REFUSAL_ROOMS.flatMap(Object.entries<Say>),
);

const MISSING: Say = () => '缺少必须写明的内容（事由、依据或提供单位）。请补齐后重做。';
const OTHERWISE: Say = () => '这样做不符合办法或账册的规定，没有登记任何内容。请检查所填内容后重做。';

export function refusalSentence({ code, clause, params }: Refusal): string {
  const known = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  const say = known ?? (code.startsWith('missing-') ? MISSING : OTHERWISE);
  return `${say(params)}${clause === null ? '' : `（依据办法 ${clause}）`}`;
}
