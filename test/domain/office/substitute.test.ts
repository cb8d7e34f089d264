// 代行: who acts when an office is vacant, or its holder is on leave, silent or concerned (G17, G34).
import { describe, expect, it } from 'vitest';
import type { Holder, OfficeKind } from '../../../src/domain/office/office.ts';
import { type Absence, type Matter, whoActs } from '../../../src/domain/office/substitute.ts';
import { BRANCH, COMMITTEE, holder } from '../access/bureau.ts';

const 书记 = holder(BRANCH, 'secretary');
const 副书记 = holder(BRANCH, 'deputySecretary');
const 记分员 = holder(BRANCH, 'scorekeeper');
const 副手 = holder(BRANCH, 'scorekeeper', {
  officeId: '副手',
  personId: '孙丽',
  userId: '孙丽',
  deputyOf: 记分员.officeId,
});
const 核对人 = holder(BRANCH, 'checker');
const 经办人 = holder(COMMITTEE, 'committeeOfficer');
const 党委书记 = holder(COMMITTEE, 'secretary');
const ALL = [书记, 副书记, 记分员, 副手, 核对人, 经办人, 党委书记];

const without = (...gone: Holder[]) => ALL.filter((one) => !gone.includes(one));
const away = (...some: (readonly [Holder, Absence])[]) =>
  new Map(some.map(([one, why]) => [one.officeId, why]));

function acting(office: OfficeKind, said: Partial<Matter> = {}) {
  const matter = { organisation: BRANCH, above: [COMMITTEE], roll: ALL, about: [], users: [], ...said };
  const { as, because, holders } = whoActs(office, matter);
  return [as, because, ...holders.map(({ personId }) => personId)];
}

describe('whoActs', () => {
  it('the holder, while nothing hinders them; the deputy does not act beside them', () => {
    expect(acting('scorekeeper')).toEqual(['holder', null, 记分员.personId]);
  });

  it('vacant: the deputy, else the secretary, else the secretary’s deputy, else the organisation above, officer first', () => {
    const vacant = (...gone: Holder[]) => acting('scorekeeper', { roll: without(记分员, ...gone) });
    expect(vacant()).toEqual(['deputy', 'vacant', '孙丽']);
    expect(vacant(副手)).toEqual(['secretary', 'vacant', 书记.personId]);
    expect(vacant(副手, 书记)).toEqual(['secretary', 'vacant', 副书记.personId]);
    expect(vacant(副手, 书记, 副书记)).toEqual(['above', 'vacant', 经办人.personId]);
    expect(vacant(副手, 书记, 副书记, 经办人)).toEqual(['above', 'vacant', 党委书记.personId]);
    expect(vacant(副手, 书记, 副书记, 经办人, 党委书记)).toEqual(['nobody', 'vacant']);
  });

  it('on leave or silent: the same, with that reason; whoever is away does not stand in either', () => {
    expect(acting('scorekeeper', { away: away([记分员, 'onLeave']) })).toEqual(['deputy', 'onLeave', '孙丽']);
    expect(acting('scorekeeper', { away: away([记分员, 'silent'], [副手, 'onLeave']) })).toEqual([
      'secretary',
      'silent',
      书记.personId,
    ]);
  });

  it('the scorekeeper’s own points are the checker’s; without one the deputy’s, then the secretary’s', () => {
    const own = { about: [记分员.personId] };
    expect(acting('scorekeeper', own)).toEqual(['checker', 'concerned', 核对人.personId]);
    expect(acting('scorekeeper', { ...own, roll: without(核对人) })).toEqual(['deputy', 'concerned', '孙丽']);
    expect(acting('scorekeeper', { ...own, roll: without(核对人, 副手) })).toEqual([
      'secretary',
      'concerned',
      书记.personId,
    ]);
  });

  it('whoever is concerned here is concerned above too, by their account', () => {
    const 同一人 = { ...经办人, userId: 记分员.userId };
    const roll = [记分员, 同一人, 党委书记];
    const own = { about: [记分员.personId], users: [记分员.userId ?? ''], roll };
    expect(acting('scorekeeper', own)).toEqual(['above', 'concerned', 党委书记.personId]);
  });

  it('a secretary’s own matter: the deputy secretary’s, else the organisation above', () => {
    const own = { about: [书记.personId] };
    expect(acting('secretary', own)).toEqual(['deputy', 'concerned', 副书记.personId]);
    expect(acting('secretary', { ...own, roll: without(副书记) })).toEqual([
      'above',
      'concerned',
      经办人.personId,
    ]);
  });

  it('a deputy named by the concerned is concerned with them; one named by somebody else, and a 副书记, are not (X8)', () => {
    const own = { about: [书记.personId], users: [书记.userId ?? ''] };
    const 书记指定 = holder(BRANCH, 'secretary', {
      officeId: '书记的副手',
      personId: '周涛',
      userId: '周涛',
      deputyOf: 书记.officeId,
      namedBy: 书记.userId,
    });
    const 别人指定 = { ...书记指定, namedBy: '系统管理员' };
    const only = (...more: Holder[]) => ({ ...own, roll: [书记, 经办人, ...more] });
    expect(acting('secretary', only(书记指定))).toEqual(['above', 'concerned', 经办人.personId]);
    expect(acting('secretary', only(别人指定))).toEqual(['deputy', 'concerned', '周涛']);
    expect(acting('secretary', only(书记指定, 副书记))).toEqual(['deputy', 'concerned', 副书记.personId]);
    // on leave there is no conflict to inherit
    const leave = { roll: [书记, 书记指定], away: away([书记, 'onLeave']) };
    expect(acting('secretary', leave)).toEqual(['deputy', 'onLeave', '周涛']);
  });

  it('a scorekeeper’s deputy named by the secretary does not post the secretary’s points', () => {
    const named = { ...副手, namedBy: 书记.userId };
    const own = { about: [书记.personId], users: [书记.userId ?? ''], roll: [书记, named, 经办人] };
    expect(acting('scorekeeper', own)).toEqual(['above', 'vacant', 经办人.personId]);
  });

  it('no deputy and nothing above: the branch committee in order; in one’s own matter also whoever else is trusted', () => {
    const 支委 = holder(BRANCH, 'committeeMember');
    const own = { about: [书记.personId] };
    expect(acting('secretary', { ...own, roll: [书记, 支委, 核对人] })).toEqual([
      'colleague',
      'concerned',
      支委.personId,
    ]);
    expect(acting('secretary', { ...own, roll: [书记, 核对人, 记分员] })).toEqual([
      'colleague',
      'concerned',
      核对人.personId,
    ]);
    expect(acting('secretary', { ...own, roll: [书记] })).toEqual(['nobody', 'concerned']);
    // an office that merely stands empty is not filled by whoever checks points
    expect(acting('secretary', { roll: [核对人, 记分员] })).toEqual(['nobody', 'vacant']);
    expect(acting('secretary', { roll: [支委, 核对人] })).toEqual(['colleague', 'vacant', 支委.personId]);
  });
});
