// Every refusal has one sentence: two rooms that say the same code would speak over each other.
import { expect, test } from 'vitest';
import { REFUSAL_ROOMS } from '../../src/service/views/refusalWords.ts';

test('no code has a sentence in two rooms', () => {
  const codes = REFUSAL_ROOMS.flatMap((room) => Object.keys(room));
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});
