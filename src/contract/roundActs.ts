/** Acts on members' matters: application, opinion, deductions, the scorekeeper's sheet, registration. */
import { z } from 'zod';
import {
  about,
  at,
  done,
  here,
  id,
  nothing,
  people,
  post,
  quality,
  taskPoints,
  words,
} from './roundPlace.ts';
import { askingInCommand, dayText, pointsText } from './wire.ts';

export const roundActs = {
  openRound: askingInCommand('openRound')
    .route(post(at(''), '开始一轮积分工作'))
    .input(here)
    .output(nothing),
  handInApplication: askingInCommand('applyPoints')
    .route(post(at('/members/{member}/application'), '提交积分申请'))
    .input(
      about.extend({
        tasks: z.array(z.object({ taskId: id, done, claimed: pointsText, words })).max(60),
        bonuses: z
          .array(
            z.object({
              item: id,
              day: dayText,
              reason: words,
              document: words,
              achievement: words.nullable(),
              evidence: z.array(id).max(20),
            }),
          )
          .max(20),
        selfReported: words.nullable(),
        onBehalf: z.object({ helper: words, on: dayText }).nullable(),
      }),
    )
    .output(z.object({ late: z.boolean() })),
  giveOpinions: askingInCommand('giveOpinion')
    .route(post(at('/opinions'), '签注意见'))
    .input(
      here.extend({
        unsigned: z.boolean(),
        opinions: z
          .array(
            z.object({
              member: id,
              tasks: z.array(z.object({ taskId: id, done })).max(60),
              quality: quality.nullable(),
              words,
            }),
          )
          .min(1)
          .max(500),
      }),
    )
    .output(nothing),
  proposeDeduction: askingInCommand('proposeDeduction')
    .route(post(at('/members/{member}/deductions'), '提出拟扣分'))
    .input(
      about.extend({
        item: id,
        day: dayText,
        amount: pointsText,
        reason: words,
        basis: words,
        supplier: words,
        incident: words.nullable(),
        evidence: z.array(id).max(20),
      }),
    )
    .output(z.object({ proposalId: z.string(), answerUntil: dayText })),
  /** `amount`: what the entry should say; null: it should not be there. */
  proposeCorrection: askingInCommand('proposeCorrection')
    .route(post(at('/members/{member}/corrections'), '提出对已登记积分的更正'))
    .input(
      about.extend({
        entry: id,
        amount: z.string().trim().max(12).nullable(),
        reason: words,
        basis: words,
        evidence: z.array(id).max(20),
      }),
    )
    .output(z.object({ proposalId: z.string(), answerUntil: dayText, lowers: z.boolean() })),
  answerDeduction: askingInCommand('answerDeduction')
    .route(post(at('/members/{member}/deductions/{proposal}/answer'), '答复拟扣分'))
    .input(about.extend({ proposal: id, words, spoken: z.boolean() }))
    .output(nothing),
  withdrawDeduction: askingInCommand('proposeDeduction')
    .route(post(at('/members/{member}/deductions/{proposal}/end'), '撤回拟扣分'))
    .input(about.extend({ proposal: id, reason: words }))
    .output(nothing),
  handInAssessments: askingInCommand('assess')
    .route(post(at('/assessments'), '提交考核登记'))
    .input(
      here.extend({
        lines: z
          .array(z.object({ member: id, tasks: taskPoints, words }))
          .min(1)
          .max(500),
      }),
    )
    .output(nothing),
  registerPoints: askingInCommand('registerPoints')
    .route(post(at('/registrations'), '登记入账'))
    .input(here.extend({ people }))
    .output(z.object({ posted: z.int() })),
};
