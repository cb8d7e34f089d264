/**
 * How often one account, and one place, is answered. Far above what people do, and a whole office behind one address is no
 * flood: a place is only held to what a thousand of them would ask. Counted by the session and the socket, never by anything
 * a client writes; X-Forwarded-For is believed from configured proxies alone.
 */
import type { Context } from 'hono';
import { getConnInfo } from '@hono/node-server/conninfo';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { WhoAsks } from './asking.ts';
import type { RequestRates } from './requestRates.ts';
import type { Services } from './services.ts';
import { turnOf } from './turn.ts';

/** Thrown on the way to whoever asks: it is answered 429 with the seconds to wait. */
export class TooOften extends Error {
  override readonly name = 'TooOften';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`too many requests, ${seconds} s`);
    this.seconds = seconds;
  }
}

const MINUTE = 60;
/** Drawing a paper takes as long as many answers. */
const PAPERS = /^\/(?:papers|own-data|posters|exemption-papers)\//;
const A_PAPER = 10;

/** The same, counted: everything that asks who is asking takes a turn. Throws TooOften. */
export function inTurns(
  whoAsks: WhoAsks,
  { rates, placeFrom }: Pick<Services, 'rates' | 'placeFrom'>,
): WhoAsks {
  const limiterOf = (keyPrefix: keyof RequestRates) =>
    new RateLimiterMemory({ keyPrefix, points: rates[keyPrefix], duration: MINUTE });
  const [accounts, places, strangers] = [limiterOf('account'), limiterOf('place'), limiterOf('strangers')];
  return async (context) => {
    const place = placeFrom(callerOf(context));
    const cost = PAPERS.test(context.req.path) ? A_PAPER : 1;
    await take(places, place, cost);
    const asking = await whoAsks(context);
    if (asking.seen !== null) await take(accounts, asking.seen.userId, cost);
    else if (asking.isSetUp) await take(strangers, place, cost);
    return asking;
  };
}

async function take(limiter: RateLimiterMemory, key: string, cost: number): Promise<void> {
  const seconds = await turnOf(limiter, key, cost);
  if (seconds !== null) throw new TooOften(seconds);
}

const callerOf = (context: Context) => ({
  headers: context.req.raw.headers,
  peer: getConnInfo(context).remote.address ?? '',
});
