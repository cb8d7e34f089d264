// Prints what the program makes of each instant given; run as a process of its own, so that the host's time zone is really another.
import { addWorkdays } from '../../../src/domain/calendar/workdays.ts';
import { periodOf, yearOf } from '../../../src/domain/period.ts';
import { openMatter, stateOn } from '../../../src/domain/round/matter.ts';
import { waitsIn } from '../../../src/domain/todo/waits.ts';
import { dayInShanghai } from '../../../src/service/dayInShanghai.ts';
import { timeInShanghai } from '../../../src/service/timeInShanghai.ts';
import type { Day } from '../../../src/domain/period.ts';

/** A notice that ends on the day asked of, and a round due that day. */
function seen(instant: string, last: Day) {
  const today = dayInShanghai(instant);
  const notice = { noticeId: '公示', from: addWorkdays(new Map(), last, -5), until: last };
  const hanging = { ...openMatter('刘洋'), state: 'onNotice' as const, notice };
  const opened = {
    period: 1,
    people: ['刘洋'],
    applyUntil: last,
    opinionUntil: last,
    appraisalOn: last,
    filingOn: last,
    seq: 1,
  };
  const empty = { meetings: [], notices: [], submissions: [], bulletins: [] };
  const open = { opened, matters: new Map([['刘洋', openMatter('刘洋')]]), ...empty };
  return {
    clock: timeInShanghai(instant),
    today,
    quarter: `${yearOf(today)} ${periodOf({ year: yearOf(today), count: 4 }, today)}`,
    notice: stateOn(hanging, today),
    waits: waitsIn(open, today).map(
      ({ duty, due }) => `${duty} ${due !== null && due < today ? '逾期' : '按期'}`,
    ),
  };
}

const asked = JSON.parse(process.argv[2] ?? '[]') as [string, Day][];
const zone = {
  offset: new Date(2026, 5, 1).getTimezoneOffset(),
  seen: asked.map(([instant, last]) => seen(instant, last)),
};
process.stdout.write(JSON.stringify(zone));
