/** What is done to task plans: drafted, proposed, agreed to, returned, approved; and results of the unit's appraisal. */
import { z } from 'zod';
import { taskLine } from './plans.ts';
import { asking, askingInCommand, dayText, yearPath } from './wire.ts';

const id = z.string().min(1).max(100);
const text = z.string().trim().min(1).max(500);
const post = (path: string, summary: string) =>
  ({ method: 'POST', path: `/books/{organisation}/years/{year}/${path}`, summary }) as const;
const MOST = 5000;
const tasks = z.array(taskLine).max(100);
const seen = z
  .array(z.object({ member: id, version: z.int().min(1) }))
  .min(1)
  .max(MOST);
const done = z.object({ count: z.int() });

export const planActs = {
  /** `expected`: the draft the writer has seen, 0 for none. */
  savePlanDraft: asking('proposePlan')
    .route(post('plan-drafts', '保存目标任务草稿'))
    .input(yearPath.extend({ member: id, expected: z.int().min(0), tasks }))
    .output(z.object({ version: z.int() })),
  /** `expected`: version of the one plan's stream that was seen; null: any. */
  proposePlans: askingInCommand('proposePlan')
    .route(post('plan-proposals', '提出目标任务'))
    .input(
      yearPath.extend({
        plans: z
          .array(z.object({ member: id, tasks }))
          .min(1)
          .max(MOST),
        reason: text.nullable(),
        expected: z.int().nullable(),
      }),
    )
    .output(done),
  agreePlansAsMember: askingInCommand('agreePlan')
    .route(post('plan-agreements/member', '本人认可目标任务'))
    .input(yearPath.extend({ plans: seen, signedOn: dayText.nullable() }))
    .output(done),
  agreePlansAsLeader: askingInCommand('agreePlanAsLeader')
    .route(post('plan-agreements/leader', '分管领导认可目标任务'))
    .input(yearPath.extend({ plans: seen }))
    .output(done),
  returnPlansAsMember: askingInCommand('agreePlan')
    .route(post('plan-returns/member', '本人退回目标任务'))
    .input(yearPath.extend({ plans: seen, reason: text }))
    .output(done),
  returnPlansAsLeader: askingInCommand('agreePlanAsLeader')
    .route(post('plan-returns/leader', '分管领导退回目标任务'))
    .input(yearPath.extend({ plans: seen, reason: text }))
    .output(done),
  returnPlansAsBranch: askingInCommand('approvePlan')
    .route(post('plan-returns/branch', '支部退回目标任务'))
    .input(yearPath.extend({ plans: seen, reason: text }))
    .output(done),
  approvePlans: askingInCommand('approvePlan')
    .route(post('plan-approvals', '批准目标任务'))
    .input(yearPath.extend({ plans: seen, heldOn: dayText, record: text }))
    .output(done),
  importMarks: askingInCommand('importMarks')
    .route(post('performance-marks', '导入单位绩效考核结果'))
    .input(
      yearPath.extend({
        marks: z
          .array(z.object({ member: id, period: z.int().min(1).nullable(), result: z.string().max(200) }))
          .min(1)
          .max(MOST),
        reason: text.nullable(),
      }),
    )
    .output(z.object({ marked: z.int(), same: z.int() })),
  /** A spreadsheet as rows of text, the heading first; what they mean is read in the page. */
  planRows: asking('proposePlan')
    .route(post('plan-rows', '读取表格文件'))
    .input(yearPath.extend({ file: z.file() }))
    .output(z.object({ rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })) })),
};
