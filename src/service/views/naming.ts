/** The names by which pages and papers call things. Terms are those of docs/language.md. */
import { inEither } from '../../domain/member/counted.ts';
import type { MemberType } from '../../domain/member/member.ts';
import { exemptionEnd, exemptionWithin } from '../../domain/member/member.ts';
import type { Standing } from '../../domain/member/standing.ts';
import { type Calendar, type Day, firstDay, lastDay } from '../../domain/period.ts';
import { formatPoints, type Points, points } from '../../domain/points.ts';
import type { Item, Kind, Policy } from '../../domain/policy/policy.ts';
import type { MemberRecord } from './branchYear.ts';

export const TYPE_NAMES: Readonly<Record<MemberType, string>> = {
  full: '正式党员',
  probationary: '预备党员',
  applicant: '入党积极分子',
};

export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  graded: '参加评定',
  observed: '考察记录',
  exempt: '免予参加',
  unrated: '不评定',
  left: '已离开',
};

export const periodName = (policy: Policy, period: number): string =>
  policy.periods.labels[period - 1] ?? `第${period}${policy.periods.name}`;

export const gradeName = (policy: Policy, id: string): string =>
  policy.grades.bands.find((band) => band.id === id)?.name ?? id;

export const levelName = (policy: Policy, id: string): string =>
  policy.eligibility.bands.find((band) => band.id === id)?.name ?? id;

export const itemOf = (policy: Policy, id: string): Item => {
  const item = policy.items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`the policy has no item ${id}`);
  return item;
};

export const kindOf = (policy: Policy, id: string): Kind => {
  const kind = policy.kinds.find((one) => one.id === id);
  if (kind === undefined) throw new Error(`the policy has no kind ${id}`);
  return kind;
};

export const poolKinds = (policy: Policy) => policy.kinds.filter(({ mechanism }) => mechanism === 'pool');

/** "7.50 分"; a minus stays in front. */
export const inPoints = (value: Points): string => `${formatPoints(value)} 分`;

/** The size of an amount, for sentences that already say whether it comes or goes. */
export const sizeOf = (value: Points): string => inPoints(points(Math.abs(value)));

/** 3月5日 */
export const shortDay = (day: Day): string =>
  `${Number.parseInt(day.slice(5, 7), 10)}月${Number.parseInt(day.slice(8), 10)}日`;

/** 2026年3月5日 */
export const longDay = (day: Day): string => `${Number.parseInt(day.slice(0, 4), 10)}年${shortDay(day)}`;

/**
 * Why a period does not count for a member, in words; null when it counts. Same order as the rule in member/counted.ts. Why a member
 * is exempt is never said here: only those who need it read that.
 */
export function whyNotCounted(
  { member: here, received = [] }: Pick<MemberRecord, 'member' | 'received'>,
  calendar: Calendar,
  period: number,
) {
  const first = firstDay(calendar, period);
  const elsewhere = received.flatMap(({ periods }) => periods);
  const member = inEither(here, calendar, period, elsewhere);
  if (member.joinedOn > first)
    return { touch: 'partYear', words: `${longDay(member.joinedOn)}加入本支部，晚于本季首日` } as const;
  if (member.leftOn !== null && member.leftOn <= first)
    return { touch: 'partYear', words: `${longDay(member.leftOn)}起已不在本支部` } as const;
  if (member.type === 'full' && member.fullOn !== null && member.fullOn > first)
    return {
      touch: 'probation',
      words: `${longDay(member.fullOn)}转正，本季首日还是预备党员，记录留作考察`,
    } as const;
  const exemption = exemptionWithin(member, first, lastDay(calendar, period));
  if (member.type === 'full' && exemption !== null) {
    const term = `${longDay(exemption.from)}至${longDay(exemptionEnd(exemption))}`;
    return { touch: 'exemption', words: `免予参加积分管理（${term}）` } as const;
  }
  if (member.type === 'applicant' && (member.examPassedOn === null || member.examPassedOn > first))
    return {
      touch: 'applicant',
      words:
        member.examPassedOn === null
          ? '党章考试尚未合格，不记入积分'
          : `${longDay(member.examPassedOn)}党章考试合格，晚于本季首日`,
    } as const;
  return null;
}
