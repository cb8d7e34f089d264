/** 党员目标任务书: one member's plan for signing, by the member, the leader in charge and the secretary (3.2). */
import { formatPoints } from '../domain/points.ts';
import { plannedIn, planMeasure, type Task } from '../domain/taskPlan/content.ts';
import { TASK_KINDS } from '../domain/taskPlan/plan.ts';
import type { BranchYear } from '../service/views/branchYear.ts';
import type { YearMember } from '../service/views/entryWords.ts';
import { originOf } from './origin.ts';
import { type Box, known, type Paper, pointsOf, type Row, text } from './paper.ts';

export const TASK_PLAN_TITLE = '党员目标任务书';

/** `state`: where this version stands, in words. */
export type PlanOnPaper = {
  readonly version: number;
  readonly state: string;
  readonly leader: string | null;
  readonly tasks: readonly Task[];
};

export function taskPlanPaper(branch: BranchYear, { person }: YearMember, plan: PlanOnPaper): Paper {
  const { policy } = branch.version;
  return {
    form: 'taskPlan',
    title: TASK_PLAN_TITLE,
    orientation: 'portrait',
    example: branch.example,
    running: `${branch.organisation} ${branch.year} 年度 ${person.number} ${person.name} 第 ${plan.version} 版`,
    head: [
      [
        { label: '支部', value: text(branch.organisation) },
        { label: '年度', value: text(`${branch.year} 年`) },
        { label: '党小组', value: known(person.group) },
      ],
      [
        { label: '编号', value: text(person.number) },
        { label: '姓名', value: text(person.name) },
        { label: '分管领导', value: known(plan.leader) },
      ],
    ],
    table: {
      columns: [
        { title: policy.periods.name, width: 15, align: 'center' },
        { title: '类别', width: 17, align: 'center' },
        { title: '任务内容', width: 23, align: 'left' },
        { title: '计划分', width: 13, align: 'right' },
        { title: '考评标准', width: 23, align: 'left' },
      ],
      rows: rowsOf(branch, plan.tasks),
    },
    figures: [],
    boxes: BOXES,
    notes: [
      `第 ${plan.version} 版，${plan.state}。`,
      '任务分按单位分配工作任务和党员承诺事项确定（办法三（二））。批准后要变更的，按同样的步骤另立新版，批准之前仍按原来的执行。',
    ],
    origin: originOf(branch),
  };
}

/** By period, each closed by its sum against the share. */
function rowsOf({ version: { policy } }: BranchYear, tasks: readonly Task[]): Row[] {
  const measure = planMeasure(policy);
  return (measure?.labels ?? []).flatMap((label, index): Row[] => {
    const due = tasks.filter(({ period }) => period === index + 1);
    if (due.length === 0) return [];
    const share = measure === undefined ? '' : `，应为 ${formatPoints(measure.share)}`;
    return [
      ...due.map(
        ({ kind, wording, points, standard }): Row => ({
          role: 'entry',
          cells: [text(label), text(TASK_KINDS[kind]), text(wording), pointsOf(points), text(standard)],
        }),
      ),
      {
        role: 'sum',
        cells: [
          { ...text(`${label}合计${share}`), span: 3, align: 'right' },
          pointsOf(plannedIn(tasks, index + 1)),
          text(''),
        ],
      },
    ];
  });
}

const SIGNED = ['签名：________', '____年__月__日'];
const BOXES: readonly Box[] = [
  { title: '党员本人', lines: SIGNED },
  { title: '分管领导', lines: SIGNED },
  { title: '党支部书记', lines: SIGNED },
];
