/**
 * 代行 (G17), in one place: who acts for an office that is vacant, or whose holder is on leave, silent or concerned. The deputy
 * if one is named, else the secretary, else the organisation above; the scorekeeper's own points are the checker's (G34).
 * Beyond the text: with none of these, the branch committee's members; in somebody's own matter, also whoever else holds an
 * office of trust there (docs/decisions/0017).
 */
import type { Day } from '../period.ts';
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
  readonly as: 'holder' | 'checker' | 'deputy' | 'secretary' | 'above' | 'colleague' | 'nobody';
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
  let conflict = because === 'concerned';
  for (const [as, candidates] of substitutes(office, conflict, held, matter)) {
    const holders = candidates.filter((one) => hindrance(one, matter) === null);
    if (holders.length > 0) return { as, because, holders };
    conflict ||= candidates.some((one) => hindrance(one, matter) === 'concerned');
  }
  const [colleague] = colleagues(conflict, matter).filter((one) => hindrance(one, matter) === null);
  if (colleague !== undefined) return { as: 'colleague', because, holders: [colleague] };
  return { as: 'nobody', because, holders: [] };
}

/** Whether that day lies in the latest absence. */
export function isAwayOn(
  { awayFrom, awayUntil }: { readonly awayFrom: Day | null; readonly awayUntil: Day | null },
  day: Day,
): boolean {
  return awayFrom !== null && awayFrom <= day && (awayUntil === null || day <= awayUntil);
}

type Candidates = readonly [
  as: Exclude<Acting['as'], 'holder' | 'colleague' | 'nobody'>,
  candidates: readonly Holder[],
];

/** Who of a branch without a deputy and without an organisation above acts in a colleague's own matter, after its committee. */
const TRUSTED: readonly OfficeKind[] = ['checker', 'scorekeeper', 'groupLeader'];

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

/** The branch committee, in the order of giving; where somebody passed over was concerned, whoever is trusted there too. */
function colleagues(conflict: boolean, matter: Matter): Holder[] {
  const trusted: readonly OfficeKind[] = conflict ? ['committeeMember', ...TRUSTED] : ['committeeMember'];
  return trusted.flatMap((office) => holdersOf(office, matter.organisation, matter));
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

/** Whoever was named deputy by somebody concerned is concerned with them (promise X8); an office of one's own is not. */
function hindrance(one: Holder, { organisation, about, users, away }: Matter): 'concerned' | Absence | null {
  const isAbout = one.organisationId === organisation && about.includes(one.personId);
  const concerns = (userId: string | null) => userId !== null && users.includes(userId);
  if (isAbout || concerns(one.userId) || concerns(one.namedBy)) return 'concerned';
  return away?.get(one.officeId) ?? null;
}
