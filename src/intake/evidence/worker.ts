/** A process of its own for one file: a decoder that stumbles takes nothing else with it, and its memory goes with it. */
import { refuse } from '../../domain/refusal.ts';
import { examine } from './examine.ts';

process.once('message', (bytes: Uint8Array) => {
  void examine(bytes)
    .catch(() => refuse('evidenceBroken', null))
    .then((answer) => process.send?.(answer, () => process.disconnect()));
});
// Whoever asked is gone.
process.once('disconnect', () => process.exit());
