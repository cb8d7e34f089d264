// The example branch, from its files to its ranks, held against the independent sum.
import { expect, test } from 'vitest';
import { readTableFile } from '../../../src/intake/tableFile.ts';
import { branchYear } from '../../../src/service/views/branchYear.ts';
import { readYearFiles } from '../../../src/service/yearFiles/read.ts';
import { FINANCE } from '../../domain/finance.ts';
import { oracleYear } from '../../domain/oracle.ts';

test('the example files read without a problem, and every figure of their year agrees', async () => {
  const [roster, records] = await Promise.all(
    ['examples/roster.xlsx', 'examples/records.xlsx'].map((path) => readTableFile(path)),
  );
  if (roster === undefined || records === undefined) throw new Error('two files were asked for');
  const read = readYearFiles({
    roster: roster.reading,
    records: records.reading,
    policy: FINANCE.policy,
    year: 2026,
  });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const { members, control } = branchYear({
    organisation: '示例',
    year: 2026,
    example: true,
    version: FINANCE,
    origin: { from: 'files', sha256: '' },
    records: read.records,
  });
  const expected = oracleYear(
    read.records.map(({ member, entries, grounds }) => ({
      member,
      entries,
      grounds: grounds.map(({ ground }) => ground),
    })),
    2026,
  );
  expect(members.length).toBeGreaterThan(0);
  expect(
    members.map(({ result: { score, ...rest } }) => ({
      ...rest,
      counted: score.counted,
      periods: score.periods,
      year: score.year,
    })),
  ).toEqual(expected.results);
  expect(control).toEqual(expected.control);
});
