/** The hashes a book may be kept under, by Node's own OpenSSL. */
import { createHash } from 'node:crypto';
import type { Algorithm, Digest } from '../domain/ledger/envelope.ts';

const digestOf =
  (algorithm: Algorithm): Digest =>
  (text) =>
    createHash(algorithm).update(text, 'utf8').digest('hex');

export const DIGESTS: Readonly<Record<Algorithm, Digest>> = {
  sha256: digestOf('sha256'),
  sm3: digestOf('sm3'),
};
