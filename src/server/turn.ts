/** One turn of whoever is counted, in memory. */
import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Null: it was had; else the seconds until there is one again. `cost`: how many turns it takes. */
export async function turnOf(limiter: RateLimiterMemory, key: string, cost = 1): Promise<number | null> {
  try {
    await limiter.consume(key, cost);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
    throw error;
  }
}
