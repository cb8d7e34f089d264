/** A member's side of a round and the leader's: the course, the application's draft, the doors from 我的账号, whom to sign for. */
import { actorText, type Actor } from '../domain/access/actor.ts';
import { isOwn } from '../domain/access/grant.ts';
import { can } from '../domain/access.ts';
import { formatPoints } from '../domain/points.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { stateOn } from '../domain/round/matter.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { applicationPaper } from '../service/round/applicationPaper.ts';
import { loadMatters, matterOf } from '../service/round/roundState.ts';
import { unansweredIn } from '../service/round/unanswered.ts';
import { dueFrom } from '../service/views/round/due.ts';
import { courseOf, dueOn } from '../service/views/round/matterCourse.ts';
import { nextActor } from '../service/views/round/nextActor.ts';
import { opinionList } from '../service/views/round/opinionList.ts';
import { claimFiles } from '../service/evidence/evidenceLines.ts';
import { ownRounds } from '../service/views/round/ownRounds.ts';
import { periodName } from '../service/views/naming.ts';
import type { ApplicationForm, MatterCourse } from '../contract/roundMember.ts';
import type { Reading } from '../service/ports.ts';
import { savePaper } from '../service/workingPaper.ts';
import type { Guarded } from './guarded.ts';
import { hereOf, type Place } from './here.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

type About = Place & { readonly member: string };

export function roundMemberRoutes(os: Guarded, services: Services) {
  const { world } = services;
  const today = () => dayInShanghai(world.now());
  return {
    matterCourse: os.matterCourse.handler(({ input, context: { actor } }) =>
      world.store.read((tx) => courseAnswer(tx, services, actor, input)),
    ),
    saveApplicationDraft: os.saveApplicationDraft.handler(async ({ input, context: { actor } }) => {
      const { form: content, expected } = input;
      const by = actorText(actor).replace(/^person:/, '');
      const name = applicationPaper(hereOf(input), input.member);
      return { version: granted(await savePaper(world, name, { content, by, expected })) };
    }),
    opinions: os.opinions.handler(({ input, context: { actor } }) =>
      world.store.read(async (tx) => {
        const { label, until, lines } = granted(await opinionList(tx, hereOf(input), actor, today()));
        const due = dueFrom(until, today(), world.holidays);
        return { label, lines, due, mayLeaveUnsigned: due.workdays === null };
      }),
    ),
    ownRounds: os.ownRounds.handler(({ context: { actor } }) =>
      world.store.read(async (tx) => ({
        rounds: actor.kind === 'person' ? await ownRounds(tx, actor.selves, today(), world.holidays) : [],
      })),
    ),
  };
}

async function courseAnswer(
  tx: Reading,
  { world }: Services,
  actor: Actor,
  place: About,
): Promise<MatterCourse> {
  const [here, personId, today] = [hereOf(place), place.member, dayInShanghai(world.now())];
  const state = granted(await loadMatters(tx, here, [personId]));
  const matter = granted(matterOf(state, here, personId));
  const { opened } = state.round;
  const object = {
    ...(await accessObject(tx, place.organisation, today, { about: [personId] })),
    unanswered: unansweredIn(state.round, [personId], today),
  };
  const day = dueOn(matter, opened, today);
  const mayApply = matter.state === 'open' && can(actor, 'applyPoints', object) === true;
  const draft = mayApply ? await tx.workingPaper(applicationPaper(here, personId)) : undefined;
  return {
    label: periodName(state.policy, place.period),
    steps: courseOf(matter, opened, today, await nextActor(tx, object, personId, stateOn(matter, today))),
    due: day === null ? null : dueFrom(day, today, world.holidays),
    answers: matter.proposals.map(({ proposalId, answerUntil }) => ({
      proposalId,
      ...dueFrom(answerUntil, today, world.holidays),
    })),
    own: actor.kind === 'person' && isOwn(actor, object),
    claimFiles: mayApply ? await claimFiles(tx, here, personId) : [],
    bonusItems: mayApply ? bonusItems(state.policy) : [],
    draft:
      draft === undefined
        ? null
        : {
            version: draft.version,
            savedAt: draft.savedAt,
            form: JSON.parse(draft.content) as ApplicationForm,
          },
  };
}

const bonusItems = ({ items }: Policy) =>
  items.flatMap(({ id, name, clause, amount, group }) =>
    group === 'bonus' && amount !== null ? [{ id, name, clause, amount: formatPoints(amount) }] : [],
  );
