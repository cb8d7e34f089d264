/** Exemptions: the member's own matter, the list of what waits, and the acts through `perform`, which asks whether they may be done. */
import { can } from '../domain/access.ts';
import { isOwn } from '../domain/access/grant.ts';
import { EXEMPTION_ACTS, EXEMPTION_STATES, type ExemptionAct } from '../domain/exemption/procedure.ts';
import { type Day, parseDay } from '../domain/period.ts';
import { refuse } from '../domain/refusal.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { type Command, perform } from '../service/perform.ts';
import { memberExemptions, type WordedExemption } from '../service/views/exemption.ts';
import { exemptionRows, helpedMembers } from '../service/views/exemptionList.ts';
import type { Asking } from './asking.ts';
import type { Guarded } from './guarded.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';

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

type Named = { readonly organisation: string; readonly member: string };

const matterIn = ({ organisation, member, exemption }: Named & { readonly exemption: string }) => ({
  organisationId: organisation,
  personId: member,
  exemptionId: exemption,
});

async function pageAnswer({ world }: Services, { actor }: Asking, { organisation, member }: Named) {
  const today = dayInShanghai(world.now());
  return world.store.read(async (tx) => {
    const shown = granted(await memberExemptions(tx, actor, { organisation, member }, today));
    const { row } = shown.known;
    const object = await accessObject(tx, organisation, today, { about: [member] });
    return {
      organisation: { id: organisation, name: (await tx.organisation(organisation))?.name ?? '' },
      member: { id: member, name: row.name, number: row.number },
      own: actor.kind === 'person' && isOwn(actor, object),
      exemptions: shown.exemptions.map(exemptionAnswer),
      takenOver: shown.takenOver,
      mayApply: shown.mayApply,
      whyNot: shown.whyNot,
    };
  });
}

const actHeadings = (acts: readonly ExemptionAct[]) =>
  acts.map((act) => ({ id: act, name: EXEMPTION_ACTS[act].name }));

function exemptionAnswer({ matter, application, acts, course, ...shown }: WordedExemption) {
  const { category, opinion, decision, ending, term, mayRenew } = shown;
  return {
    id: matter.exemptionId,
    state: { id: matter.state, name: EXEMPTION_STATES[matter.state] },
    appliedOn: dayInShanghai(matter.application.at),
    term,
    wish: { from: matter.application.from, until: matter.application.until },
    renews: matter.renews,
    category,
    reason: application?.reason ?? null,
    whereabouts: application?.whereabouts ?? null,
    contact: application?.contact ?? null,
    attachments: application?.attachments ?? null,
    helper: application?.helper ?? null,
    opinion,
    decision,
    ending,
    course: [...course],
    acts: actHeadings(acts),
    mayRenew,
  };
}

async function listAnswer({ world }: Services, { actor }: Asking, organisation: string) {
  const today = dayInShanghai(world.now());
  return world.store.read(async (tx) => {
    const object = await accessObject(tx, organisation, today);
    const rows = await exemptionRows(tx, actor, organisation, today);
    const helps = can(actor, 'applyExemption', object) === true;
    return {
      organisation: { id: organisation, name: (await tx.organisation(organisation))?.name ?? '' },
      rows: rows.map(({ exemptionId, acts, ...shown }) => ({
        id: exemptionId,
        acts: actHeadings(acts),
        ...shown,
      })),
      members: helps ? await helpedMembers(tx, actor, object, today) : [],
    };
  });
}

async function doing<Outcome>(services: Services, asking: Asking, command: Command): Promise<Outcome> {
  const key = asking.caller.headers.get('idempotency-key') ?? '';
  const { text } = granted(await perform(services.world, asking.actor, command, { key }));
  return JSON.parse(text) as Outcome;
}

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw thrown(refuse('badDay', null, { day: text }));
  return day;
}

const dayOrNull = (text: string | null): Day | null => (text === null || text === '' ? null : dayIn(text));
