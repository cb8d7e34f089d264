/** Exemptions: the member's own matter, the list of what waits, and the acts through `perform`, which asks whether they may be done. */
import { doing } from './doing.ts';
import { listAnswer, pageAnswer } from './exemptionAnswers.ts';
import type { Guarded } from './guarded.ts';
import type { Services } from './services.ts';
import { dayIn, dayOrNull } from './typedDay.ts';

export function exemptionRoutes(os: Guarded, services: Services) {
  return {
    exemption: os.exemption.handler(({ input, context }) => pageAnswer(services, context, input)),
    exemptions: os.exemptions.handler(({ input, context }) =>
      listAnswer(services, context, input.organisation),
    ),
    applyExemption: os.applyExemption.handler(async ({ input, context }) => {
      const { organisation: organisationId, member: personId, renews, from, until, ...words } = input;
      const term = { from: dayOrNull(from), until: dayOrNull(until) };
      const command = { type: 'applyExemption', organisationId, personId, renews, ...term, words } as const;
      const { exemptionId } = await doing<{ exemptionId: string }>(services, context, command);
      return { exemption: exemptionId };
    }),
    giveExemptionOpinion: os.giveExemptionOpinion.handler(async ({ input, context }) => {
      const { agrees, words } = input;
      const meetingOn = dayIn(input.meetingOn);
      await doing(services, context, {
        type: 'giveExemptionOpinion',
        ...matterIn(input),
        agrees,
        meetingOn,
        words,
      });
      return {};
    }),
    decideExemption: os.decideExemption.handler(async ({ input, context }) => {
      const { approved, words } = input;
      const term = { from: dayOrNull(input.from), until: dayOrNull(input.until) };
      await doing(services, context, {
        type: 'decideExemption',
        ...matterIn(input),
        approved,
        ...term,
        words,
      });
      return {};
    }),
    withdrawExemption: os.withdrawExemption.handler(async ({ input, context }) => {
      const { reason, helper } = input;
      const on = dayOrNull(input.on);
      await doing(services, context, { type: 'withdrawExemption', ...matterIn(input), on, reason, helper });
      return {};
    }),
    endExemption: os.endExemption.handler(async ({ input, context }) => {
      const { reason } = input;
      const on = dayIn(input.on);
      await doing(services, context, { type: 'endExemption', ...matterIn(input), on, reason });
      return {};
    }),
  };
}

type Named = { readonly organisation: string; readonly member: string; readonly exemption: string };

const matterIn = ({ organisation, member, exemption }: Named) => ({
  organisationId: organisation,
  personId: member,
  exemptionId: exemption,
});
