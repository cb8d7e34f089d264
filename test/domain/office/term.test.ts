import { describe, expect, it } from 'vitest';
import { isHeldOn } from '../../../src/domain/office/office.ts';
import { isOver, overlap, type Term } from '../../../src/domain/office/term.ts';
import { day } from '../../cast.ts';

const term = (from: string, until: string | null = null, endedOn: string | null = null): Term => ({
  from: day(from),
  until: until === null ? null : day(until),
  endedOn: endedOn === null ? null : day(endedOn),
});

describe('a term of office', () => {
  it('is held from its first to its last day, and not on the day it was ended', () => {
    const given = term('2026-03-01', '2026-06-30');
    expect(
      ['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map((on) => isHeldOn(given, day(on))),
    ).toEqual([false, true, true, false]);
    const ended = term('2026-03-01', null, '2026-05-01');
    expect(['2026-04-30', '2026-05-01'].map((on) => isHeldOn(ended, day(on)))).toEqual([true, false]);
  });

  it('is over after its last day, or from the day it was ended', () => {
    expect(isOver(term('2026-03-01', '2026-06-30'), day('2026-06-30'))).toBe(false);
    expect(isOver(term('2026-03-01', '2026-06-30'), day('2026-07-01'))).toBe(true);
    expect(isOver(term('2026-03-01', null, '2026-05-01'), day('2026-05-01'))).toBe(true);
  });

  it('overlaps another when one day belongs to both', () => {
    const spring = term('2026-03-01', '2026-05-31');
    expect(overlap(spring, term('2026-05-31'))).toBe(true);
    expect(overlap(spring, term('2026-06-01'))).toBe(false);
    expect(overlap(term('2026-06-01'), spring)).toBe(false);
    expect(overlap(term('2026-03-01', null, '2026-05-01'), term('2026-05-01'))).toBe(false);
    expect(overlap(term('2026-03-01', null, '2026-03-01'), term('2026-01-01'))).toBe(false);
  });
});
