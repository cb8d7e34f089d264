/** One member's year as its page shows it. */
import type { MemberYearPage, PeriodFigures } from '../../contract/memberYear.ts';
import { formatPoints, type Points, points } from '../../domain/points.ts';
import type { Line } from '../../domain/policy/line.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { periodShare } from '../../domain/policy/scoring.ts';
import { plannedIn } from '../../domain/taskPlan/content.ts';
import { awaitedNames, awaitedOf, awaitedSentence } from './awaited.ts';
import { type BesideYear, NOTHING_BESIDE } from './besideYear.ts';
import { type BranchYear, openingIn, type RecordedEntry } from './branchYear.ts';
import { distanceSentence } from './distance.ts';
import { doorTo } from './doors.ts';
import { entryWords, type YearMember } from './entryWords.ts';
import { itemOf, longDay, periodName, sizeOf, STANDING_NAMES, TYPE_NAMES } from './naming.ts';
import { whyOf } from './statementRows.ts';
import { yearHead } from './yearHead.ts';

/** What is `beside` the points is shown and moves none of them. */
export function memberYear(
  branch: BranchYear,
  organisationId: string,
  member: YearMember,
  beside: BesideYear = NOTHING_BESIDE,
): MemberYearPage {
  const { policy } = branch.version;
  const { result, person } = member;
  const to = (figure: Parameters<typeof doorTo>[2]) => doorTo(branch, member, figure);
  return {
    head: yearHead(branch, organisationId),
    member: {
      id: member.id,
      number: person.number,
      name: person.name,
      type: { id: member.member.type, name: TYPE_NAMES[member.member.type] },
      standing: { id: result.standing, name: STANDING_NAMES[result.standing] },
      particulars: particularsOf(branch, member),
    },
    kinds: policy.kinds.map(({ id, name }) => ({ id, name })),
    periods: result.score.periods.map(({ period }) => periodFigures(branch, member, period, beside)),
    planInForce: beside.plan?.version ?? null,
    marks: marksOf(branch, beside),
    year: [...policy.kinds.map(({ id }) => to({ of: 'yearKind', kind: id })), to({ of: 'yearDeduction' })],
    total: to({ of: 'year' }),
    awaited: awaitedNames(branch, member),
    result: judgedBy(branch, member).map((of) => to({ of })),
    distance: distanceSentence(branch, member),
    entries: entriesOf(branch, member),
    grounds: groundsOf(branch, member),
    form: { figure: `pointsRecord-${member.id}`, label: '党员积分管理记录表', text: 'xlsx' },
  };
}

/** Graded once one's own year is whole; ranked once everybody's is. */
function judgedBy(branch: BranchYear, member: YearMember) {
  if (awaitedOf(member).length > 0) return [];
  const own = ['graded', 'grade'] as const;
  return awaitedSentence(branch) === null ? ([...own, 'rank', 'eligibility'] as const) : own;
}

function periodFigures(
  branch: BranchYear,
  member: YearMember,
  period: number,
  beside: BesideYear,
): PeriodFigures {
  const { policy } = branch.version;
  const to = (figure: Parameters<typeof doorTo>[2]) => doorTo(branch, member, figure);
  return {
    period,
    name: periodName(policy, period),
    counted: member.result.score.counted.includes(period),
    why: whyOf(branch, member, period)?.words ?? null,
    plan: formatPoints(mostIn(policy, period, beside)),
    figures: [
      ...policy.kinds.map(({ id }) => to({ of: 'kind', period, kind: id })),
      to({ of: 'deduction', period }),
    ],
    points: to({ of: 'points', period }),
    cumulative: to({ of: 'cumulative', period }),
  };
}

/** What the period can hold without bonuses: of kinds earned against a plan what the plan in force says, when there is one. */
function mostIn({ kinds }: Policy, period: number, { plan }: BesideYear): Points {
  const shares = kinds
    .filter(({ mechanism }) => plan === null || mechanism !== 'plan')
    .reduce((sum, kind) => sum + periodShare(kind), 0);
  return points(shares + (plan === null ? 0 : plannedIn(plan.tasks, period)));
}

