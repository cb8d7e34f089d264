// @gorules/zen-engine: the measure as a decision graph of expression nodes, compiled once and evaluated per member with its trace.
import { ZenEngine } from '@gorules/zen-engine';
import type { Policy } from '../../src/domain/policy/policy.ts';
import type { MemberYear } from '../../src/domain/year/evaluate.ts';
import type { Race } from '../competitor.ts';
import {
  type Amounts,
  amountsOf,
  type EntryWorking,
  explained,
  factsOf,
  type PeriodWorking,
} from '../facts.ts';

type Answer = { readonly judged: EntryWorking[]; readonly periods: PeriodWorking[] };

/** As many evaluations as keep the library's own threads busy; one after another took twice as long. */
const AT_ONCE = 64;

export const zen = (trace: boolean) =>
  function race(policy: Policy, years: readonly MemberYear[]): Race {
    const facts = factsOf(policy, years);
    const amounts = amountsOf(policy);
    const engine = new ZenEngine();
    const decision = engine.createDecision(decisionGraph(amounts));
    // The trace is made, as asked, and then let go: what is kept is the node outputs that explain the figures.
    const evaluate = async (entries: (typeof facts)[number]) =>
      (await decision.evaluate({ entries }, { trace })).result as Answer;
    let kept: Answer[] = [];
    return {
      run: async () => {
        kept = [];
        for (let from = 0; from < facts.length; from += AT_ONCE)
          kept.push(...(await Promise.all(facts.slice(from, from + AT_ONCE).map(evaluate))));
      },
      answers: () =>
        kept.map(({ judged, periods }, index) => explained(amounts, facts[index] ?? [], judged, periods)),
      close: () => engine.dispose(),
    };
  };

function decisionGraph({ share, plan, bonusCap, caps, periods }: Amounts) {
  const upTo = `[0, ${periods.join(', ')}]`;
  const categories = caps.map((_, index) => `${index + 1}`).join(', ');
  const positions = caps.map((_, index) => `${index}`).join(', ');
  return chain([
    expressions('year', {
      // Which entry of an incident or achievement counts, and which one takes over later.
      keyed: 'filter(entries as e, e.key != null)',
      tops: `map($.keyed as e, { n: e.n, top: max(map(filter($.keyed as o, o.key == e.key and o.period <= e.period), #.weight)),
        later: map(filter($.keyed as o, o.key == e.key and o.period > e.period and o.weight > e.weight), #.period) })`,
      keyedJudged: `map($.keyed as e, map(filter($.tops as t, t.n == e.n) as t, { n: e.n, kind: e.kind, category: e.category, period: e.period, amount: e.amount,
        holder: 99 - t.top % 100,
        until: t.top == e.weight and len(t.later) > 0 ? min(t.later) : null,
        replacedBy: t.top == e.weight and len(t.later) > 0 ? 99 - max(map(filter($.keyed as o, o.key == e.key and o.period <= min(t.later)), #.weight)) % 100 : null })[0])`,
      losses: `filter(entries as e, e.kind == 'base' and e.key == null)`,
      credits: `filter(entries as e, e.kind == 'bonus' and e.key == null)`,
      keyedLosses: `filter($.keyedJudged as e, e.kind == 'base' and e.holder == e.n)`,
      keyedCredits: `filter($.keyedJudged as e, e.kind == 'bonus' and e.holder == e.n)`,
      // Year-to-date sums of what counts, before floors and caps.
      sums: `map(${upTo} as q, {
        taken: map([${categories}] as c, ${inEffect('losses', 'Losses', 'e.category == c and ')}),
        direct: ${inEffect('losses', 'Losses', 'e.category == 0 and ')},
        earned: ${inEffect('credits', 'Credits', '')},
        decided: sum(map(filter(entries as e, e.kind == 'task' and e.period == q), #.amount)) })`,
      caps: `[${caps.join(', ')}]`,
      lost: `map($.sums as s, map([${positions}] as c, min([$.caps[c], s.taken[c]])))`,
      ytd: `map(${upTo} as q, { loss: sum($.lost[q]) + $.sums[q].direct, base: max([0, ${share} * q - sum($.lost[q]) - $.sums[q].direct]), bonus: min([${bonusCap}, $.sums[q].earned]) })`,
      periods: `map([${periods.join(', ')}] as q, {
        base: $.ytd[q].base - $.ytd[q - 1].base,
        task: min([${plan}, $.sums[q].decided]),
        bonus: $.ytd[q].bonus - $.ytd[q - 1].bonus,
        floor: ($.ytd[q].base - $.ytd[q - 1].base) - (${share} - ($.ytd[q].loss - $.ytd[q - 1].loss)),
        taskCap: min([${plan}, $.sums[q].decided]) - $.sums[q].decided,
        bonusCap: ($.ytd[q].bonus - $.ytd[q - 1].bonus) - ($.sums[q].earned - $.sums[q - 1].earned),
        categoryFloors: map([${positions}] as c, ($.sums[q].taken[c] - $.sums[q - 1].taken[c]) - ($.lost[q][c] - $.lost[q - 1][c])) })`,
      judged: `map(entries as e, e.key == null ? { n: e.n, holder: e.n, until: null, replacedBy: null } : filter($.keyedJudged as k, k.n == e.n)[0])`,
    }),
  ]);
}

/** Sum of the amounts in effect up to quarter q: those without a key, and those of a key that count until another takes over. */
const inEffect = (alone: string, keyed: string, which: string) =>
  `sum(map(filter($.${alone} as e, ${which}e.period <= q), #.amount)) + sum(map(filter($.keyed${keyed} as e, ${which}e.period <= q and (e.until == null or e.until > q)), #.amount))`;

function expressions(id: string, values: Readonly<Record<string, string>>) {
  const list = Object.entries(values).map(([key, value]) => ({ id: `${id}.${key}`, key, value }));
  return { id, name: id, type: 'expressionNode', content: { expressions: list } };
}

type Node = { readonly id: string; readonly name: string; readonly type: string; readonly content: object };

function chain(steps: readonly Node[]) {
  const nodes: Node[] = [
    { id: 'request', name: 'request', type: 'inputNode', content: {} },
    ...steps,
    { id: 'response', name: 'response', type: 'outputNode', content: {} },
  ];
  const edges = nodes.slice(1).map((node, index) => ({
    id: `to ${node.id}`,
    type: 'edge',
    sourceId: nodes[index]?.id,
    targetId: node.id,
  }));
  return { nodes, edges };
}
