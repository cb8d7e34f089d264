/** What a notice's page and its poster say alike. */
import { addDays } from '../../domain/calendar/dayCount.ts';
import type { Holidays } from '../../domain/calendar/holidays.ts';
import { countWorkdays } from '../../domain/calendar/workdays.ts';
import type { Day } from '../../domain/period.ts';
import { longDay } from '../../service/views/naming.ts';
import type { PublicNotice } from '../../service/views/round/publicNotice.ts';
import { shortHash } from '../../service/views/yearHead.ts';

export const headingOf = ({ year, period }: PublicNotice): string => `${year} 年${period}党员积分公示`;

export const titleOf = (notice: PublicNotice): string => `${notice.organisation.name} ${headingOf(notice)}`;

export const basisOf = ({ basis }: PublicNotice): string =>
  `按《${basis.title}》${basis.place}，以下党员本季的积分已经支部评议，现予公示，接受职工、群众和服务对象的监督。`;

export const objectingOf = ({ answerDays }: PublicNotice): string =>
  `党员、职工、群众和服务对象都可以在公示期内向受理人提出，书面、口头都行。由与此无关的人重新审定，${answerDays} 个工作日内书面答复。提出异议的人，不会告诉被公示的人和记分员。`;

export const daysOf = ({ from, until }: PublicNotice): string => `${longDay(from)}至${longDay(until)}`;

export const headOf = ({ head }: PublicNotice): string =>
  `公示发布时账册第 ${head.seq} 笔，校验码 ${shortHash(head.hash)}`;

/** Working days after today, the last one included. */
export const leftOn = ({ until }: PublicNotice, today: Day, holidays: Holidays): number =>
  countWorkdays(holidays, addDays(today, 1), until);

export const leftWords = (left: number): string => (left === 0 ? '今天是最后一天' : `还有 ${left} 个工作日`);
