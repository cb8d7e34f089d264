/** Votes that the organisation above is to decide on (G36): what was said of the member, the vote as it was referred, who decides. */
import { can } from '../../../domain/access.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import type { Day } from '../../../domain/period.ts';
import type { Matter } from '../../../domain/round/matter.ts';
import { accessObject } from '../../accessObject.ts';
import type { Reading } from '../../ports.ts';
import { nextActor } from './nextActor.ts';
import { type Known, toAppraise } from './toAppraise.ts';

type Asked = { readonly actor: Actor; readonly organisationId: string; readonly today: Day };

/** Of those among `matters` that were referred: few. */
export async function tieLines(
  tx: Reading,
  matters: readonly Matter[],
  known: Known,
  { actor, organisationId, today }: Asked,
) {
  const nameOf = (id: string) => ({ id, name: known.rows.get(id)?.name ?? '' });
  return Promise.all(
    matters.flatMap(({ tie, ...matter }) =>
      tie === null
        ? []
        : [
            (async () => {
              const { personId } = matter;
              const object = await accessObject(tx, organisationId, today, { about: [personId] });
              const meeting = known.meetings.find(({ meetingId }) => meetingId === tie.meetingId);
              return {
                ...toAppraise({ tie, ...matter }, known),
                tie: { on: meeting?.on ?? today, votes: tie.votes, recused: tie.recused.map(nameOf) },
                decider: await nextActor(tx, object, personId, 'tied'),
                mayDecideTie: can(actor, 'decideTie', object) === true,
              };
            })(),
          ],
    ),
  );
}
