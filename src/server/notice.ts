/** Whether whoever is signed in has read the privacy notice now in force, and saying so. It keeps nobody from anything. */
import type { PersonActor } from '../domain/access/actor.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { hasAcknowledged } from '../service/acknowledgeNotice.ts';
import { perform } from '../service/perform.ts';
import type { Asking } from './asking.ts';
import type { Services } from './services.ts';

/** A person of a register says it there, whoever is in none in the record of sign-ins. */
export async function isToAcknowledge(
  { world, notice: { version } }: Services,
  { actor, signIn }: Pick<Asking, 'actor' | 'signIn'>,
): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  if (actor.selves.length === 0) return !(await signIn.acknowledged(actor.userId, version));
  return (await unsaid({ world }, actor, version)).length > 0;
}

async function unsaid({ world }: Pick<Services, 'world'>, { selves }: PersonActor, version: string) {
  return world.store.read(async (tx) => {
    const found = [];
    for (const self of selves) if (!(await hasAcknowledged(tx, self, version))) found.push(self);
    return found;
  });
}

/** Refuses another version than the one in force (noticeChanged). */
export async function acknowledgeNotice(
  { world, notice }: Services,
  { actor, signIn, caller }: Asking,
  version: string,
): Promise<Refusal | null> {
  if (version !== notice.version) return refuse('noticeChanged', null);
  if (actor.kind !== 'person') return refuse('notSignedIn', null);
  if (actor.selves.length === 0) {
    const answer = await signIn.acknowledge(caller, version);
    return isRefusal(answer) ? answer : null;
  }
  for (const self of await unsaid({ world }, actor, version)) {
    const command = { type: 'acknowledgeNotice', ...self, version } as const;
    const answer = await perform(world, actor, command, { key: world.newId() });
    if (isRefusal(answer)) return answer;
  }
  return null;
}
