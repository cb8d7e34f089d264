// The normative sum a second time, written from readings.md and year-files.md alone: plain numbers of hundredths, every
// figure of every quarter worked out from the beginning of the year, nothing shared with the engine but the shape of its input.
import type { MemberYear } from '../../src/domain/year/evaluate.ts';

type Award = { item: string; day: string; period: number; amount: number; key: string | undefined };

/** readings.md "Ids of the items": how many standards each category has. */
const STANDARDS = [3, 4, 4, 4, 3, 2];
const ORDER = [
  ...[1, 2, 3, 4, 5, 6].map((n) => `3.4.1-${n}`),
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => `3.4.2-${n}`),
  ...[1, 2, 3, 4, 5].map((n) => `3.4.3-${n}`),
  ...STANDARDS.flatMap((count, index) => Array.from({ length: count }, (_, n) => `A2.${index + 1}-${n + 1}`)),
  ...STANDARDS.map((_, index) => `A2.${index + 1}-x`),
];

const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);

/** Of a keyed group only the largest stays; if equal the earlier counting quarter, then the earlier date, then the order of ids. */
function survivors(awards: Award[]): Award[] {
  const better = (a: Award, b: Award) =>
    a.amount !== b.amount
      ? a.amount > b.amount
      : a.period !== b.period
        ? a.period < b.period
        : a.day !== b.day
          ? a.day < b.day
          : ORDER.indexOf(a.item) < ORDER.indexOf(b.item);
  return awards.filter(
    (one, index) =>
      one.key === undefined ||
      !awards.some(
        (other, place) =>
          other.key === one.key &&
          place !== index &&
          (better(other, one) || (!better(one, other) && place < index)),
      ),
  );
}

function oracleQuarters({ member }: MemberYear, year: number): number[] {
  return [1, 2, 3, 4].filter((quarter) => {
    const first = `${year}-${['01', '04', '07', '10'][quarter - 1]}-01`;
    const last = `${year}-${['03-31', '06-30', '09-30', '12-31'][quarter - 1]}`;
    if (member.joinedOn > first) return false;
    if (member.leftOn && member.leftOn <= first) return false;
    if (member.type === 'probationary') return true;
    if (member.type === 'applicant') return member.examPassedOn !== null && member.examPassedOn <= first;
    if (member.fullOn && member.fullOn > first) return false;
    if (!member.exemption) return true;
    const until = member.exemption.until ?? `${member.exemption.from.slice(0, 4)}-12-31`;
    return until < first || member.exemption.from > last;
  });
}

export function oracleMember(one: MemberYear, year: number) {
  const counted = oracleQuarters(one, year);
  const entries = one.entries.filter(({ period }) => counted.includes(period));
  const upTo = (quarter: number, prefix: string, key: 'incident' | 'achievement'): Award[] =>
    survivors(
      entries
        .filter(({ item, period }) => period <= quarter && item.startsWith(prefix))
        .map((entry) => ({ ...entry, key: entry[key] })),
    );
  const deductions = (quarter: number) => {
    const all = entries.filter(({ item, period }) => period <= quarter && /^(3\.4\.2|A2)/.test(item));
    return survivors(all.map((entry) => ({ ...entry, key: entry.incident })));
  };
  const base = (quarter: number) => {
    const taken = deductions(quarter);
    const categories = [1, 2, 3, 4, 5, 6].map((n) =>
      Math.min(500, sum(taken.filter(({ item }) => item.startsWith(`A2.${n}-`)).map(({ amount }) => amount))),
    );
    const common = 500 * taken.filter(({ item }) => item.startsWith('3.4.2-')).length;
    return Math.max(0, 750 * counted.filter((q) => q <= quarter).length - sum(categories) - common);
  };
  const bonus = (quarter: number) =>
    Math.min(1000, sum(upTo(quarter, '3.4.1-', 'achievement').map(({ amount }) => amount)));
  let cumulative = 0;
  const periods = [1, 2, 3, 4].map((quarter) => {
    if (!counted.includes(quarter))
      return { period: quarter, kinds: { base: 0, task: 0, bonus: 0 }, deduction: 0, points: 0, cumulative };
    const kinds = {
      base: base(quarter) - base(quarter - 1),
      task: Math.min(
        1500,
        sum(entries.filter(({ item, period }) => item === 'task' && period === quarter).map((e) => e.amount)),
      ),
      bonus: bonus(quarter) - bonus(quarter - 1),
    };
    const points = kinds.base + kinds.task + kinds.bonus;
    cumulative += points;
    return { period: quarter, kinds, deduction: 750 - kinds.base, points, cumulative };
  });
  return { counted, periods, year: cumulative, ...oracleGrade(one, year, counted, periods) };
}

