/** What stands under 格次: the grade, or as which figure of the control line whoever has none is counted. */
import type { Policy } from '../domain/policy/policy.ts';
import type { Standing } from '../domain/member/standing.ts';
import type { YearMember } from '../service/views/entryWords.ts';
import { gradeName } from '../service/views/naming.ts';

const COUNTED_AS: Readonly<Record<Standing, string>> = {
  graded: '不评定',
  unrated: '不评定',
  observed: '考察',
  exempt: '免予',
  left: '转出',
};

export const gradeOrStanding = (policy: Policy, { grade, standing }: YearMember['result']): string =>
  grade === null ? COUNTED_AS[standing] : gradeName(policy, grade);
