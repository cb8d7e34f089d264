// What a run of the benchmark prints: one line per contestant and size, and the promises with the figures that keep or break them.
import type { Result } from './heats.ts';

const SECOND = 1_000;
const TIMES_FASTER = 20;
const MEGABYTES = 1_500;
const COST_GROWTH = 1.5;

const find = (results: readonly Result[], id: string, members: number) =>
  results.find((result) => result.contestant.id === id && result.members === members);

const perMember = ({ ms, members }: Result) => (ms * 1_000) / members;

export function table(results: readonly Result[]): string {
  const header = ['', 'members', 'median ms', 'µs/member', 'times jifen', 'MB', 'answers'];
  const rows = results.map((result) => {
    const own = find(results, 'jifen', result.members);
    return [
      result.contestant.name,
      result.members.toLocaleString('en'),
      result.ms.toFixed(result.ms < 100 ? 1 : 0),
      perMember(result).toFixed(1),
      own === undefined ? '' : (result.ms / own.ms).toFixed(1),
      result.megabytes.toFixed(0),
      answersOf(result),
    ];
  });
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

function answersOf({ contestant, differences }: Result): string {
  if (contestant.id === 'jifen') return 'reference';
  return differences.length === 0 ? 'equal' : `DIFFERENT: ${differences.join('; ')}`;
}

export type Promised = { readonly ok: boolean; readonly text: string };

/** What issue and README promise of the engine, and whether this run kept it. */
export function promises(results: readonly Result[]): Promised[] {
  const small = find(results, 'jifen', 1_000);
  const middle = find(results, 'jifen', 10_000);
  const large = find(results, 'jifen', 100_000);
  const zen = find(results, 'zen', 10_000);
  if (!small || !middle || !large || !zen) return [{ ok: false, text: 'not everything was measured' }];
  const faster = zen.ms / middle.ms;
  const growth = perMember(large) / perMember(small);
  const wrong = results.filter(({ differences }) => differences.length > 0).length;
  return [
    {
      ok: middle.ms < SECOND,
      text: `10,000 members with full explanation in ${middle.ms.toFixed(0)} ms (under ${SECOND} ms)`,
    },
    {
      ok: faster >= TIMES_FASTER,
      text: `${faster.toFixed(1)} times faster than zen-engine with trace (at least ${TIMES_FASTER})`,
    },
    {
      ok: large.megabytes <= MEGABYTES,
      text: `100,000 members within ${large.megabytes.toFixed(0)} MB (at most ${MEGABYTES} MB)`,
    },
    {
      ok: growth <= COST_GROWTH,
      text: `a member costs ${growth.toFixed(2)} times as much at 100,000 as at 1,000 (at most ${COST_GROWTH})`,
    },
    {
      ok: wrong === 0,
      text: `every competitor's answers equal the engine's, value by value (${wrong} differ)`,
    },
  ];
}
