/** A UTC instant as clocks in China show it: '2026-04-02 09:00:00'. There is no summer time there. */
const AHEAD = 8 * 3_600_000;
const LENGTH = '2026-04-02 09:00:00'.length;

export const timeInShanghai = (instant: string): string =>
  new Date(Date.parse(instant) + AHEAD).toISOString().replace('T', ' ').slice(0, LENGTH);
