/** So many works at a time, so many more waiting; whoever comes after that is told so at once. */
export function openTurns(atOnce: number, waiting: number) {
  const queue: (() => void)[] = [];
  let running = 0;
  /** Undefined: too many wait already, and nothing was done. */
  return async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) return undefined;
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