/** The whole year's last. */
function marksOf({ version: { policy } }: BranchYear, { marks }: BesideYear): MemberYearPage['marks'] {
  return marks
    .toSorted((a, b) => (a.period ?? Infinity) - (b.period ?? Infinity))
    .map(({ period, result }) => ({
      label: period === null ? '全年' : periodName(policy, period),
      result,
    }));
}

/** What the record was given when the year opened (3.3.2). */
function openingText(branch: BranchYear, one: YearMember): string | null {
  const opening = openingIn(branch, one);
  if (opening === null) return null;
  const given = branch.version.policy.kinds.flatMap(({ id, name }) => {
    const amount = opening.amounts[id];
    return amount === undefined ? [] : [`${name} ${formatPoints(amount)}`];
  });
  return `${given.join('，')}${opening.postedOn === null ? '' : `（${longDay(opening.postedOn)}计入）`}`;
}

function particularsOf(branch: BranchYear, one: YearMember): MemberYearPage['member']['particulars'] {
  const { person, member } = one;
  const rows: [string, string | null][] = [
    ['编号', person.number],
    ['期初计入', openingText(branch, one)],
    ['党小组', person.group],
    ['职务', person.post],
    ['分管领导', person.leader],
    ['入党日期', person.admittedOn === null ? null : longDay(person.admittedOn)],
    ['加入本支部', longDay(member.joinedOn)],
    ['转正日期', member.fullOn === null ? null : longDay(member.fullOn)],
    ['离开本支部', member.leftOn === null ? null : longDay(member.leftOn)],
  ];
  return rows.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]));
}

/** Every entry on record by day, with what became of it. */
function entriesOf(branch: BranchYear, member: YearMember): MemberYearPage['entries'] {
  const { lines, apart } = member.result.score;
  const told = new Map<string, string>();
  for (const line of lines) if (line.entry !== null) told.set(line.entry.id, toldOf(branch, line));
  for (const entry of apart)
    told.set(entry.id, `${periodName(branch.version.policy, entry.period)}不计分，只作记录`);
  return member.entries
    .toSorted((a, b) => compare(a.day, b.day) || compare(a.item, b.item))
    .map((entry: RecordedEntry) => ({
      ...entryWords(branch.version.policy, branch.year, entry),
      told:
        told.get(entry.id) ??
        correctionOf(branch, member, entry) ??
        ((entry.transferredFrom ?? null) === null ? '' : '按本支部的读法（G22）不计入，只作记录'),
    }));
}

/** The last line that names an entry says what became of it in the end. */
function toldOf({ version: { policy } }: BranchYear, { told, by, period }: Line): string {
  const other = by === null ? '' : `${longDay(by.day)} ${itemOf(policy, by.item).name}`;
  if (told === 'absorbed') return `并入${other}`;
  if (told === 'replaced') return `由${other}代替`;
  if (told === 'corrected')
    return `${periodName(policy, period)}更正${by === null ? '，不再计入' : `为 ${sizeOf(by.amount)}`}，变动计入该期`;
  return '计入';
}

/** An entry that puts an earlier one right: it counts by what that one's correction changes. */
function correctionOf(
  { version: { policy } }: BranchYear,
  { entries }: YearMember,
  { corrects }: RecordedEntry,
): string | undefined {
  const original = entries.find(({ id }) => id === corrects);
  return original === undefined
    ? undefined
    : `更正${longDay(original.day)}的登记（原 ${sizeOf(original.amount)}），变动计入${periodName(policy, original.until ?? original.period)}`;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function groundsOf({ version: { policy } }: BranchYear, member: YearMember): MemberYearPage['grounds'] {
  return member.grounds.map(({ ground, day, reason, evidence, supplier }) => ({
    ground: { id: ground, name: policy.grounds.find(({ id }) => id === ground)?.name ?? ground },
    day,
    reason,
    evidence,
    supplier,
  }));
}
