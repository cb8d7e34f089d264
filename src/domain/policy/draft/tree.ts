/** Places in parsed documents. Members of a list are found by their `id`. Nothing is changed in place. */

type Members = readonly { readonly id?: unknown }[];

/** What stands at that place; undefined when nothing does. */
export function at(tree: unknown, place: readonly string[]): unknown {
  let here = tree;
  for (const step of place) {
    if (Array.isArray(here)) here = (here as Members).find((member) => member?.id === step);
    else if (typeof here === 'object' && here !== null && Object.hasOwn(here, step))
      here = (here as Record<string, unknown>)[step];
    else return undefined;
  }
  return here;
}

/**
 * A copy with `value` at that place; a member the list lacks goes to its end, a key the record lacks is added, and null takes
 * away what is there. Undefined when there is nothing to put it into.
 */
export function put(tree: unknown, place: readonly string[], value: unknown): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return value;
  if (Array.isArray(tree)) return putMember(tree as Members, step, rest, value);
  if (typeof tree !== 'object' || tree === null) return undefined;
  const record = tree as Record<string, unknown>;
  if (rest.length === 0) {
    const { [step]: _old, ...others } = record;
    return value === null ? others : { ...record, [step]: value };
  }
  const inner = put(Object.hasOwn(record, step) ? record[step] : undefined, rest, value);
  return inner === undefined ? undefined : { ...record, [step]: inner };
}

function putMember(list: Members, step: string, rest: readonly string[], value: unknown): unknown {
  const index = list.findIndex((member) => member?.id === step);
  if (rest.length > 0) {
    const inner = index < 0 ? undefined : put(list[index], rest, value);
    return inner === undefined ? undefined : list.with(index, inner as Members[number]);
  }
  if (value === null) return index < 0 ? undefined : list.toSpliced(index, 1);
  return index < 0 ? [...list, value] : list.with(index, value as Members[number]);
}
