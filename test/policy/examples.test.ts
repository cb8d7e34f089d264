import { describe, expect, test } from 'vitest';
import { readExample } from '../../src/domain/policy/readExample.ts';
import { readExamples } from '../../src/domain/year/checkPolicy.ts';
import { exampleTrials } from '../../src/domain/year/tryExample.ts';
import { finance } from './finance.ts';

const { files, findings } = readExamples(finance);
const trial = exampleTrials(finance.documents);

test('every file of worked examples can be read', () => {
  expect(findings).toEqual([]);
  expect([...files.values()].flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(60);
});

describe.each([...files])('%s', (_file, { title, year, cases }) => {
  describe(title, () => {
    test.each(cases.map((one) => [one.title, one] as const))('%s', (_title, one) => {
      expect(trial(year, one)).toEqual([]);
    });
  });
});

describe('what the examples cover', () => {
  const cases = [...files.values()].flatMap((file) => file.cases);
  const about = new Set(cases.flatMap((one) => one.about));

  test.each([
    'G1',
    'G3',
    'G4',
    'G5',
    'G7',
    'G9',
    'G10',
    'G13',
    'G14',
    'G15',
    'G18',
    'G19',
    'G21',
    'G22',
    'G23',
    'G24',
    'G25',
    'G26',
    'G27',
    'G28',
    'G39',
  ])('reading %s, which touches a figure, has an example', (reading) => {
    expect(about).toContain(reading);
  });

  test.each([59.5, 60, 79.5, 80, 84.5, 85, 94.5, 95, 100])('a year of exactly %s points', (score) => {
    const years = cases.flatMap(({ members = [] }) => members.map(({ result }) => result.year));
    expect(years).toContain(score * 100);
  });

  test('the top 20 % for every number of members from 1 to 50', () => {
    const sizes = cases.flatMap(({ ranking }) => ranking?.members ?? []);
    expect(sizes).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });
});

describe('an example that is wrong is found out', () => {
  const one = (members: unknown, more: object = {}) => {
    const read = readExample('x.yaml', {
      title: '例',
      year: 2026,
      cases: [{ title: '例', members, ...more }],
    });
    if (!('example' in read)) return read.problems;
    return read.example.cases.flatMap((given) => trial(2026, given));
  };

  test('given a full year, when the example expects half a point more, the figure and both amounts are named', () => {
    expect(one([{ name: '张建国', tasks: [15, 15, 15, 15], result: { year: 90.5 } }])).toEqual([
      '张建国 的 year 应为 90.50，算得 90.00',
    ]);
  });

  test.each([
    ['kinds', { kinds: { base: [7.5, 7.5, 7.5, 7] } }],
    ['kinds', { kinds: { baes: [7.5, 7.5, 7.5, 7.5] } }],
    ['deduction', { deduction: [0, 0, 0, 1] }],
    ['points', { points: [22.5, 22.5, 22.5] }],
    ['cumulative', { cumulative: [22.5, 45, 67.5, 91] }],
    ['graded', { graded: null }],
    ['grade', { grade: 'qualified' }],
    ['standing', { standing: 'unrated' }],
    ['counted', { counted: [1, 2, 3] }],
    ['rank', { rank: null }],
    ['top', { top: false }],
    ['tie', { tie: true }],
    ['eligible', { eligible: ['system'] }],
    ['disqualified', { disqualified: ['3.4.3-1'] }],
    ['support', { support: true }],
    ['absorbed', { absorbed: ['3.4.2-1'] }],
  ])('%s', (_what, result) => {
    expect(one([{ name: '张建国', tasks: [15, 15, 15, 15], result }])).toHaveLength(1);
  });

  test('a control figure that is wrong or unknown', () => {
    const members = [{ name: '张建国', tasks: [15, 15, 15, 15], result: { year: 90 } }];
    expect(one(members, { control: { graded: 2, sleeping: 0 } })).toEqual([
      '控制数 graded 应为 2，算得 1',
      '控制数 sleeping 应为 0，算得 （没有这一项）',
    ]);
  });

  test('an item the measure lacks, an amount that is not its own', () => {
    const result = { year: 90 };
    const entry = (item: string, amount?: number) => [
      { name: '李梅', entries: [{ item, day: '2026-03-01', amount }], result },
    ];
    expect(one(entry('3.4.2-8'))).toEqual(['李梅：办法里没有“3.4.2-8”']);
    expect(one(entry('3.4.2-1', 4))).toEqual(['李梅：“3.4.2-1”的分值应为办法所定']);
    expect(one(entry('A2.1-x', 2.01))).toEqual(['李梅：“A2.1-x”的分值应为办法所定']);
    expect(one(entry('A2.1-x'))).toEqual(['李梅：“A2.1-x”的分值应为办法所定']);
  });

  test('a ranking that is wrong', () => {
    const ranking = { scores: [90, 85], places: 2, inside: 2, tied: 1, ranks: [1, 1] };
    expect(one(undefined, { ranking })).toHaveLength(4);
  });

  test('a reading or alternative nobody knows', () => {
    const members = [{ name: '张建国', result: { year: 30 } }];
    expect(one(members, { readings: { G99: 'x' } })).toEqual(['没有读法 G99']);
    expect(one(members, { readings: { G7: 'x' } })).toEqual([
      'readings.yaml [G7].chosen 应为 G7 所列的备选之一（period）',
    ]);
  });

  test('a misspelt key and a day that is none', () => {
    expect(one([{ name: '张建国', task: [15], result: { year: 30 } }])).toMatchObject([
      { file: 'examples/x.yaml', path: 'cases[第1项].members[第1项]' },
    ]);
    expect(one([{ name: '张建国', joined: '2026-02-29', result: { year: 30 } }])).toMatchObject([
      { path: 'cases[第1项].members[第1项].joined', expected: '应为日历上有的日期，如 2026-03-05' },
    ]);
  });
});
