/** A quarter of the demonstration that is over: everybody filed, the bulletin issued. */
import { addDays } from '../../domain/calendar/dayCount.ts';
import { type Calendar, type Day, firstDay } from '../../domain/period.ts';
import { points } from '../../domain/points.ts';
import {
  above,
  applied,
  appraised,
  assessed,
  opined,
  proposed,
  published,
  registered,
  submitted,
  unsigned,
} from './roundActs.ts';
import type { Stage } from './stage.ts';
import { OFFICE, TOWN_ACCOUNTS, TOWN_MEMBERS } from './townCast.ts';

/** Commended, absent once, silent leader: one each, so that there is something to explain. */
const COMMENDED = '武建华';
const ABSENT = '汪洋';
const UNSIGNED = '侯勇';

export async function pastRound(stage: Stage, calendar: Calendar): Promise<void> {
  const { on, by, here } = stage;
  const first = firstDay(calendar, here.period);
  // everybody is about from the second month on
  on(addDays(first, 35));
  const days = (await by(OFFICE.scorekeeper, { type: 'openRound', ...here })) as RoundDays;
  on(days.applyUntil);
  await applied(stage, TOWN_MEMBERS, TOWN_ACCOUNTS, {
    [COMMENDED]: [
      {
        item: '3.4.1-4',
        day: addDays(first, 20),
        reason: '示例：季度先进工作者',
        document: `示例：乡财发〔${here.year}〕${here.period}号`,
        achievement: null,
        evidence: [],
      },
    ],
  });
  const proposalId = await proposed(stage, ABSENT, {
    item: 'A2.5-1',
    day: addDays(first, 30),
    amount: points(100),
    reason: '示例：主题党日无故缺席',
  });
  await by(OFFICE.secretary, {
    type: 'answerDeduction',
    ...here,
    personId: stage.idOf(ABSENT),
    proposalId,
    words: '示例：当日确实忘记请假，接受',
    spoken: true,
  });
  on(days.opinionUntil);
  await opined(
    stage,
    TOWN_MEMBERS.filter((name) => name !== UNSIGNED),
  );
  on(days.appraisalOn);
  await unsigned(stage, [UNSIGNED]);
  await assessed(stage, TOWN_MEMBERS, [ABSENT]);
  await appraised(stage, TOWN_MEMBERS, [ABSENT]);
  const { dayAfter } = await published(stage, TOWN_MEMBERS, NOTICE_DAYS);
  on(dayAfter);
  await registered(stage, TOWN_MEMBERS);
  const submissionId = await submitted(stage, TOWN_MEMBERS);
  on(addDays(dayAfter, 1));
  await above(stage, 'reviewRound', submissionId, TOWN_MEMBERS, '示例：同意');
  await above(
    stage,
    'fileRound',
    submissionId,
    TOWN_MEMBERS,
    `示例：县财党备〔${here.year}〕${here.period}号`,
  );
  await by(OFFICE.leader, {
    type: 'issueBulletin',
    ...here,
    sections: [
      { heading: '总体情况', text: '示例：本季度积分工作按期办结，全部备案。' },
      { heading: '好的做法', text: '示例：各所按月对照目标任务，季末申报有据可查。' },
      { heading: '存在问题和下一步', text: '示例：个别党员未按时请假，下季度会前逐人提醒。' },
    ],
  });
}

/** Working days a notice hangs in the demonstration. */
export const NOTICE_DAYS = 5;

type RoundDays = Readonly<Record<'applyUntil' | 'opinionUntil' | 'appraisalOn' | 'filingOn', Day>>;
