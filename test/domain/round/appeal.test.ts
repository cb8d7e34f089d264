// Where an upheld appeal, or an error found after registration, is put right (G31).
import { expect, it } from 'vitest';
import { putRightIn } from '../../../src/domain/round/appeal.ts';

it('a later round of the year puts it right; after the last one there is none, and it goes with the year-end grading', () => {
  expect([1, 2, 3, 4].map((period) => putRightIn(period, 4))).toEqual([
    'laterRound',
    'laterRound',
    'laterRound',
    'yearEnd',
  ]);
  expect(putRightIn(12, 12)).toBe('yearEnd');
});
