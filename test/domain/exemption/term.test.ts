// From when to when (G25), and that no year which was counted is ever counted anew.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar/dayCount.ts';
import { type ExemptionMatter } from '../../../src/domain/exemption/matter.ts';
import { applicationRefusal } from '../../../src/domain/exemption/application.ts';
import {
  covered,
  earliestFrom,
  endRefusal,
  isRunning,
  termRefusal,
} from '../../../src/domain/exemption/term.ts';
import { countedPeriods } from '../../../src/domain/member/counted.ts';
import { exempted, exemptionCut, type Member } from '../../../src/domain/member/member.ts';
import { standingOf } from '../../../src/domain/member/standing.ts';
import type { Day } from '../../../src/domain/period.ts';
import { day, member } from '../../cast.ts';

const TODAY = day('2026-05-20');
const QUARTERS = { year: 2026, count: 4 };

function matter(from: string, until: string | null, more: Partial<ExemptionMatter> = {}): ExemptionMatter {
  const done = { seq: 1, at: '', actor: '' };
  const term = { from: day(from), until: until === null ? null : day(until) };
  return {
    exemptionId: 'e1',
    personId: '张建国',
    state: 'approved',
    renews: null,
    application: { ...done, from: null, until: null, onBehalf: false },
    opinion: { ...done, agrees: true, meetingOn: day('2026-04-01') },
    decision: { ...done, bodyId: '党委', approved: true, ...term },
    withdrawal: null,
    ending: null,
    ...more,
  };
}

const wish = (more: object = {}) => ({ from: null, until: null, renews: null, ...more });

describe('what may be asked for', () => {
  const asked = (who: Member, matters: ExemptionMatter[], more: object = {}) =>
    applicationRefusal(who, matters, wish(more), TODAY)?.code;

  it('a full member, whatever term they ask for', () => {
    expect(asked(member(), [])).toBeUndefined();
    expect(asked(member(), [], { from: day('2026-07-01'), until: day('2027-06-30') })).toBeUndefined();
  });

  it('not who is observed or only an applicant, and not who has left', () => {
    expect(asked(member({ type: 'probationary' }), [])).toBe('notExemptable');
    expect(asked(member({ type: 'applicant' }), [])).toBe('notExemptable');
    expect(asked(member({ leftOn: TODAY }), [])).toBe('notInBranch');
  });

  it('not while another application is open; not beside one that runs, unless it continues it', () => {
    for (const state of ['applied', 'considered'] as const)
      expect(asked(member(), [matter('2026-04-02', null, { state })])).toBe('exemptionOpen');
    expect(asked(member(), [matter('2026-04-02', null)])).toBe('exemptionRuns');
    expect(asked(member(), [matter('2026-04-02', null)], { renews: 'e1' })).toBeUndefined();
    expect(asked(member(), [matter('2025-04-02', null)])).toBeUndefined();
  });

  it('a renewal names an exemption once granted to the same member; a term does not end before it begins', () => {
    expect(asked(member(), [], { renews: 'e1' })).toBe('badRenewal');
    const refused = matter('2026-04-02', null, { state: 'refused', decision: null });
    expect(asked(member(), [refused], { renews: 'e1' })).toBe('badRenewal');
    expect(asked(member(), [], { from: day('2026-07-02'), until: day('2026-07-01') })).toBe(
      'badExemptionTerm',
    );
  });
});

describe('the term granted', () => {
  it('reaches back to the first day of the period of the approval and no further', () => {
    expect(earliestFrom(TODAY, 4)).toBe('2026-04-01');
    expect(earliestFrom(TODAY, 12)).toBe('2026-05-01');
    expect(earliestFrom(TODAY, null)).toBe(TODAY);
    const earliest = earliestFrom(TODAY, 4);
    expect(termRefusal({ from: day('2026-03-31'), until: null }, earliest)?.code).toBe('exemptionTooEarly');
    expect(termRefusal({ from: day('2026-04-01'), until: null }, earliest)).toBeUndefined();
    expect(termRefusal({ from: TODAY, until: day('2026-05-19') }, earliest)?.code).toBe('badExemptionTerm');
  });

  it('without a last day runs to the end of its year', () => {
    expect(covered(matter('2026-05-20', null))).toEqual({ from: '2026-05-20', until: '2026-12-31' });
    expect(isRunning(matter('2026-05-20', null), day('2026-12-31'))).toBe(true);
    expect(isRunning(matter('2026-05-20', null), day('2027-01-01'))).toBe(false);
  });

  it('approved in the second quarter: first counted, the other three not; the year is exempt', () => {
    const exempt = exempted(member(), { from: TODAY, until: null });
    expect(countedPeriods(exempt, QUARTERS)).toEqual([1]);
    expect(standingOf(exempt, 2026, 1, 2)).toBe('exempt');
  });

  it('ended early counts again from the next quarter on; a day gone by or after its end is refused', () => {
    const running = matter('2026-05-20', null);
    expect(endRefusal(running, addDays(TODAY, -1), TODAY)?.code).toBe('badExemptionEnd');
    expect(endRefusal(running, day('2027-01-01'), TODAY)?.code).toBe('badExemptionEnd');
    expect(endRefusal(running, day('2026-08-01'), TODAY)).toBeUndefined();
    expect(endRefusal(matter('2025-05-20', null), TODAY, TODAY)?.code).toBe('exemptionOver');
    const exempt = exempted(member(), { from: TODAY, until: null });
    expect(
      countedPeriods(exemptionCut(exempt, { from: TODAY, until: null }, day('2026-08-01')), QUARTERS),
    ).toEqual([1, 4]);
  });

  it('ended before it began never was', () => {
    const ending = { seq: 2, at: '', actor: '', on: TODAY, bodyId: null };
    expect(covered(matter('2026-07-01', null, { state: 'ended', ending }))).toBeNull();
    const exempt = exempted(member(), { from: day('2026-07-01'), until: null });
    expect(exemptionCut(exempt, { from: day('2026-07-01'), until: null }, TODAY)).toEqual(member());
  });
});

const anyDay = (from: Day, within: number) =>
  fc.integer({ min: 0, max: within }).map((days) => addDays(from, days));

describe('what is counted stays counted', () => {
  it('an approval or an early end never changes a period that was over before it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: anyDay(day('2025-01-01'), 1000),
            ahead: fc.nat(200),
            length: fc.nat(500),
            end: fc.nat(600),
          }),
          { maxLength: 4 },
        ),
        (acts) => {
          let exempt = member();
          for (const { at, ahead, length, end } of acts.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
            const past = countedBefore(exempt, at);
            const earliest = earliestFrom(at, 4);
            const term = { from: addDays(earliest, ahead), until: addDays(earliest, ahead + length) };
            exempt = exempted(exempt, term);
            expect(countedBefore(exempt, at)).toEqual(past);
            if (end <= length + ahead && addDays(earliest, end) >= at) {
              const cut = exemptionCut(exempt, term, addDays(earliest, end));
              expect(countedBefore(cut, at)).toEqual(past);
            }
          }
        },
      ),
    );
  });
});

/** Counted periods of all years that lie wholly before the period of that day. */
function countedBefore(who: Member, at: Day): string[] {
  return [2024, 2025, 2026, 2027, 2028].flatMap((year) =>
    countedPeriods(who, { year, count: 4 })
      .map((period) => `${year}-${String(period * 3 - 2).padStart(2, '0')}-01`)
      .filter((first) => first < earliestFrom(at, 4)),
  );
}
