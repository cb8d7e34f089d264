/** What is refused when rules are drafted and adopted, and a year opened under them, as sentences. */
import type { Refusal } from '../../domain/refusal.ts';

type Say = (params: Refusal['params']) => string;

export const RULES_REFUSALS: Readonly<Record<string, Say>> = {
  rulesUnknown: () => '没有这一版细则。请从“积分细则”页重新进入。',
  draftMissing: () => '没有正在拟订的细则。请先在“拟订细则”页开始一份草案。',
  notChangeable: ({ place }) => `“${place}”不能改：条文、机制和程序步骤不由支部改动。请撤销这处改动。`,
  rulesHaveErrors: ({ count, errors }) => `草案有 ${count} 处错误，不能通过：${errors}。请改正后再登记。`,
  draftHasErrors: ({ count, errors }) => `草案有 ${count} 处错误，还不能比较和预演：${errors}。请先改正。`,
  warningsUnseen: ({ count, warnings }) =>
    `草案有 ${count} 处提醒还没有逐条确认：${warnings}。请逐条看过、打勾后再登记。`,
  rulesVersionTaken: ({ version }) => `版本“${version}”已经用过。请另写一个版本名称，如 ${version}-修订。`,
  rulesYearOpen: ({ year, next }) =>
    `${year} 年的账册已经开立，当年按开立时的细则算到底，不能再换。要改细则，请登记为 ${next} 年的新版本，开立 ${next} 年时起用。`,
  rulesNotAdopted: ({ year }) =>
    `本支部还没有通过 ${year} 年可用的积分细则，不能开立年度。请先在“拟订细则”页拟订，开会通过后由书记登记，再开立。`,
  yearTooFar: ({ year, furthest }) => `${year} 年还早，最远只能到 ${furthest} 年。请检查年度。`,
  meetingInFuture: ({ on }) => `会议日期 ${on} 还没有到。请填写实际开会的日期。`,
  meetingTooFew: ({ present, entitled }) =>
    `应到 ${entitled} 人，实到 ${present} 人：实到不能多于应到，也不能少于应到的半数。请核对会议记录；不足半数的，须重新开会。`,
  meetingVotes: ({ for: agreed, cast, present, entitled }) =>
    `赞成 ${agreed} 票，共投 ${cast} 票，实到 ${present} 人，应到 ${entitled} 人：票数不能多于实到人数，赞成须超过应到的半数才算通过。请核对会议记录。`,
  'missing-document': () => '请写明会议记录或文件的编号。',
  'missing-version': () => '请写明版本名称，如 2027-1。',
};
