/** What was refused about task plans → the sentence a person reads: the page says it of a draft, the server of a command. */
import type { Refusal } from '../domain/refusal.ts';

export const PLAN_REFUSALS: Readonly<Record<string, (params: Refusal['params']) => string>> = {
  planStep: ({ phase, act }) => `这份目标任务现在是“${phase}”，不能${act}。请刷新页面，按现在的状态办理。`,
  planVersion: ({ seen, found }) =>
    `您看的是第 ${seen} 版，现在已是第 ${found} 版，认可和批准只对看过的那一版有效。请刷新页面，看过新的一版后再办。`,
  planEmpty: () => '还没有任务。请至少写一项单位分配任务或承诺事项。',
  planTooLong: ({ most }) => `任务太多，一份目标任务至多 ${most} 项。请把相近的任务合并。`,
  planPeriod: ({ row }) => `第 ${row} 行的季度不对。请从办法规定的各季度中选一个。`,
  planPoints: ({ row, share }) => `第 ${row} 行的计划分应大于 0，不超过 ${share}，至多两位小数。`,
  planTextMissing: ({ row, column }) => `第 ${row} 行没有写${column}。请补上。`,
  planTextLong: ({ row, column, most }) => `第 ${row} 行的${column}超过 ${most} 字。请写短一些。`,
  planSum: ({ period, sum, share }) =>
    `${period}计划分合计 ${sum}，应为 ${share}。请调整这个季度各项任务的计划分。`,
  planDecided: ({ period }) => `${period}的任务已经评定，不能再改。请恢复这个季度原来的任务（读法 G15）。`,
  planMoved: ({ row, from }) => `第 ${row} 行原在${from}，只能改到紧接着的下一季度（读法 G15）。`,
  planUnchanged: () => '内容与现在的一版完全相同，不必再提出。',
  planNobody: () => '没有选中党员，或者同一名党员选了两次。请重新选择。',
  planNotMeasured: ({ title }) => `《${title}》没有按计划评定的分，不需要目标任务。`,
  plansRefused: ({ count, rows }) =>
    `有 ${count} 人办不了，所以一个也没有办：${rows}请改好，或不选这些人，再办一次。`,
  planFaults: ({ count, rows }) => `有 ${count} 处要改：${rows}`,
  planNoDay: ({ day }) => `没有 ${day} 这一天。请按 2026-01-12 的样子填写日期。`,
  tableRefused: () => '这个文件读不了，什么都没有登记。请按下面说的改好再选一次。',
  planDayAhead: ({ day }) => `${day} 还没有到。请填已经过去的日期或今天。`,
  markPeriod: ({ period }) => `没有第 ${period} 个季度。请填办法规定的季度，全年的填“全年”。`,
  markResult: ({ most }) => `考核结果没有写，或超过 ${most} 字。请写分数（至多两位小数）或等次。`,
  markTwice: () => '同一名党员同一季度写了两个考核结果。请留一个。',
  markDiffers: ({ former, result }) =>
    `账上的考核结果是“${former}”，现在写的是“${result}”。确要更正，请写明理由。`,
  'missing-changeReason': () => '变更已批准的目标任务，要写明理由。请补上变更理由。',
  'missing-signedOn': () => '代本人登记认可，要写明纸面签字的日期。请补上日期。',
  'missing-record': () => '请写明批准目标任务的会议：会议名称、参加人数和结果。',
};
