/** A file of an objection, for whoever may read the objection: always saved, never shown in place. */
import type { Actor } from '../domain/access/actor.ts';
import { can } from '../domain/access.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { fileIn } from '../service/objection/sealed.ts';
import { handedIn } from '../service/round/waitingObjection.ts';
import { objectOf } from '../service/views/round/objectionPage.ts';
import { attachmentNamed } from './attachment.ts';
import { noteLook } from './looking.ts';
import { problemResponse, refusalProblem } from './problem.ts';
import type { Services } from './services.ts';

export const OBJECTION_FILE_PATH = '/objection-files/:organisation/:year/:period/:member/:objection/:number';

type Named = Readonly<Record<'organisation' | 'year' | 'period' | 'member' | 'objection' | 'number', string>>;

const NUMBER = /^\d{1,4}$/;
const whole = (text: string) => (NUMBER.test(text) ? Number.parseInt(text, 10) : 0);

/** A foreign or unknown one is refused like one that may not be read. */
export async function objectionFile(
  { world, looks }: Services,
  actor: Actor,
  named: Named,
): Promise<Response> {
  const { organisation, member: personId, objection: objectionId } = named;
  const [year, period] = [whole(named.year), whole(named.period)];
  const which = { organisationId: organisation, year, period, personId, objectionId };
  const found = await world.store.read(async (tx) => {
    const object = await objectOf(tx, which, { today: dayInShanghai(world.now()) });
    const allowed = can(actor, 'readObjection', object);
    if (isRefusal(allowed)) return allowed;
    const row = await handedIn(tx, which);
    const file =
      row === undefined ? undefined : await tx.objectionFile(organisation, objectionId, whole(named.number));
    return file ?? refuse('objectionUnknown', 'An1.6', {});
  });
  if (isRefusal(found)) return problemResponse(refusalProblem(found));
  const { name, type, bytes } = fileIn(world, found);
  noteLook(looks, actor, { organisation, member: personId, what: 'objection' });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': attachmentNamed(name, `objection-${found.number}`),
      'cache-control': 'no-store',
    },
  });
}
