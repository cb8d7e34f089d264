/** The lines of a score in plain Chinese: one row each, so that the rows add up to the figure as the lines do. */
import type { StatementRow } from '../../contract/statement.ts';
import { formatPoints } from '../../domain/points.ts';
import type { Entry, Line } from '../../domain/policy/line.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { BranchYear } from './branchYear.ts';
import { entryWords, recorded, type YearMember } from './entryWords.ts';
import { itemOf, kindOf, longDay, periodName, shortDay, sizeOf } from './naming.ts';

const bare = { remark: null, entry: null, figure: null } as const;

export function lineRow(
  { version: { policy }, year }: BranchYear,
  member: YearMember,
  line: Line,
): StatementRow {
  const entry = line.entry === null ? null : entryWords(policy, year, recorded(member, line.entry.id));
  return {
    ...bare,
    told: line.told,
    label: labelOf(policy, line),
    amount: formatPoints(line.amount),
    remark: line.told === 'corrected' ? correctionRemark(member, line) : remarkOf(policy, line),
    entry,
  };
}

function labelOf(policy: Policy, { told, entry, period, kind, category, amount }: Line): string {
  const name = kindOf(policy, kind).name;
  const categoryName = policy.categories.find(({ id }) => id === category)?.name ?? name;
  switch (told) {
    case 'opening':
      return `${periodName(policy, period)}${name}，期初记入`;
    case 'counts':
      return entryLabel(policy, entry);
    case 'absorbed':
      return `${entryLabel(policy, entry)}（并入）`;
    case 'replaced':
      return `${entryLabel(policy, entry)}（${amount > 0 ? '冲回' : '改计差额'}）`;
    case 'corrected':
      return `更正${periodName(policy, entry?.period ?? period)}：${entryLabel(policy, entry)}`;
    case 'categoryFloor':
      return amount > 0 ? `${categoryName}已扣完，超出部分不扣` : `${categoryName}先前未扣的部分，现在扣`;
    case 'floor':
      return amount > 0 ? `${name}扣完为止，超出部分暂不扣` : `${name}前期未扣完，本期补扣`;
    case 'cap':
      return amount < 0 ? `${name}超过上限，超出部分不计` : `${name}前期超过上限未计，本期补计`;
  }
}

function entryLabel(policy: Policy, entry: Entry | null): string {
  if (entry === null) return '';
  const item = itemOf(policy, entry.item);
  return item.group === 'task' ? item.name : `${item.id} ${item.name}`;
}

function remarkOf(policy: Policy, line: Line): string | null {
  const { told, entry, by, amount } = line;
  const pool = kindOf(policy, line.kind);
  switch (told) {
    case 'opening':
      return `办法 ${pool.clause}：全年 ${sizeOf(pool.year)}，分到每个${policy.periods.name} ${sizeOf(amount)}。`;
    case 'counts':
    case 'corrected':
      return null;
    case 'absorbed':
      return `${sameWhat(entry)}只计最大的一笔：${theOther(policy, by)}。这一笔不另计。`;
    case 'replaced':
      return `${sameWhat(entry)}后来有更大的一笔：${theOther(policy, by)}。先前所计的 ${sizeOf(amount)}在此${amount > 0 ? '冲回' : '抵去，只补差额'}。`;
    case 'categoryFloor':
      return categoryRemark(policy, line);
    case 'floor':
      return floorRemark(policy, line);
    case 'cap':
      return capRemark(policy, line);
  }
}

/** G31: the registered period stays as it was; why it is put right is said where it takes effect. */
function correctionRemark({ entries }: YearMember, { entry, by }: Line): string {
  const why = entries.find(({ corrects }) => corrects === entry?.id)?.reason ?? '';
  const became = by === null ? '这一笔撤销' : `应为 ${sizeOf(by.amount)}`;
  const was = entry === null ? '' : `原登记 ${sizeOf(entry.amount)}，${became}`;
  return `${was}${why === '' ? '' : `：${why}`}。已登记的不改，变动计入本期。`;
}

const sameWhat = (entry: Entry | null) =>
  entry?.incident === undefined ? `同一成果“${entry?.achievement ?? ''}”` : `同一事件“${entry.incident}”`;

const theOther = (policy: Policy, by: Entry | null) =>
  by === null ? '' : `${longDay(by.day)} ${entryLabel(policy, by)}，${sizeOf(by.amount)}`;

function categoryRemark(policy: Policy, { category, amount }: Line): string {
  const found = policy.categories.find(({ id }) => id === category);
  if (found === undefined) return '';
  return amount > 0
    ? `${found.name}全年以 ${sizeOf(found.cap)}为限，已经扣完，超出的 ${sizeOf(amount)}不再扣。`
    : `冲回之后，${found.name}先前超出 ${sizeOf(found.cap)}没有扣的部分现在扣 ${sizeOf(amount)}。`;
}

function floorRemark(policy: Policy, { kind: id, amount, period }: Line): string {
  const kind = kindOf(policy, id);
  if (kind.mechanism !== 'pool') return '';
  if (kind.floor === 'period')
    return `每个${policy.periods.name}扣到零为止，超出的 ${sizeOf(amount)}不结转。`;
  const until = periodName(policy, period);
  return amount > 0
    ? `全年通算，到${until}末累计记入的${kind.name}已经扣完，还差 ${sizeOf(amount)}没有扣，以后记入时再扣。`
    : `以前应扣而不够扣的，从本期记入的${kind.name}中扣 ${sizeOf(amount)}。`;
}

function capRemark(policy: Policy, { kind: id, amount }: Line): string {
  const kind = kindOf(policy, id);
  const most =
    kind.mechanism === 'plan' ? `每个${policy.periods.name}的${kind.name}最多` : `${kind.name}全年合计最多`;
  const limit = kind.mechanism === 'plan' ? kind.period : kind.year;
  return amount < 0
    ? `${most} ${sizeOf(limit)}，超出的 ${sizeOf(amount)}不计。`
    : `${most} ${sizeOf(limit)}，先前超出未计的，本期补计 ${sizeOf(amount)}。`;
}

/** An entry on record in a period that does not count: in no figure. */
export function apartRow(branch: BranchYear, member: YearMember, entry: Entry, why: string): StatementRow {
  const { policy } = branch.version;
  return {
    ...bare,
    told: 'apart',
    label: `${entryLabel(policy, entry)}（${shortDay(entry.day)}，不计分）`,
    amount: null,
    remark: `${periodName(policy, entry.period)}不计分：${why}。记录保留，不进入任何分数。`,
    entry: entryWords(policy, branch.year, recorded(member, entry.id)),
  };
}
