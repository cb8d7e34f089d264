/** A branch chooses another reading by one word in readings.yaml: the settings follow, nothing else moves. */
import { expect, test } from 'vitest';
import { assemblePolicy } from '../../src/domain/policy/assemble.ts';
import { withChoices } from '../../src/domain/policy/chosen.ts';
import type { Policy } from '../../src/domain/policy/policy.ts';
import { finance } from './finance.ts';

function policyUnder(choices: Record<string, string>): Policy {
  const assembled = assemblePolicy(withChoices(finance.documents, choices));
  if ('problems' in assembled) throw new Error(JSON.stringify(assembled.problems));
  return assembled.policy;
}

const floorOf = ({ kinds }: Policy) =>
  kinds.flatMap((kind) => (kind.mechanism === 'pool' ? [kind.floor] : []))[0];

test.each<[string, string, (policy: Policy) => unknown, unknown, unknown]>([
  ['G1', 'halfUpToWhole', ({ grades }) => grades.rounding, 'none', 'halfUpToWhole'],
  ['G3', 'exclusive', ({ eligibility }) => eligibility.overlap, 'cumulative', 'exclusive'],
  ['G4', 'bandOnly', ({ eligibility }) => eligibility.needs, 'bandAndTopShare', 'band'],
  ['G7', 'period', floorOf, 'year', 'period'],
  ['G9', 'none', ({ categoryFloor }) => categoryFloor, 'year', 'none'],
  ['G10', 'all', ({ incident }) => incident, 'largest', 'all'],
  ['G13', 'one', ({ discretionary }) => discretionary.most, 200, 100],
  ['G13', 'five', ({ discretionary }) => discretionary.most, 200, 500],
  ['G18', 'all', ({ achievement }) => achievement, 'highest', 'all'],
  ['G21', 'none', ({ partYear }) => partYear.scaling, 'proportional', 'none'],
  ['G22', 'ownOnly', ({ transfer }) => transfer, 'both', 'own'],
  ['G27', 'excluded', ({ topShare }) => topShare.ties, 'inside', 'excluded'],
  ['G39', 'zero', ({ disqualification }) => disqualification.points, 'kept', 'zero'],
])('%s: %s', (reading, alternative, setting, before, after) => {
  expect(setting(policyUnder({}))).toBe(before);
  expect(setting(policyUnder({ [reading]: alternative }))).toBe(after);
});

test('the discretionary items follow their limit', () => {
  const mostOf = ({ items }: Policy) => items.find(({ id }) => id === 'A2.1-x')?.most;
  expect([mostOf(policyUnder({})), mostOf(policyUnder({ G13: 'one' }))]).toEqual([200, 100]);
});

test('all alternatives at once fit together', () => {
  const policy = policyUnder({
    G1: 'halfUpToWhole',
    G3: 'exclusive',
    G4: 'bandOnly',
    G7: 'period',
    G9: 'none',
    G10: 'all',
    G18: 'all',
    G21: 'none',
    G22: 'ownOnly',
    G27: 'excluded',
    G39: 'zero',
  });
  expect(floorOf(policy)).toBe('period');
  expect(policy.readings.filter(({ chosen }) => chosen !== undefined)).toHaveLength(11);
});

test('the documents themselves stay as they were read', () => {
  const before = structuredClone(finance.documents);
  policyUnder({ G7: 'period', G13: 'five' });
  expect(finance.documents).toEqual(before);
});