function oracleGrade(
  one: MemberYear,
  year: number,
  counted: number[],
  periods: { kinds: { base: number; task: number; bonus: number } }[],
) {
  const { member } = one;
  const end = `${year}-12-31`;
  const until = member.exemption && (member.exemption.until ?? `${member.exemption.from.slice(0, 4)}-12-31`);
  const exempt = member.exemption !== null && member.exemption.from <= end && (until ?? '') >= end;
  const standing =
    member.leftOn && member.leftOn <= end
      ? 'left'
      : member.type !== 'full'
        ? 'observed'
        : exempt
          ? 'exempt'
          : counted.length >= 2
            ? 'graded'
            : 'unrated';
  const scaled = BigInt(sum(periods.map(({ kinds }) => kinds.base + kinds.task)));
  const extra = sum(periods.map(({ kinds }) => kinds.bonus));
  const k = BigInt(counted.length || 1);
  // half up: floor(x·4/k + 1/2)
  const graded = standing === 'graded' ? Number((scaled * 8n + k) / (2n * k)) + extra : null;
  const disqualified = [...new Set(one.grounds)].sort();
  const grade =
    disqualified.length > 0 && (standing === 'graded' || standing === 'unrated')
      ? 'unqualified'
      : graded === null
        ? null
        : graded >= 8000
          ? 'excellent'
          : graded >= 6000
            ? 'qualified'
            : 'unqualified';
  return { standing, disqualified, graded, grade, support: grade === 'unqualified' };
}

export function oracleYear(members: readonly MemberYear[], year: number) {
  const own = members.map((one) => oracleMember(one, year));
  const N = own.filter(({ standing }) => standing === 'graded').length;
  const places = Math.max(1, Math.floor(N / 5));
  const ranked = own.flatMap(({ graded, disqualified }) =>
    graded !== null && disqualified.length === 0 ? [graded] : [],
  );
  const results = own.map((one) => {
    const nothing = { ...one, rank: null as number | null, top: false, tie: false, eligible: [] as string[] };
    const { graded } = one;
    if (graded === null || one.disqualified.length > 0) return nothing;
    const above = ranked.filter((other) => other > graded).length;
    const level = ranked.filter((other) => other === graded).length;
    const top = above < places;
    const tie = top && above + level > places;
    const bands = [
      [8000, 'system'],
      [8500, 'county'],
      [9500, 'city'],
    ] as const;
    const eligible = top ? bands.filter(([from]) => graded >= from).map(([, id]) => id) : [];
    return { ...one, rank: above + 1, top, tie, eligible: eligible as string[] };
  });
  type Known = (typeof own)[number] & { type: string };
  const known: Known[] = own.map((one, index) => ({ ...one, type: members[index]?.member.type ?? '' }));
  const count = (fits: (one: Known) => boolean) => known.filter(fits).length;
  const expected = count(({ type, standing }) => type === 'full' && standing !== 'left');
  const exempt = count(({ standing }) => standing === 'exempt');
  const control = {
    expected,
    participating: expected - exempt,
    graded: N,
    grades: {
      excellent: count(({ grade }) => grade === 'excellent'),
      qualified: count(({ grade }) => grade === 'qualified'),
      unqualified: count(({ grade }) => grade === 'unqualified'),
    },
    unrated: count(({ standing, grade }) => standing === 'unrated' && grade === null),
    exempt,
    probationary: count(({ standing, type }) => standing === 'observed' && type === 'probationary'),
    applicants: count(({ standing, type }) => standing === 'observed' && type === 'applicant'),
    left: count(({ standing }) => standing === 'left'),
  };
  return { results, control };
}
