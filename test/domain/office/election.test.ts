// 推选记分员: who votes, quorum, the sum of the votes, and whom they elect (An1.2, G34, G36).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Count,
  countedVotes,
  countRefusal,
  electedBy,
  isEntitled,
  majorityOf,
  quorumOf,
} from '../../../src/domain/office/election.ts';
import { day, member } from '../../cast.ts';

const 李梅 = '李梅';
const 王强 = '王强';
const count = (said: Partial<Count> = {}): Count => ({
  entitled: 10,
  present: 7,
  ballots: [
    { personId: 李梅, votes: 4 },
    { personId: 王强, votes: 2 },
  ],
  abstained: 1,
  invalid: 0,
  ...said,
});
const votes = (...of: number[]) => of.map((some, index) => ({ personId: `${index}`, votes: some }));

describe('who may vote', () => {
  const on = day('2026-01-08');
  it.each([
    ['a full member', member(), true],
    ['one who joined that day', member({ joinedOn: on }), true],
    ['one who joins tomorrow', member({ joinedOn: day('2026-01-09') }), false],
    ['one who left that day', member({ leftOn: on }), false],
    ['a probationary member', member({ type: 'probationary' }), false],
    ['an applicant', member({ type: 'applicant' }), false],
    ['one who turned full that day', member({ fullOn: on }), true],
    ['one who turns full tomorrow', member({ fullOn: day('2026-01-09') }), false],
    ['one exempt on that day', member({ exemption: { from: day('2025-10-01'), until: on } }), false],
    [
      'one exempt until the day before',
      member({ exemption: { from: day('2025-10-01'), until: null } }),
      true,
    ],
  ] as const)('%s: %#', (_who, someone, may) => {
    expect(isEntitled(someone, on)).toBe(may);
  });
});

describe('the count', () => {
  it('four of seven are more than half: elected', () => {
    expect(countRefusal(count())).toBeUndefined();
    expect(electedBy(count())).toBe(李梅);
  });

  it.each([
    ['nobodyEntitled', count({ entitled: 0 })],
    ['tooManyPresent', count({ entitled: 6 })],
    ['noQuorum', count({ entitled: 14 })],
    ['badCandidates', count({ ballots: [] })],
    ['badCandidates', count({ ballots: [...count().ballots, { personId: 李梅, votes: 0 }] })],
    ['votesDiffer', count({ abstained: 0 })],
    ['votesDiffer', count({ invalid: 1 })],
  ] as const)('%s', (code, counted) => {
    expect(countRefusal(counted)).toMatchObject({ code, clause: 'An1.2' });
  });

  it('exactly half present is no quorum, exactly half of the votes elects nobody, a tie neither', () => {
    expect([quorumOf(10), quorumOf(9), quorumOf(3), quorumOf(1)]).toEqual([6, 5, 2, 1]);
    expect([majorityOf(8), majorityOf(7), majorityOf(3)]).toEqual([5, 4, 2]);
    expect(electedBy({ present: 8, ballots: votes(4, 3) })).toBeNull();
    expect(electedBy({ present: 8, ballots: votes(4, 4) })).toBeNull();
    expect(electedBy({ present: 8, ballots: votes(3, 5) })).toBe('1');
  });

  it('property: at most one can be elected, whoever is has more than all others, abstained and invalid together', () => {
    const counts = fc.record({
      of: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 6 }),
      abstained: fc.nat({ max: 10 }),
      invalid: fc.nat({ max: 10 }),
      absent: fc.nat({ max: 60 }),
    });
    fc.assert(
      fc.property(counts, ({ of, abstained, invalid, absent }) => {
        const ballots = votes(...of);
        const present = countedVotes({ ballots, abstained, invalid });
        fc.pre(present > 0);
        const entitled = present + absent;
        const refusal = countRefusal({ entitled, present, ballots, abstained, invalid });
        expect(refusal === undefined).toBe(2 * present > entitled);
        const elected = electedBy({ present, ballots });
        const most = Math.max(...of);
        expect(elected !== null).toBe(2 * most > present);
        if (elected !== null) expect(ballots.find((one) => one.personId === elected)?.votes).toBe(most);
      }),
    );
  });
});
