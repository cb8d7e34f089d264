/** 分管领导 as a roster names them, matched to those who hold the office. */
export type LeaderRoll = {
  /** Whoever holds the office of leader in charge today. */
  readonly holders: readonly { readonly personId: string; readonly number: string; readonly name: string }[];
  /** By person id: who is assigned, as leadersOf has it. */
  readonly assigned: ReadonlyMap<string, string | null>;
  readonly nameOf: (personId: string) => string | null;
};

export type LeaderSaid = {
  /** The name as it is kept and printed. */
  readonly printed: string | null;
  /** As a reader sees it, before and after. */
  readonly before: string | null;
  readonly after: string | null;
  /** The assignment to be recorded; undefined: it stays as it is. */
  readonly assign: string | null | undefined;
  /** How many hold the office by that name, when it is not one; undefined: one, or nothing was said. */
  readonly found: number | undefined;
};

type Names = {
  readonly from: string | null;
  readonly to: string | null;
  /** Whether the file has a column for it; without one the name stays. */
  readonly said: boolean;
};

/** A name that is not exactly one holder's stays as printed and is assigned to nobody. */
export function leaderSaid(
  { from, to, said }: Names,
  personId: string | undefined,
  { holders, assigned, nameOf }: LeaderRoll,
): LeaderSaid {
  const current = (personId === undefined ? undefined : assigned.get(personId)) ?? null;
  const unassigned = (name: string | null) => (name === null ? null : `${name}（未对应到人）`);
  const before = current === null ? unassigned(from) : nameOf(current);
  if (!said) return { printed: to, before, after: before, assign: undefined, found: undefined };
  const fitting = holders.filter(
    (one) => one.personId !== personId && (one.name === to || one.number === to),
  );
  const kept = fitting.find((one) => one.personId === current);
  const one = kept ?? (fitting.length === 1 ? fitting[0] : undefined);
  const next = one?.personId ?? null;
  return {
    printed: one?.name ?? to,
    before,
    after: one?.name ?? unassigned(to),
    assign: next === current ? undefined : next,
    found: to === null || one !== undefined ? undefined : fitting.length,
  };
}
