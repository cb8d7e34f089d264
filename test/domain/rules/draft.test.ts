// A draft is changes over a base: nothing changed is the same measure, order means nothing, and the lints are those of the files.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemblePolicy } from '../../../src/domain/policy/assemble.ts';
import { withChoices } from '../../../src/domain/policy/chosen.ts';
import { policyDifference } from '../../../src/domain/policy/difference.ts';
import { applyChanges } from '../../../src/domain/policy/draft/apply.ts';
import { type Change, undone, withChange } from '../../../src/domain/policy/draft/change.ts';
import { lookAt } from '../../../src/domain/policy/draft/look.ts';
import { isChangeable } from '../../../src/domain/policy/draft/places.ts';
import { documentsOf } from '../../../src/domain/policy/draft/documents.ts';
import { findingName, placeOf } from '../../../src/domain/policy/draft/place.ts';
import type { Policy } from '../../../src/domain/policy/policy.ts';
import { readPolicyFolder } from '../../../src/store/policyFolder.ts';

const { documents: BUREAU } = await readPolicyFolder('policy/finance-bureau');
const { documents: MONTHLY } = await readPolicyFolder('test/policy/fixtures/monthly');

function policyIn(documents: Parameters<typeof assemblePolicy>[0]): Policy {
  const assembled = assemblePolicy(documents);
  if ('problems' in assembled) throw new Error(JSON.stringify(assembled.problems));
  return assembled.policy;
}
/** As a book keeps it. */
const kept = (policy: Policy) => JSON.parse(JSON.stringify(policy)) as Policy;

const drafted = (base: typeof BUREAU, list: readonly Change[]): Policy => {
  const { policy, findings } = lookAt(base, list);
  if (policy === null) throw new Error(JSON.stringify(findings));
  return policy;
};

describe('a version of the books as documents', () => {
  it.each([
    ['the bureau’s', BUREAU],
    ['one of twelve months', MONTHLY],
  ])('%s assembles to the same policy', (_name, documents) => {
    const policy = policyIn(documents);
    expect(kept(policyIn(documentsOf(kept(policy), documents)))).toEqual(kept(policy));
  });

  const choices = policyIn(BUREAU).readings.flatMap(({ id, alternatives }) =>
    alternatives.map((one) => ({ id, alternative: one.id })),
  );
  it.each(choices)('with $id $alternative chosen, and back to the reading itself', ({ id, alternative }) => {
    const chosen = policyIn(withChoices(BUREAU, { [id]: alternative }));
    const documents = documentsOf(kept(chosen), BUREAU);
    expect(kept(policyIn(documents))).toEqual(kept(chosen));
    const back = drafted(documents, [{ place: `readings/${id}/chosen`, to: null }]);
    expect(kept(back)).toEqual(kept(policyIn(BUREAU)));
  });
});

const amount = fc.integer({ min: 1, max: 9999 }).map((value) => String(value / 100));
const change = fc.oneof(
  fc.record({ place: fc.constantFrom('policy/kinds/base/year', 'policy/total'), to: amount }),
  fc.record({
    place: fc.constantFrom('bonuses/items/3.4.1-1/amount', 'bonuses/items/3.4.1-6/amount'),
    to: amount,
  }),
  fc.record({
    place: fc.constantFrom(
      'base-items/categories/A2.5/standards/A2.5-1/amount',
      'base-items/categories/A2.1/cap',
    ),
    to: amount,
  }),
  fc.record({ place: fc.constant('readings/G7/chosen'), to: fc.constant('period') }),
  fc.record({ place: fc.constant('deductions/items/3.4.2-3'), to: fc.constant(null) }),
  fc.record({
    place: fc.constant('bonuses/items/3.4.1-7'),
    to: fc.constant({ id: '3.4.1-7', name: '见义勇为', text: '见义勇为的，加2分。', amount: '2' }),
  }),
  fc.record({ place: fc.constant('bonuses/items/3.4.1-7/amount'), to: amount }),
);
const changes = fc.uniqueArray(change, { selector: ({ place }) => place, maxLength: 6 });

