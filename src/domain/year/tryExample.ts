/** Runs worked examples against a policy, each under the readings it chooses. Pure: `jifen policy check` and the tests call it. */
import type { Calendar } from '../period.ts';
import { points } from '../points.ts';
import { assemblePolicy } from '../policy/assemble.ts';
import { type Choices, withChoices } from '../policy/chosen.ts';
import type { ExampleCase } from '../policy/example.ts';
import type { Policy } from '../policy/policy.ts';
import { type Scoring, scoringOf } from '../policy/scoring.ts';
import { evaluateYear, type MemberYear, type YearResult } from './evaluate.ts';
import { type Given, givenMember, scoredMember } from './exampleMembers.ts';
import { differences } from './exampleResults.ts';

/** What differs from the figures the example gives, one sentence in Chinese each; nothing when it holds. */
export type TryExample = (year: number, example: ExampleCase) => string[];

/** `documents`: the policy's files as parsed. A choice of readings is assembled once, however many examples make it. */
export function exampleTrials(documents: Readonly<Record<string, unknown>>): TryExample {
  const assembled = new Map<string, Scoring | string>();
  const under = (choices: Choices): Scoring | string => {
    const key = JSON.stringify(choices);
    const known = assembled.get(key) ?? scoringUnder(documents, choices);
    assembled.set(key, known);
    return known;
  };
  return (year, example) => {
    const scoring = under(example.readings);
    return typeof scoring === 'string' ? [scoring] : compare(scoring, year, example);
  };
}

function scoringUnder(documents: Readonly<Record<string, unknown>>, choices: Choices): Scoring | string {
  const result = assemblePolicy(withChoices(documents, choices));
  if ('problems' in result)
    return result.problems.map(({ file, path, expected }) => `${file} ${path} ${expected}`).join('；');
  const unknown = Object.keys(choices).filter((id) => !result.policy.readings.some((one) => one.id === id));
  return unknown.length > 0 ? `没有读法 ${unknown.join('、')}` : scoringOf(result.policy);
}

function compare(scoring: Scoring, year: number, example: ExampleCase): string[] {
  const { policy } = scoring;
  const calendar: Calendar = { year, count: policy.periods.count };
  const { members, ranking, control = {} } = example;
  const given =
    members?.map((one) => givenMember(policy, calendar, one)) ??
    scoresOf(policy, ranking).map((score) => scoredMember(policy, calendar, points(score)));
  const problems = given.flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (problems.length > 0) return problems;
  const result = evaluateYear(scoring, year, given.flatMap(asGiven));
  const found = result.members.flatMap((one, index) => {
    const said = members?.[index];
    return said === undefined ? [] : differences(said.name, said.result, one);
  });
  return [...found, ...controlDifferences(control, result), ...rankingDifferences(ranking, result)];
}

const asGiven = (one: Given): MemberYear[] => ('given' in one ? [one.given] : []);

/** The scores given, or so many different ones from the whole pool and plan downwards by a hundredth. */
function scoresOf(policy: Policy, ranking: ExampleCase['ranking']): readonly number[] {
  if (ranking?.scores !== undefined) return ranking.scores;
  const best = policy.kinds.reduce(
    (sum, kind) => sum + (kind.mechanism === 'cappedBonus' ? 0 : kind.year),
    0,
  );
  return Array.from({ length: ranking?.members ?? 0 }, (_, index) => best - index);
}

function controlDifferences(
  control: Readonly<Record<string, number>>,
  { control: figures }: YearResult,
): string[] {
  const { grades, ...others } = figures;
  const actual: Readonly<Record<string, number>> = { ...others, ...grades };
  return Object.entries(control)
    .filter(([name, expected]) => actual[name] !== expected)
    .map(([name, expected]) => `控制数 ${name} 应为 ${expected}，算得 ${actual[name] ?? '（没有这一项）'}`);
}

function rankingDifferences(ranking: ExampleCase['ranking'], { places, members }: YearResult): string[] {
  if (ranking === undefined) return [];
  const compared = [
    ['名额', ranking.places, places],
    ['在内人数', ranking.inside ?? ranking.places, members.filter(({ top }) => top).length],
    ['边缘并列人数', ranking.tied, members.filter(({ tie }) => tie).length],
    ['名次', ranking.ranks?.join('、'), members.map(({ rank }) => rank).join('、')],
  ] as const;
  return compared
    .filter(([, expected, actual]) => expected !== undefined && expected !== actual)
    .map(([what, expected, actual]) => `${what}应为 ${expected}，算得 ${actual}`);
}
