// The incident and achievement rule in plain JavaScript, for a rule engine that leaves such things to functions.
import type { EntryWorking, Fact } from '../facts.ts';

const heavier = (a: Fact, b: Fact) => (b.weight > a.weight ? b : a);

export function judge(facts: readonly Fact[]): EntryWorking[] {
  return facts.map((fact) => {
    const { n, key, period } = fact;
    if (key === null) return { n, holder: n, until: null, replacedBy: null };
    const same = facts.filter((other) => other.key === key);
    const holder = same.filter((other) => other.period <= period).reduce(heavier);
    const later = same.filter((other) => other.period > period && other.weight > fact.weight);
    if (holder !== fact || later.length === 0) return { n, holder: holder.n, until: null, replacedBy: null };
    const until = Math.min(...later.map((other) => other.period));
    const replacedBy = later.filter((other) => other.period === until).reduce(heavier).n;
    return { n, holder: n, until, replacedBy };
  });
}
