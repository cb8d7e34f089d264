/**
 * 代行 (G17), in one place: who acts for an office that is vacant, or whose holder is on leave, silent or concerned. The deputy
 * if one is named, else the secretary, else the organisation above; the scorekeeper's own points are the checker's (G34).
 */
import type { Holder, OfficeKind } from './office.ts';

/** `onLeave` and `silent` are said of one holding; `concerned` follows from whose matter it is. */
export type Absence = 'onLeave' | 'silent';

export type Matter = {
  readonly organisation: string;
  /** The organisations above, nearest first. */
  readonly above: readonly string[];
  /** Offices held now in all of these. */
  readonly roll: readonly Holder[];
  /** Person ids in the organisation's register, and accounts, whose matter it is. */
  readonly about: readonly string[];
  readonly users: readonly string[];
  /** By office id. */
  readonly away?: ReadonlyMap<string, Absence>;
};

export type Acting = {
  readonly as: 'holder' | 'checker' | 'deputy' | 'secretary' | 'above' | 'nobody';
  /** Why not the holder; null when it is. */
  readonly because: 'vacant' | 'concerned' | Absence | null;
  /** Whoever of them acts first; empty when nobody can. */
  readonly holders: readonly Holder[];
};

export function whoActs(office: OfficeKind, matter: Matter): Acting {
  const held = holdersOf(office, matter.organisation, matter);
  const able = held.filter((one) => hindrance(one, matter) === null);
  if (able.length > 0) return { as: 'holder', because: null, holders: able };
  const [first] = held;
  const because = first === undefined ? 'vacant' : hindrance(first, matter);
  for (const [as, candidates] of substitutes(office, because === 'concerned', held, matter)) {
    const holders = candidates.filter((one) => hindrance(one, matter) === null);
    if (holders.length > 0) return { as, because, holders };
  }
  return { as: 'nobody', because, holders: [] };
}

type Candidates = readonly [as: Exclude<Acting['as'], 'holder' | 'nobody'>, candidates: readonly Holder[]];

function* substitutes(
  office: OfficeKind,
  concerned: boolean,
  held: readonly Holder[],
  matter: Matter,
): Generator<Candidates> {
  const { organisation, above } = matter;
  if (office === 'scorekeeper' && concerned) yield ['checker', holdersOf('checker', organisation, matter)];
  yield ['deputy', deputiesOf(office, held, matter)];
  if (office !== 'secretary') {
    const secretaries = holdersOf('secretary', organisation, matter);
    yield ['secretary', secretaries];
    yield ['secretary', deputiesOf('secretary', secretaries, matter)];
  }
  for (const next of above) {
    yield ['above', holdersOf('committeeOfficer', next, matter)];
    yield ['above', holdersOf('secretary', next, matter)];
  }
}

function holdersOf(office: OfficeKind, organisation: string, { roll }: Matter): Holder[] {
  return roll.filter(
    (one) => one.organisationId === organisation && one.office === office && one.deputyOf === null,
  );
}

/** Named for a holder, or for the office while it is vacant; 副书记 are deputies of the secretary by their office. */
function deputiesOf(office: OfficeKind, held: readonly Holder[], { organisation, roll }: Matter): Holder[] {
  const ids = new Set(held.map(({ officeId }) => officeId));
  return roll.filter((one) => {
    if (one.organisationId !== organisation) return false;
    if (office === 'secretary' && one.office === 'deputySecretary') return true;
    return one.office === office && one.deputyOf !== null && (ids.size === 0 || ids.has(one.deputyOf));
  });
}

function hindrance(one: Holder, { organisation, about, users, away }: Matter): 'concerned' | Absence | null {
  const isAbout = one.organisationId === organisation && about.includes(one.personId);
  if (isAbout || (one.userId !== null && users.includes(one.userId))) return 'concerned';
  return away?.get(one.officeId) ?? null;
}
