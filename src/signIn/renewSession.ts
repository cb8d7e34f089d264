/** A session under a new id: at step-up and change of office, so that a stolen earlier id is worth nothing (promises S3). */
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, getSessionFromCtx } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';

const CHANGES = z.object({
  /** The person has just proved again who they are. */
  proved: z.boolean(),
  secondFactor: z.boolean(),
  /** The office to act in from now on; absent: as before. */
  office: z.string().nullable().optional(),
});

/** better-auth's own parts make the session and the cookie; the endpoint is not reachable from outside. */
export function renewSession(now: () => string) {
  return {
    id: 'renew-session',
    endpoints: {
      renewSession: createAuthEndpoint.serverOnly({ method: 'POST', body: CHANGES }, async (ctx) => {
        const current = await getSessionFromCtx<Record<string, unknown>, Kept>(ctx);
        if (current === null) throw new APIError('UNAUTHORIZED');
        const { session, user } = current;
        const { proved, secondFactor, office } = ctx.body;
        const at = now();
        const kept = {
          expiresAt: session.expiresAt,
          ipAddress: session.ipAddress ?? null,
          userAgent: session.userAgent ?? null,
          startedAt: session.startedAt,
          way: session.way,
          provedAt: proved ? at : session.provedAt,
          secondFactorAt: secondFactor ? at : session.secondFactorAt,
          office: office === undefined ? session.office : office,
        };
        const next = await ctx.context.internalAdapter.createSession(user.id, false, kept, true);
        await ctx.context.internalAdapter.deleteSession(session.token);
        await setSessionCookie(ctx, { session: next, user });
        return ctx.json({ sessionId: next.id, userId: user.id });
      }),
    },
  } satisfies BetterAuthPlugin;
}

type Kept = {
  startedAt: string;
  way: string;
  provedAt: string;
  secondFactorAt: string | null;
  office: string | null;
};
