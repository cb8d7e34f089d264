/** Where a plan stands, in sentences: what is missing, who acts next, and what happened to a version. */
import type { Actor } from '../../domain/access/actor.ts';
import { leaderMatter } from '../../domain/access/grant.ts';
import { can } from '../../domain/access.ts';
import { whoLeads } from '../../domain/office/inCharge.ts';
import { formatPoints } from '../../domain/points.ts';
import { plannedIn } from '../../domain/taskPlan/content.ts';
import { latest } from '../../domain/taskPlan/plan.ts';
import { type Act, ACTS, actsIn } from '../../domain/taskPlan/procedure.ts';
import type { PlannedMember, PlanScene } from '../taskPlan/planScene.ts';

/** The acts that are open now and that the reader may do. */
export const actsFor = (actor: Actor, { plan, object }: PlannedMember): Act[] =>
  actsIn(plan.phase).filter((act) => can(actor, ACTS[act].ability, object) === true);

const BECAUSE = {
  vacant: '没有分管领导',
  concerned: '分管领导是本人',
  onLeave: '分管领导请假',
  silent: '分管领导逾期未表态',
} as const;
const ACTS_AS = {
  checker: '核对人',
  deputy: '副手',
  secretary: '书记',
  above: '上级党组织',
  colleague: '其他任职人员',
} as const;

/** “分管领导赵敏”, or who acts instead and why (G17). */
function leaderWords({ nameOf }: PlanScene, { personId, object }: PlannedMember): string {
  const { as, because, holders } = whoLeads(personId, leaderMatter(object));
  const names = [...new Set(holders.map((one) => nameOf(one.organisationId, one.personId)))].join('、');
  if (as === 'holder') return `分管领导${names}`;
  const why = because === null ? '' : BECAUSE[because];
  return as === 'nobody'
    ? `分管领导（${why}，也没有可以代行的人，请先授予职务）`
    : `${ACTS_AS[as]}${names}（${why}，由其代行）`;
}

export function nextWords(scene: PlanScene, member: PlannedMember): string {
  switch (member.plan.phase) {
    case 'none':
      return member.hasDraft ? '草稿还没有提出' : '还没有拟定';
    case 'proposed':
      return `等本人和${leaderWords(scene, member)}认可`;
    case 'memberAgreed':
      return `等${leaderWords(scene, member)}认可`;
    case 'leaderAgreed':
      return '等本人认可';
    case 'agreed':
      return '等支部会议批准，书记登记';
    case 'returned':
      return '等修改后重新提出';
    case 'inForce':
      return lacking(scene, member);
  }
}

/** After the roster changed, a quarter that now counts may have no tasks: marked, not blocked. */
function lacking({ measure }: PlanScene, { plan, counted }: PlannedMember): string {
  const tasks = latest(plan)?.tasks ?? [];
  const short = counted.filter((period) => plannedIn(tasks, period) !== measure.share);
  if (short.length === 0) return '';
  const named = short.map(
    (period) => `${measure.labels[period - 1]}${formatPoints(plannedIn(tasks, period))}分`,
  );
  return `${named.join('、')}，应为${formatPoints(measure.share)}分，请提出变更`;
}
