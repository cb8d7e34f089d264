/** The control figures of the year: forms.md, year-files.md "Result". People are counted, never points. */
import type { MemberType } from '../member/member.ts';
import type { Standing } from '../member/standing.ts';
import type { Policy } from '../policy/policy.ts';

export type Control = {
  /** Full members who have not left. */
  readonly expected: number;
  /** expected − exempt = the grades' sum + unrated. */
  readonly participating: number;
  readonly graded: number;
  /** Number of members by grade id, every grade of the policy named. */
  readonly grades: Readonly<Record<string, number>>;
  /** Standing unrated and without a grade. */
  readonly unrated: number;
  readonly exempt: number;
  readonly probationary: number;
  readonly applicants: number;
  readonly left: number;
};

type Counted = { readonly standing: Standing; readonly grade: string | null };

/** `types` and `results` name the same members in the same order. */
export function controlOf(
  policy: Policy,
  types: readonly MemberType[],
  results: readonly Counted[],
): Control {
  const count = (fits: (result: Counted, type: MemberType | undefined) => boolean) =>
    results.filter((result, index) => fits(result, types[index])).length;
  const expected = count(({ standing }, type) => type === 'full' && standing !== 'left');
  const exempt = count(({ standing }) => standing === 'exempt');
  return {
    expected,
    participating: expected - exempt,
    graded: count(({ standing }) => standing === 'graded'),
    grades: Object.fromEntries(policy.grades.bands.map(({ id }) => [id, count(({ grade }) => grade === id)])),
    unrated: count(({ standing, grade }) => standing === 'unrated' && grade === null),
    exempt,
    probationary: count(({ standing }, type) => standing === 'observed' && type === 'probationary'),
    applicants: count(({ standing }, type) => standing === 'observed' && type === 'applicant'),
    left: count(({ standing }) => standing === 'left'),
  };
}
