/** The round's reads, and its acts through `perform`, which asks whether they may be done. */
import { abilitiesOf, can } from '../domain/access.ts';
import type { Day } from '../domain/period.ts';
import { STATES } from '../domain/round/acts.ts';
import { stateOn } from '../domain/round/matter.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { actsNow } from '../service/views/round/actAbilities.ts';
import { matterPage } from '../service/views/round/matterPage.ts';
import { roundPage } from '../service/views/round/roundPage.ts';
import type { Asking } from './asking.ts';
import type { Guarded } from './guarded.ts';
import { hereOf, type Place } from './here.ts';
import { granted } from './problem.ts';
import { roundActRoutes } from './roundActRoutes.ts';
import { roundMeetingRoutes } from './roundMeetingRoutes.ts';
import type { Services } from './services.ts';

export function roundRoutes(os: Guarded, services: Services) {
  return {
    round: os.round.handler(({ input, context }) => roundAnswer(services, context, input)),
    matter: os.matter.handler(({ input, context }) => matterAnswer(services, context, input)),
    ...roundActRoutes(os, services),
    ...roundMeetingRoutes(os, services),
  };
}

async function roundAnswer({ world }: Services, { actor }: Asking, place: Place) {
  const today = dayInShanghai(world.now());
  return world.store.read(async (tx) => {
    const page = granted(await roundPage(tx, hereOf(place), today));
    const { label, opened, counts, lines, meetings, notices, submissions } = page;
    return {
      label,
      days: opened,
      counts: [...counts],
      lines: lines.map(({ personId, name, state, ...line }) => ({
        ...line,
        member: { id: personId, name },
        state: { id: state, name: STATES[state] },
      })),
      meetings: meetings.map(({ meetingId, on, present, absent }) => ({
        meetingId,
        on,
        present: [...present],
        absent: [...absent],
      })),
      notices: notices.map(({ noticeId, people, workdays, checked, published }) => ({
        noticeId,
        people: [...people],
        workdays,
        sound: checked?.sound ?? null,
        from: published?.from ?? null,
        until: published?.until ?? null,
      })),
      submissions: submissions.map(({ submissionId, people, late }) => ({
        submissionId,
        people: [...people],
        late,
      })),
      abilities: abilitiesOf(actor, await accessObject(tx, place.organisation, today)),
    };
  });
}

async function matterAnswer(
  { world }: Services,
  { actor }: Asking,
  place: Place & { readonly member: string },
) {
  const today: Day = dayInShanghai(world.now());
  return world.store.read(async (tx) => {
    const object = await accessObject(tx, place.organisation, today, { about: [place.member] });
    const abilities = abilitiesOf(actor, object);
    const { matter, notice, ...page } = granted(
      await matterPage(tx, hereOf(place), place.member, { actor, abilities }),
    );
    const state = stateOn(matter, today);
    return {
      ...page,
      state: { id: state, name: STATES[state] },
      late: matter.application?.late ?? false,
      // the answer may show who objected: it is for receiver and re-examiners, and for whoever has the receipt
      objections: page.objections.map(({ answer, ...objection }) =>
        can(actor, 'readObjection', object) === true ? { ...objection, answer } : objection,
      ),
      notice: notice === null ? null : { from: notice.from, until: notice.until },
      acts: actsNow(actor, object, matter, today),
    };
  });
}
