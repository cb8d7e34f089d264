// A leader in charge who does not speak on a plan within the working days of the measure (G17).
import { describe, expect, test } from 'vitest';
import { whoLeads } from '../../../src/domain/office/inCharge.ts';
import type { Day } from '../../../src/domain/period.ts';
import { PHASE_NAMES } from '../../../src/domain/taskPlan/procedure.ts';
import { isLeaderSilent } from '../../../src/domain/taskPlan/silence.ts';
import { BRANCH, COMMITTEE, holder } from '../access/bureau.ts';
import { CHINA } from '../holidays.ts';

const day = (text: string) => text as Day;
const proposed = (on: string, phase: (typeof PHASE_NAMES)[number] = 'proposed') =>
  ({ phase, proposedOn: day(on), days: 3 }) as const;

describe('silent', () => {
  test.each([
    ['on the last of three working days', '2026-03-09', '2026-03-12', false],
    ['the day after', '2026-03-09', '2026-03-13', true],
    ['a weekend does not count', '2026-03-12', '2026-03-17', false],
    ['nor does it stop the days before it', '2026-03-12', '2026-03-18', true],
    ['the days off at Spring Festival do not count', '2026-02-13', '2026-02-25', false],
  ])('%s', (_, on, today, silent) => {
    expect(isLeaderSilent(proposed(on), day(today), CHINA)).toBe(silent);
  });

  test('only while the leader’s word is missing', () => {
    const silent = PHASE_NAMES.filter((phase) =>
      isLeaderSilent(proposed('2026-01-05', phase), day('2026-12-31'), CHINA),
    );
    expect(silent).toEqual(['proposed', 'memberAgreed']);
  });
});

describe('who leads then', () => {
  const 分管领导 = holder(BRANCH, 'leaderInCharge');
  const 书记 = holder(BRANCH, 'secretary');
  const 经办人 = holder(COMMITTEE, 'committeeOfficer');
  const leading = (roll: (typeof 书记)[], leader = 分管领导) => {
    const { as, because, holders } = whoLeads('王强', {
      organisation: BRANCH,
      above: [COMMITTEE],
      roll,
      about: [],
      users: [],
      leaders: new Map([['王强', leader.personId]]),
      unanswered: new Set(['王强']),
    });
    return [as, because, ...holders.map(({ personId }) => personId)];
  };

  test('the secretary, and it is said why', () => {
    expect(leading([分管领导, 书记, 经办人])).toEqual(['secretary', 'silent', 书记.personId]);
  });

  test('a silent leader who is secretary too stands in for nobody', () => {
    const both = { ...分管领导, officeId: '兼任', personId: 书记.personId, userId: 书记.userId };
    expect(leading([both, 书记, 经办人], both)).toEqual(['above', 'silent', 经办人.personId]);
  });
});
