import type { PrintedHead } from '../../domain/ledger/chain.ts';
import type { World } from '../ports.ts';
import type { EvidenceFiles } from '../ports/evidence.ts';
import type { Findings } from './wrong.ts';

/** What every check of `verify` is given. `met`: the printed heads found so far, in whatever book. */
export type Context = Pick<World, 'digests'> & {
  readonly printed: readonly PrintedHead[];
  readonly met: Set<PrintedHead>;
  readonly found: Findings;
  readonly evidence?: EvidenceFiles;
};
