/** The contract with its guard: each route's ability is asked before anything is read. */
import { implement } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import type { RouteMeta } from '../contract/wire.ts';
import type { AccessObject, Actor } from '../domain/access/actor.ts';
import { can } from '../domain/access.ts';
import { MACHINE } from '../domain/office/office.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { World } from '../service/ports.ts';
import type { Asking } from './asking.ts';
import { isLook, noteLook } from './looking.ts';
import { etagOf } from './preconditions.ts';
import { thrown } from './problem.ts';
import type { Services } from './services.ts';

export type Guarded = ReturnType<typeof guardedContract>;

/** A foreign organisation or member is refused exactly like one that does not exist: neither is looked up before this. */
export function guardedContract({ world, looks }: Pick<Services, 'world' | 'looks'>) {
  return implement(contract)
    .$context<Asking>()
    .use(async ({ procedure, context: { actor, isSetUp, answer }, next, path }, input) => {
      const { ability, or, byCommand } = procedure['~orpc'].meta as RouteMeta;
      if (ability === undefined)
        throw thrown(refuse('notAllowed', null, { ability: '使用未声明权限的功能' }));
      if (ability === 'anyone') return next();
      if (isSetUp && actor.kind === 'nobody') throw thrown(refuse('notSignedIn', null));
      if (ability === 'signedIn' || byCommand === true) return next();
      const object = await objectOf(world, actor, input);
      const allowed = can(actor, ability, object);
      const instead = or !== undefined && isRefusal(allowed) ? can(actor, or, object) : allowed;
      if (isRefusal(instead)) throw thrown(isRefusal(allowed) ? allowed : instead);
      const answered = await next();
      const etag = procedure['~orpc'].route.method === 'GET' ? etagOf(answered.output) : undefined;
      if (etag !== undefined) answer.set('etag', etag);
      if (isLook(procedure['~orpc'].route, { ability })) {
        const { organisation = '', member } = input as { organisation?: string; member?: string };
        noteLook(looks, actor, { organisation, member, what: path.join('.') });
      }
      return answered;
    });
}

/** What the address or the body names; the machine itself when it names no organisation. */
async function objectOf({ store, now }: World, actor: Actor, input: unknown): Promise<AccessObject> {
  const { organisation, member, userId } = (input ?? {}) as Record<string, unknown>;
  const place = typeof organisation === 'string' ? organisation : MACHINE;
  // to the machine's own operator no office matters
  if (actor.kind !== 'person') return { organisation: place };
  const about = typeof member === 'string' ? [member] : [];
  const users = typeof userId === 'string' ? [userId] : [];
  return store.read((tx) => accessObject(tx, place, dayInShanghai(now()), { about, users }));
}
