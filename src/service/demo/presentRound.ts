/** The round the demonstration is in the midst of: somebody stands in every state of the procedure today. */
import { addDays } from '../../domain/calendar/dayCount.ts';
import type { Holidays } from '../../domain/calendar/holidays.ts';
import { addWorkdays, workdayUntil } from '../../domain/calendar/workdays.ts';
import type { Day } from '../../domain/period.ts';
import { points } from '../../domain/points.ts';
import { objected, taken } from './objecting.ts';
import { NOTICE_DAYS } from './pastRound.ts';
import {
  above,
  applied,
  appraised,
  assessed,
  drafted,
  opined,
  proposed,
  published,
  registered,
  submitted,
  tiedAt,
} from './roundActs.ts';
import type { Stage } from './stage.ts';
import { OFFICE, TOWN_ACCOUNTS } from './townCast.ts';

/** Where each of them stands at the end, in the order of the procedure. */
const OPEN = ['熊伟', '覃晓玲'];
const APPLIED = ['毛春梅', '武建华'];
const OPINED = ['邵丽'];
const ASSESSED = ['杜明'];
const APPRAISED = ['热娜·吐尔逊'];
const TIED = ['侯勇'];
const ON_NOTICE = ['尹志刚'];
const OBJECTED = ['汪洋'];
const CLEARED = ['钟国庆'];
const REGISTERED = ['戴敏'];
const SUBMITTED = ['范志坚'];
const REOPENED = ['龙飞燕'];
const REVIEWED = ['田玉兰'];
const FILED = ['贺兰英'];

const UP = [...SUBMITTED, ...REOPENED, ...REVIEWED, ...FILED];
const FIRST = [...OBJECTED, ...CLEARED, ...REGISTERED, ...UP];
const SECOND = [...APPRAISED, ...ON_NOTICE];
const ON_SHEET = [...FIRST, ...SECOND, ...TIED, ...ASSESSED];
const SIGNED = [...ON_SHEET, ...OPINED];

/** `first`: the period's first day; `today`: the day the demonstration is looked at from. */
export async function presentRound(
  stage: Stage,
  { holidays, first, today }: { readonly holidays: Holidays; readonly first: Day; readonly today: Day },
): Promise<void> {
  const { on, by, here } = stage;
  const workdaysAgo = (count: number) => addWorkdays(holidays, workdayUntil(holidays, today), -count);
  on(workdaysAgo(NOTICE_DAYS + 6));
  await by(OFFICE.scorekeeper, { type: 'openRound', ...here });
  await applied(stage, [...SIGNED, ...APPLIED], TOWN_ACCOUNTS);
  on(workdaysAgo(NOTICE_DAYS + 4));
  await opined(stage, SIGNED);
  await assessed(stage, ON_SHEET);
  on(workdaysAgo(NOTICE_DAYS + 3));
  await appraised(stage, FIRST);
  const { dayAfter, noticeId } = await published(stage, FIRST, NOTICE_DAYS);
  on(workdaysAgo(4));
  for (const name of OBJECTED) await taken(stage, name, await objected(stage, noticeId, name));
  on(dayAfter);
  await registered(stage, [...REGISTERED, ...UP]);
  const submissionId = await submitted(stage, UP);
  on(workdaysAgo(1));
  await above(stage, 'returnRound', submissionId, REOPENED, '示例：请补充第二项任务的完成情况');
  await above(stage, 'reviewRound', submissionId, [...REVIEWED, ...FILED], '示例：同意');
  await above(stage, 'fileRound', submissionId, FILED, `示例：县财党备〔${here.year}〕${here.period}号`);
  await tiedAt(stage, await appraised(stage, SECOND), TIED);
  const hanging = await published(stage, ON_NOTICE, NOTICE_DAYS);
  await drafted(stage, APPRAISED, NOTICE_DAYS);
  on(today);
  // waits for its receiver
  await objected(stage, hanging.noticeId, ON_NOTICE[0] ?? '');
  await proposed(stage, OPEN[0] ?? '', {
    item: 'A2.5-1',
    day: addDays(first, 20),
    amount: points(100),
    reason: '示例：主题党日无故缺席',
  });
}
