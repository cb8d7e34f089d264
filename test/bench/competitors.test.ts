import { describe, expect, test } from 'vitest';
import { differences, packAnswers } from '../../bench/answer.ts';
import type { Competitor } from '../../bench/competitor.ts';
import { calc } from '../../bench/competitors/calc.ts';
import { engine } from '../../bench/competitors/engine.ts';
import { jsonRules } from '../../bench/competitors/jsonRules.ts';
import { postgres } from '../../bench/competitors/postgres.ts';
import { zen } from '../../bench/competitors/zen.ts';
import { financeBureau } from '../../bench/policy.ts';
import { workload } from '../../bench/workload.ts';
import { sofficePath } from '../machine.ts';

const MEMBERS = 40;
const policy = await financeBureau();
const years = workload(policy, MEMBERS, 7);
const databaseUrl = process.env['TEST_DATABASE_URL'];
const soffice = sofficePath();

async function answersOf(competitor: Competitor) {
  const race = await competitor(policy, years);
  try {
    await race.run();
    return [...(await race.answers())];
  } finally {
    await race.close();
  }
}

describe('the benchmark compares like with like', () => {
  test.each([
    { name: 'zen-engine with trace', competitor: zen(true) },
    { name: 'zen-engine without trace', competitor: zen(false) },
    { name: 'json-rules-engine', competitor: jsonRules },
  ])('$name answers with the same figures and the same lines as the engine', async ({ competitor }) => {
    const found = await answersOf(competitor);
    const expected = await answersOf(engine);
    expect(found.map(sorted)).toEqual(expected.map(sorted));
  });

  test.skipIf(databaseUrl === undefined)('so does one SQL statement in PostgreSQL', async () => {
    const found = await answersOf(postgres(databaseUrl ?? ''));
    expect(found.map(sorted)).toEqual((await answersOf(engine)).map(sorted));
  });

  test.skipIf(soffice === undefined)('so does a spreadsheet in LibreOffice Calc', async () => {
    const found = await answersOf(calc(soffice ?? ''));
    expect(found.map(sorted)).toEqual((await answersOf(engine)).map(sorted));
  });

  test('the workload exercises floors, caps, incidents and achievements', async () => {
    const told = new Set(
      (await answersOf(engine)).flatMap(({ lines }) => lines.map((line) => line.split(' ')[2])),
    );
    expect(told).toEqual(
      new Set(['absorbed', 'cap', 'categoryFloor', 'counts', 'floor', 'opening', 'replaced']),
    );
  });

  test('the same seed gives the same workload, another seed another one', () => {
    expect(workload(policy, 3, 7)).toEqual(years.slice(0, 3));
    expect(workload(policy, 3, 8)).not.toEqual(years.slice(0, 3));
  });
});

describe('a wrong answer is found', () => {
  test('a figure that is off by one hundredth is named by member and quarter', async () => {
    const answers = await answersOf(engine);
    const wrong = answers.map((answer, member) =>
      member === 4 ? { ...answer, figures: answer.figures.with(6, (answer.figures[6] ?? 0) + 1) } : answer,
    );
    const [found, ...others] = differences(packAnswers(answers), packAnswers(wrong));
    expect(found).toMatch(/^member 5, quarter 2 bonus: /);
    expect(others).toEqual([]);
  });

  test('a line that tells something else is named by member', async () => {
    const answers = await answersOf(engine);
    const wrong = answers.map((answer, member) =>
      member === 0
        ? { ...answer, lines: answer.lines.map((line, index) => (index === 9 ? `${line}0` : line)) }
        : answer,
    );
    const found = differences(packAnswers(answers), packAnswers(wrong));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^member 1, lines \(checksum\): /);
  });

  test('a missing member is found', async () => {
    const answers = await answersOf(engine);
    expect(differences(packAnswers(answers), packAnswers(answers.slice(1)))).toHaveLength(1);
  });
});

const sorted = ({ figures, lines }: { figures: readonly number[]; lines: readonly string[] }) => ({
  figures,
  lines: lines.toSorted(),
});
