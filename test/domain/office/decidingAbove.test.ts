// Which organisation above decides: the nearest that has somebody who can, and is not concerned.
import { describe, expect, it } from 'vitest';
import { can } from '../../../src/domain/access.ts';
import { decidingAbove } from '../../../src/domain/office/decidingAbove.ts';
import { actorOf, BRANCH, COMMITTEE, holder, object } from '../access/bureau.ts';

const GENERAL = '机关党总支';
const 党总支书记 = holder(GENERAL, 'secretary');
const 党委经办人 = holder(COMMITTEE, 'committeeOfficer');
const above = [GENERAL, COMMITTEE];
const roll = [党总支书记, 党委经办人];

describe('who decides above', () => {
  it('the nearest organisation with an officer or a secretary', () => {
    expect(decidingAbove({ above, roll, users: [] })).toEqual({ bodyId: GENERAL, holders: [党总支书记] });
    expect(decidingAbove({ above, roll: [党委经办人], users: [] })?.bodyId).toBe(COMMITTEE);
    expect(decidingAbove({ above: [], roll, users: [] })).toBeNull();
    expect(decidingAbove({ above, roll: [], users: [] })).toBeNull();
  });

  it('the next one where the only one is concerned or on leave', () => {
    const users = [党总支书记.userId ?? ''];
    expect(decidingAbove({ above, roll, users })?.bodyId).toBe(COMMITTEE);
    const away = new Map([[党总支书记.officeId, 'onLeave'] as const]);
    expect(decidingAbove({ above, roll, users: [], away })?.bodyId).toBe(COMMITTEE);
  });

  it('nobody further up approves an exemption past the nearest; whoever is concerned never does', () => {
    const matter = object(BRANCH, { above, roll });
    expect(can(actorOf(党总支书记), 'approveExemption', matter)).toBe(true);
    expect(can(actorOf(党委经办人), 'approveExemption', matter)).toMatchObject({
      code: 'notAllowed',
      clause: '2',
    });
    const own = object(BRANCH, { above: [COMMITTEE], roll, users: [党委经办人.userId ?? ''] });
    expect(can(actorOf(党委经办人), 'approveExemption', own)).toMatchObject({ code: 'ownMatter' });
  });
});
