/** The one pure function that makes a draft's documents of a base and its changes, or says what cannot be done, where. */
import type { PolicyProblem } from '../assemble.ts';
import { type Change, inOrder } from './change.ts';
import type { Documents } from './documents.ts';
import { isChangeable } from './places.ts';
import { put } from './tree.ts';

export type Applied = { readonly documents: Documents } | { readonly problems: readonly PolicyProblem[] };

/** Refuses a place that may not be changed, one changed twice, one that is not there, and a setting that a chosen reading decides. */
export function applyChanges(base: Documents, changes: readonly Change[]): Applied {
  const problems: PolicyProblem[] = [];
  let documents: unknown = base;
  let last: string | undefined;
  for (const { place, to } of inOrder(changes)) {
    const changed = isChangeable(place) && place !== last ? put(documents, place.split('/'), to) : undefined;
    if (changed === undefined) problems.push(problemAt(place, place === last ? TWICE : NOWHERE));
    else documents = changed;
    last = place;
  }
  const applied = documents as Documents;
  problems.push(...decidedByReadings(applied, changes));
  return problems.length > 0 ? { problems } : { documents: applied };
}

const TWICE = '同一处改了两次，应只留一次';
const NOWHERE = '办法里没有这一处，或者不能改，应撤销这处改动';

function problemAt(place: string, expected: string): PolicyProblem {
  const [file = '', ...steps] = place.split('/');
  return { file: `${file}.yaml`, path: steps.join('.'), expected };
}

type Reading = {
  readonly id: string;
  readonly chosen?: string;
  readonly alternatives?: readonly { readonly id: string; readonly sets?: object }[];
};

function decidedByReadings(documents: Documents, changes: readonly Change[]): PolicyProblem[] {
  const readings = (documents['readings'] ?? []) as readonly Reading[];
  return readings.flatMap(({ id, chosen, alternatives = [] }) =>
    Object.keys(alternatives.find((one) => one.id === chosen)?.sets ?? {})
      .map((path) => `policy/${path.replaceAll('.', '/')}`)
      .filter((place) => changes.some((one) => one.place === place))
      .map((place) => problemAt(place, `由所选的读法 ${id} 决定，应撤销其中一处改动`)),
  );
}
