/**
 * 回执: the code an objector notes down and asks with later. It is drawn from the form it was handed in on, so that a lost
 * answer gives the same code again; only its hash is kept.
 */
import type { World } from '../ports.ts';
import type { ObjectionRow } from '../ports/objections.ts';

/** Letters and digits that are not taken for one another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = /(.{4})(?=.)/g;

/** "8QKD-0V3M-ZN5T-2HWA", 80 bits. */
export function receiptCode({ sealing }: Pick<World, 'sealing'>, formKey: string): string {
  const hash = sealing.hash('receipt', formKey);
  const drawn = Array.from({ length: LENGTH }, (_, at) => LETTERS[base64Digit(hash[at]) % LETTERS.length]);
  return drawn.join('').replaceAll(GROUP, '$1-');
}

/** As it is kept; small letters, spaces and left-out strokes make no difference. */
export function receiptHashes(
  { sealing }: Pick<World, 'sealing'>,
  { code, formKey }: { readonly code: string; readonly formKey: string },
): Pick<ObjectionRow, 'receiptHash' | 'formHash'> {
  return { receiptHash: hashOfCode({ sealing }, code), formHash: sealing.hash('form', formKey) };
}

export const hashOfCode = ({ sealing }: Pick<World, 'sealing'>, code: string): string =>
  sealing.hash(
    'code',
    code
      .toUpperCase()
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1')
      .replaceAll(/[^0-9A-Z]/g, ''),
  );

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** A digit of base64url stands for six even bits; the letters take five of them. */
const base64Digit = (digit: string | undefined) => DIGITS.indexOf(digit ?? 'A');
