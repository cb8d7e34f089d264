// json-rules-engine: dynamic facts do the sums, rules say what follows, and their events are the explanation.
import { type Almanac, Engine, type Event, type RuleProperties } from 'json-rules-engine';
import type { Policy } from '../../src/domain/policy/policy.ts';
import type { MemberYear } from '../../src/domain/year/evaluate.ts';
import type { Race } from '../competitor.ts';
import {
  type Amounts,
  amountsOf,
  type EntryWorking,
  explained,
  type Fact,
  factsOf,
  type PeriodWorking,
} from '../facts.ts';
import { judge } from './judge.ts';

export function jsonRules(policy: Policy, years: readonly MemberYear[]): Race {
  const facts = factsOf(policy, years);
  const amounts = amountsOf(policy);
  const engine = new Engine(rules(amounts), { replaceFactsInEventParams: true });
  addSums(engine, amounts);
  let kept: Event[][] = [];
  return {
    run: async () => {
      kept = [];
      for (const entries of facts) kept.push((await engine.run({ entries })).events);
    },
    answers: () =>
      kept.map((events, index) => {
        const { entries, periods } = workingsOf(amounts, events);
        return explained(amounts, facts[index] ?? [], entries, periods);
      }),
    close: () => void engine.stop(),
  };
}

type About = { readonly period: number; readonly category: number };

/** Sums as facts, reckoned when a rule asks for them and remembered for the member at hand. */
function addSums(engine: Engine, { share, plan, bonusCap, caps }: Amounts): void {
  const fact = <T>(name: string, reckon: (about: About, almanac: Almanac) => Promise<T>) =>
    engine.addFact<T>(name, (params, almanac) => reckon(params as About, almanac) as T);
  const ask = (almanac: Almanac, name: string, period: number, category = 0) =>
    period === 0 ? 0 : almanac.factValue<number>(name, { period, category });
  const grown = async (almanac: Almanac, name: string, { period, category }: About) =>
    (await ask(almanac, name, period, category)) - (await ask(almanac, name, period - 1, category));
  const inEffect = async (almanac: Almanac, period: number, fits: (entry: Fact) => boolean) => {
    const entries = await almanac.factValue<Fact[]>('entries');
    const judged = await almanac.factValue<EntryWorking[]>('judged');
    let sum = 0;
    for (const [index, { n, holder, until }] of judged.entries()) {
      const entry = entries[index] as Fact;
      const counts = holder === n && entry.period <= period && (until === null || until > period);
      if (counts && fits(entry)) sum += entry.amount;
    }
    return sum;
  };
  fact('judged', async (_, almanac) => judge(await almanac.factValue<Fact[]>('entries')));
  fact('taken', ({ period, category }, almanac) =>
    inEffect(almanac, period, (entry) => entry.kind === 'base' && entry.category === category),
  );
  fact('lost', async ({ period, category }, almanac) =>
    Math.min(caps[category - 1] ?? 0, await ask(almanac, 'taken', period, category)),
  );
  fact('earned', ({ period }, almanac) => inEffect(almanac, period, ({ kind }) => kind === 'bonus'));
  fact('decided', ({ period }, almanac) =>
    inEffect(almanac, period, (entry) => entry.kind === 'task' && entry.period === period),
  );
  fact('loss', async ({ period }, almanac) => {
    let loss = await ask(almanac, 'taken', period, 0);
    for (let category = 1; category <= caps.length; category += 1)
      loss += await ask(almanac, 'lost', period, category);
    return loss;
  });
  fact('kept', async ({ period }, almanac) =>
    Math.max(0, share * period - (await ask(almanac, 'loss', period))),
  );
  fact('credited', async ({ period }, almanac) => Math.min(bonusCap, await ask(almanac, 'earned', period)));
  fact('base', (about, almanac) => grown(almanac, 'kept', about));
  fact('bonus', (about, almanac) => grown(almanac, 'credited', about));
  fact('task', async ({ period }, almanac) => Math.min(plan, await ask(almanac, 'decided', period)));
  fact('floor', async (about, almanac) => {
    const loss = await grown(almanac, 'loss', about);
    return (await ask(almanac, 'base', about.period)) - (share - loss);
  });
  fact('taskCap', async ({ period }, almanac) => {
    return (await ask(almanac, 'task', period)) - (await ask(almanac, 'decided', period));
  });
  fact('bonusCap', async (about, almanac) => {
    return (await ask(almanac, 'bonus', about.period)) - (await grown(almanac, 'earned', about));
  });
  fact('categoryFloor', async (about, almanac) => {
    return (await grown(almanac, 'taken', about)) - (await grown(almanac, 'lost', about));
  });
}

/** One rule for every figure, and one for every floor or cap that makes a difference. */
function rules({ caps, periods }: Amounts): RuleProperties[] {
  const told = (fact: string, unlike: number | null, about: About): RuleProperties => ({
    conditions: { all: [{ fact, params: about, operator: 'notEqual', value: unlike }] },
    event: { type: fact, params: { ...about, amount: { fact, params: about } } },
  });
  const categories = caps.map((_, index) => index + 1);
  const everyPeriod = periods.flatMap((period) => [
    ...['base', 'task', 'bonus'].map((fact) => told(fact, null, { period, category: 0 })),
    ...['floor', 'taskCap', 'bonusCap'].map((fact) => told(fact, 0, { period, category: 0 })),
    ...categories.map((category) => told('categoryFloor', 0, { period, category })),
  ]);
  return [...everyPeriod, told('judged', null, { period: 0, category: 0 })];
}

type Told = { readonly period: number; readonly category: number; readonly amount: number };

function workingsOf({ periods, caps }: Amounts, events: readonly Event[]) {
  let entries: EntryWorking[] = [];
  const amounts = new Map<string, number>();
  for (const { type, params } of events) {
    const { period, category, amount } = params as Told;
    if (type === 'judged') entries = (params as { amount: EntryWorking[] }).amount;
    else amounts.set(`${type} ${period} ${category}`, amount);
  }
  const amount = (type: string, period: number, category = 0) =>
    amounts.get(`${type} ${period} ${category}`) ?? 0;
  const workings = periods.map(
    (period): PeriodWorking => ({
      base: amount('base', period),
      task: amount('task', period),
      bonus: amount('bonus', period),
      floor: amount('floor', period),
      taskCap: amount('taskCap', period),
      bonusCap: amount('bonusCap', period),
      categoryFloors: caps.map((_, index) => amount('categoryFloor', period, index + 1)),
    }),
  );
  return { entries, periods: workings };
}
