/** What the pages of exemptions are told: one member's matter with its reasons, and the list without them. */
import { can } from '../domain/access.ts';
import { isOwn } from '../domain/access/grant.ts';
import { EXEMPTION_ACTS, EXEMPTION_STATES, type ExemptionAct } from '../domain/exemption/procedure.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { memberExemptions, type WordedExemption } from '../service/views/exemption.ts';
import { exemptionRows } from '../service/views/exemptionList.ts';
import { helpedMembers } from '../service/views/helpedMembers.ts';
import type { Asking } from './asking.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

type Named = { readonly organisation: string; readonly member: string };

export async function pageAnswer({ world }: Services, { actor }: Asking, { organisation, member }: Named) {
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

export async function listAnswer({ world }: Services, { actor }: Asking, organisation: string) {
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
