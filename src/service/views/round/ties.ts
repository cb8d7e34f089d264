/** Votes that the organisation above is to decide on (G36): what was said of the member, the vote as it was referred, who decides. */
import { can } from '../../../domain/access.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { Day } from '../../../domain/period.ts';
import type { Matter } from '../../../domain/round/matter.ts';
import { aboutEach, accessObject } from '../../accessObject.ts';
import type { Reading } from '../../ports.ts';
import { nextActor } from './nextActor.ts';
import { type Known, toAppraise } from './toAppraise.ts';

type Asked = { readonly actor: Actor; readonly organisationId: string; readonly today: Day };

/** Of those among `matters` that were referred: few, so whoever decides each is looked up by itself. */
export async function tieLines(
  tx: Reading,
  matters: readonly Matter[],
  known: Known,
  { actor, organisationId, today }: Asked,
) {
  const referred = matters.flatMap((matter) => (matter.tie === null ? [] : [{ matter, tie: matter.tie }]));
  if (referred.length === 0) return [];
  const nameOf = (id: string) => ({ id, name: known.rows.get(id)?.name ?? '' });
  const objects = await aboutEach(
    tx,
    await accessObject(tx, organisationId, today),
    referred.map(({ matter }) => matter.personId),
  );
  return Promise.all(
    referred.map(async ({ matter, tie }) => {
      const { personId } = matter;
      const object = objects.get(personId) ?? { organisation: organisationId, about: [personId] };
      const meeting = known.meetings.find(({ meetingId }) => meetingId === tie.meetingId);
      return {
        ...toAppraise(matter, known),
        tie: { on: meeting?.on ?? today, votes: tie.votes, recused: tie.recused.map(nameOf) },
        decider: await nextActor(tx, object, personId, 'tied'),
        mayDecideTie: can(actor, 'decideTie', object) === true,
      };
    }),
  );
}