describe('applying changes', () => {
  it('none is the same measure', () => {
    expect(applyChanges(BUREAU, [])).toEqual({ documents: BUREAU });
    expect(policyDifference(policyIn(BUREAU), drafted(BUREAU, []))).toEqual([]);
  });

  it('of different places commute, whatever they are', () => {
    fc.assert(
      fc.property(changes, fc.func(fc.integer()), (list, order) => {
        const other = list.toSorted((a, b) => order(a.place) - order(b.place));
        expect(applyChanges(BUREAU, other)).toEqual(applyChanges(BUREAU, list));
      }),
      { numRuns: 60 },
    );
  });

  it('a change put back is no change, and undoing every one leaves the base', () => {
    fc.assert(
      fc.property(changes, (list) => {
        let made: readonly Change[] = [];
        for (const one of list) made = withChange(BUREAU, made, one);
        for (const { place } of list) made = undone(made, place);
        expect(made).toEqual([]);
      }),
      { numRuns: 60 },
    );
    const dearer = withChange(BUREAU, [], { place: 'bonuses/items/3.4.1-6/amount', to: '1' });
    expect(dearer).toHaveLength(1);
    expect(withChange(BUREAU, dearer, { place: 'bonuses/items/3.4.1-6/amount', to: '0.50' })).toEqual([]);
  });

  it.each([
    ['clauses/3.4.2/text', '改了条文', '没有这一处，或者不能改'],
    ['policy/kinds/base/mechanism', 'plan', '没有这一处，或者不能改'],
    ['bonuses/items/3.4.1-99/amount', '3', '没有这一处，或者不能改'],
    ['__proto__/polluted', 'x', '没有这一处，或者不能改'],
  ])('%s is refused in words', (place, to, sentence) => {
    expect(applyChanges(BUREAU, [{ place, to }])).toMatchObject({
      problems: [{ expected: expect.stringContaining(sentence) as string }],
    });
    expect(isChangeable('policy/kinds/base/year')).toBe(true);
  });

  it('one place twice, and a setting that a chosen reading decides, are refused', () => {
    const twice = { place: 'policy/total', to: '100' };
    expect(applyChanges(BUREAU, [twice, twice])).toMatchObject({ problems: [{ path: 'total' }] });
    const both = [
      { place: 'readings/G13/chosen', to: 'one' },
      { place: 'policy/discretionary/most', to: '1.5' },
    ];
    expect(applyChanges(BUREAU, both)).toMatchObject({
      problems: [{ path: 'discretionary.most', expected: '由所选的读法 G13 决定，应撤销其中一处改动' }],
    });
  });
});

describe('the lints of a draft are those of the files', () => {
  const found = (...list: Change[]) =>
    lookAt(BUREAU, list)
      .findings.filter(({ severity }) => severity === 'error')
      .map((one) => [placeOf(one), one.message]);

  it('the bureau’s measure has none', () => {
    expect(found()).toEqual([]);
  });

  it.each<[string, Change, string, string]>([
    ['sums', { place: 'policy/kinds/base/year', to: '40' }, 'policy/total', '应等于总分 100.00'],
    [
      'six categories',
      { place: 'base-items/categories/A2.5/cap', to: '6' },
      'base-items/categories',
      '应等于基础分全年 30.00',
    ],
    [
      'an uncovered score',
      { place: 'policy/grades/bands/unqualified/from', to: '10' },
      'policy/grades/bands/unqualified/from',
      '0 至不满 10.00 分没有等次',
    ],
    [
      'a deduction larger than its room',
      { place: 'base-items/categories/A2.5/standards/A2.5-1/amount', to: '6' },
      'base-items/categories/A2.5/standards/A2.5-1',
      '大于“组织生活”类 5.00 分',
    ],
    [
      'sign-ins scored',
      {
        place: 'bonuses/items/3.4.1-7',
        to: { id: '3.4.1-7', name: '每日签到', text: '每日签到的，加0.1分。', amount: '0.1' },
      },
      'bonuses/items/3.4.1-7',
      '不许以此计分',
    ],
    [
      'not an amount',
      { place: 'bonuses/items/3.4.1-1/amount', to: '五分' },
      'bonuses/items/3.4.1-1/amount',
      '至多两位小数的分值',
    ],
    [
      'a calendar that cannot be kept',
      { place: 'policy/calendar/appraisalDay', to: 25 },
      'policy/calendar/appraisalDay',
      '应提前',
    ],
  ])('%s', (_what, one, place, sentence) => {
    expect(found(one)).toContainEqual([place, expect.stringContaining(sentence)]);
  });

  it('a warning has a name to be acknowledged by', () => {
    const odd = { id: '3.4.1-7', name: '见义勇为', text: '见义勇为的，加2分。', amount: '2' };
    const { findings } = lookAt(BUREAU, [{ place: 'bonuses/items/3.4.1-7', to: odd }]);
    const names = findings.filter(({ severity }) => severity === 'warning').map(findingName);
    expect(names).toContain('bonuses.yaml items[3.4.1-7].text：与条款 3.4.1 的原文不一致，应照录原文');
    expect(new Set(names).size).toBe(names.length);
  });
});
