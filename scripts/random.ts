/** A small seeded generator (mulberry32): the same seed gives the same data on every machine. */
export type Random = {
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
};

export function randomFrom(seed: number): Random {
  let state = seed;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 1) % limit;
  };
  return { below, pick: (list) => list[below(list.length)] as (typeof list)[number] };
}
