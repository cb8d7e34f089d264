/** Acts on members' matters before and after the meeting: application, opinion, deductions, sheet, registration. */
import { dayIn, doing, pointsIn } from './doing.ts';
import type { Guarded } from './guarded.ts';
import { hereOf } from './here.ts';
import type { Services } from './services.ts';

export function roundActRoutes(os: Guarded, services: Services) {
  return {
    openRound: os.openRound.handler(async ({ input, context }) => {
      await doing(services, context, { type: 'openRound', ...hereOf(input) });
      return {};
    }),
    handInApplication: os.handInApplication.handler(({ input, context }) => {
      const { member: personId, tasks, bonuses, selfReported, onBehalf } = input;
      return doing<{ late: boolean }>(services, context, {
        type: 'handInApplication',
        ...hereOf(input),
        personId,
        tasks: tasks.map((task) => ({ ...task, claimed: pointsIn(task.claimed) })),
        bonuses: bonuses.map((bonus) => ({ ...bonus, day: dayIn(bonus.day) })),
        selfReported,
        onBehalf: onBehalf === null ? null : { helper: onBehalf.helper, on: dayIn(onBehalf.on) },
      });
    }),
    giveOpinions: os.giveOpinions.handler(async ({ input, context }) => {
      const opinions = input.opinions.map(({ member, ...opinion }) => ({ personId: member, ...opinion }));
      await doing(services, context, {
        type: 'giveOpinions',
        ...hereOf(input),
        unsigned: input.unsigned,
        opinions,
      });
      return {};
    }),
    ...deductionRoutes(os, services),
    handInAssessments: os.handInAssessments.handler(async ({ input, context }) => {
      const lines = input.lines.map(({ member, tasks, words }) => ({
        personId: member,
        words,
        tasks: tasks.map((task) => ({ taskId: task.taskId, points: pointsIn(task.points) })),
      }));
      await doing(services, context, { type: 'handInAssessments', ...hereOf(input), lines });
      return {};
    }),
    registerPoints: os.registerPoints.handler(({ input, context }) =>
      doing<{ posted: number }>(services, context, {
        type: 'registerPoints',
        ...hereOf(input),
        people: input.people,
      }),
    ),
  };
}

function deductionRoutes(os: Guarded, services: Services) {
  return {
    proposeDeduction: os.proposeDeduction.handler(({ input, context }) => {
      const { member: personId, item, day, amount, reason, basis, supplier, incident, evidence } = input;
      return doing<{ proposalId: string; answerUntil: string }>(services, context, {
        type: 'proposeDeduction',
        ...hereOf(input),
        personId,
        proposed: {
          item,
          day: dayIn(day),
          amount: pointsIn(amount),
          reason,
          evidence: basis,
          supplier,
          incident,
        },
        files: evidence,
      });
    }),
    proposeCorrection: os.proposeCorrection.handler(({ input, context }) => {
      const { member: personId, entry: entryId, amount, reason, basis, evidence } = input;
      return doing<{ proposalId: string; answerUntil: string; lowers: boolean }>(services, context, {
        type: 'proposeCorrection',
        ...hereOf(input),
        personId,
        entryId,
        amount: amount === null ? null : pointsIn(amount),
        reason,
        evidence: basis,
        files: evidence,
      });
    }),
    answerDeduction: os.answerDeduction.handler(async ({ input, context }) => {
      const { member: personId, proposal: proposalId, words, spoken } = input;
      await doing(services, context, {
        type: 'answerDeduction',
        ...hereOf(input),
        personId,
        proposalId,
        words,
        spoken,
      });
      return {};
    }),
    withdrawDeduction: os.withdrawDeduction.handler(async ({ input, context }) => {
      const { member: personId, proposal: proposalId, reason } = input;
      await doing(services, context, {
        type: 'withdrawDeduction',
        ...hereOf(input),
        personId,
        proposalId,
        reason,
      });
      return {};
    }),
  };
}
