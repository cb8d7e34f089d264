/** Runs a whole transaction again when the engine asks for it: at most five times, after a short and uneven wait (promises C7). */
export type Patience = {
  /** 0 ≤ jitter < 1: keeps writers that collided from colliding again. */
  readonly jitter: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
};

const RETRIES = 5;
const FIRST_WAIT = 10;

export async function retried<T>(
  work: () => Promise<T>,
  isWorthRetrying: (error: unknown) => boolean,
  { jitter, wait }: Patience,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= RETRIES || !isWorthRetrying(error)) throw error;
    }
    await wait(FIRST_WAIT * 2 ** attempt * (0.5 + jitter()));
  }
}
