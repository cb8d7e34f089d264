/** The contract with its guard: each route's ability is asked before anything is read. */
import { implement } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import type { RouteMeta } from '../contract/wire.ts';
import { type AccessObject, can } from '../domain/access.ts';
import { MACHINE } from '../domain/office/office.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import type { Asking } from './asking.ts';
import { thrown } from './problem.ts';

export type Guarded = ReturnType<typeof guardedContract>;

/** A foreign organisation or member is refused exactly like one that does not exist: neither is looked up before this. */
export function guardedContract() {
  return implement(contract)
    .$context<Asking>()
    .use(({ procedure, context: { actor, isSetUp }, next }, input) => {
      const { ability, or, byCommand } = procedure['~orpc'].meta as RouteMeta;
      if (ability === undefined)
        throw thrown(refuse('notAllowed', null, { ability: '使用未声明权限的功能' }));
      if (ability === 'anyone') return next();
      if (isSetUp && actor.kind === 'nobody') throw thrown(refuse('notSignedIn', null));
      if (ability === 'signedIn' || byCommand === true) return next();
      const object = objectOf(input);
      const allowed = can(actor, ability, object);
      const instead = or !== undefined && isRefusal(allowed) ? can(actor, or, object) : allowed;
      if (isRefusal(instead)) throw thrown(isRefusal(allowed) ? allowed : instead);
      return next();
    });
}

/** What the address or the body names; the machine itself when it names no organisation. */
function objectOf(input: unknown): AccessObject {
  const { organisation, member, userId } = (input ?? {}) as Record<string, unknown>;
  return {
    organisation: typeof organisation === 'string' ? organisation : MACHINE,
    about: typeof member === 'string' ? [member] : [],
    users: typeof userId === 'string' ? [userId] : [],
  };
}
