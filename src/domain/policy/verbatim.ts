/** Nothing of the measure is lost on the way into data, and nothing is added: both directions, blanks aside. */
import type { Clause } from './policy.ts';

const bare = (text: string) => text.replace(/\s/g, '');

/** Sentences of the measure that stand in no clause. `title`: the measure's own, which heads the text. */
export function lostSentences(measure: string, title: string, clauses: readonly Clause[]): string[] {
  const kept = [title, ...clauses.flatMap(({ title: heading = '', text }) => [heading, text])].map(bare);
  return measure
    .split(/(?<=[。；：！？])|\n/)
    .map(bare)
    .filter((sentence) => sentence !== '' && !kept.some((text) => text.includes(sentence)));
}

/** Clauses whose text does not stand in the measure as a whole. */
export function strangeClauses(measure: string, clauses: readonly Clause[]): string[] {
  const whole = bare(measure);
  return clauses.filter(({ text }) => !whole.includes(bare(text))).map(({ id }) => id);
}
