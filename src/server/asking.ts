/** Who is asking, found anew for every request: the machine's own operator before set-up, afterwards whoever is signed in. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { type Actor, LOCAL_OPERATOR, NOBODY } from '../domain/access/actor.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { SignIn } from '../signIn/open.ts';
import type { Caller, Glimpse } from '../signIn/ports.ts';
import type { Services } from './services.ts';

export type Asking = {
  readonly actor: Actor;
  readonly isSetUp: boolean;
  /** The session, also one that is not complete. */
  readonly seen: Glimpse | null;
  readonly caller: Caller;
  readonly signIn: SignIn;
  /** Whole Set-Cookie values the answer is to carry. */
  readonly cookies: string[];
  /** Other headers of the answer. */
  readonly answer: Headers;
};

export type WhoAsks = (context: Context) => Promise<Asking>;

export function openAsking({ people, actorOf }: Services): WhoAsks {
  return async (context) => {
    const signIn = await people.opened();
    const caller = { headers: context.req.raw.headers, peer: getConnInfo(context).remote.address ?? '' };
    const isSetUp = await signIn.isSetUp();
    const seen = isSetUp ? await signIn.glimpse(caller) : null;
    const actor = isSetUp ? await actorFor(seen, actorOf) : LOCAL_OPERATOR;
    return { actor, isSetUp, seen, caller, signIn, cookies: [], answer: new Headers() };
  };
}

/** With something left to do the person is nobody yet. */
async function actorFor(seen: Glimpse | null, actorOf: Services['actorOf']): Promise<Actor> {
  return seen === null || seen.pending.length > 0 ? NOBODY : actorOf(seen);
}

/** Why a request that changes something is not from our own page, once there are sessions to abuse. */
export const formRefusal = ({ isSetUp, signIn, caller }: Asking): Refusal | null =>
  isSetUp ? signIn.forms.refusal(caller, caller.headers.get('x-jifen-token')) : null;
