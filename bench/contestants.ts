// Who takes part, at which sizes and how often: fewer runs for the slow ones, the rule engines up to 10,000 members, Calc 1,000.
import type { Competitor } from './competitor.ts';
import { calc } from './competitors/calc.ts';
import { engine } from './competitors/engine.ts';
import { jsonRules } from './competitors/jsonRules.ts';
import { postgres } from './competitors/postgres.ts';
import { zen } from './competitors/zen.ts';

/** `processes`: fresh processes per size, each measuring `runs` times after its warm-up. */
export type Heat = { readonly members: number; readonly runs: number; readonly processes: number };

export type Contestant = {
  readonly id: string;
  readonly name: string;
  /** What has to be there for it to take part. */
  readonly needs: 'nothing' | 'postgres' | 'soffice';
  readonly race: () => Competitor;
  /** Runs before the first measured one, on a thousand members (a hundred for the slow). */
  readonly warmUp: { readonly members: number; readonly runs: number };
  readonly heats: readonly Heat[];
};

const heat = (members: number, runs: number, processes = 1): Heat => ({ members, runs, processes });

export const POSTGRES_URL = 'BENCH_POSTGRES_URL';
export const SOFFICE = 'BENCH_SOFFICE';

const given = (name: string) => process.env[name] ?? '';

export const contestants: readonly Contestant[] = [
  {
    id: 'jifen',
    name: 'jifen',
    needs: 'nothing',
    race: () => engine,
    warmUp: { members: 1_000, runs: 20 },
    heats: [heat(1_000, 31, 5), heat(10_000, 7, 3), heat(100_000, 1, 5)],
  },
  {
    id: 'zen',
    name: 'zen-engine, trace on',
    needs: 'nothing',
    race: () => zen(true),
    warmUp: { members: 100, runs: 2 },
    heats: [heat(1_000, 3), heat(10_000, 1)],
  },
  {
    id: 'zen-no-trace',
    name: 'zen-engine, trace off',
    needs: 'nothing',
    race: () => zen(false),
    warmUp: { members: 100, runs: 2 },
    heats: [heat(1_000, 3), heat(10_000, 1)],
  },
  {
    id: 'json-rules',
    name: 'json-rules-engine',
    needs: 'nothing',
    race: () => jsonRules,
    warmUp: { members: 100, runs: 3 },
    heats: [heat(1_000, 3), heat(10_000, 1)],
  },
  {
    id: 'postgres',
    name: 'PostgreSQL, one statement',
    needs: 'postgres',
    race: () => postgres(given(POSTGRES_URL)),
    warmUp: { members: 100, runs: 2 },
    heats: [heat(1_000, 5), heat(10_000, 3), heat(100_000, 1)],
  },
  {
    id: 'calc',
    name: 'LibreOffice Calc',
    needs: 'soffice',
    race: () => calc(given(SOFFICE)),
    warmUp: { members: 10, runs: 1 },
    heats: [heat(1_000, 3)],
  },
];
