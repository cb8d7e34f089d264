/** One-time codes given at the desk: they open an account whose password nobody knows. */
import { randomInt } from 'node:crypto';
import { MINUTE, type Room } from './room.ts';
import type { Tx } from './tables.ts';

/** Told to the person at the desk and kept nowhere: only its hash is. */
export type DeskCode = {
  readonly refused?: undefined;
  readonly userId: string;
  readonly code: string;
  readonly expiresAt: string;
};

/** Letters and digits nobody mistakes for one another. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 12;

/** Replaces an earlier code of the account. */
export async function issueCode(room: Room, tx: Tx, userId: string): Promise<DeskCode> {
  const code = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join(
    '',
  );
  const expiresAt = new Date(Date.parse(room.now()) + room.settings.codeHours * 60 * MINUTE).toISOString();
  const codeHash = codeHashOf(room, userId, code);
  await tx
    .insertInto('signInDeskCode')
    .values({ userId, codeHash, expiresAt })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ codeHash, expiresAt }))
    .execute();
  return { userId, code: code.replace(/(.{4})(?=.)/g, '$1-'), expiresAt };
}

/** Typed with or without the hyphens, in either case. */
export const codeHashOf = (room: Room, userId: string, typed: string) =>
  room.keyed('deskCode', `${userId} ${typed.toUpperCase().replace(/[^A-Z0-9]/g, '')}`);
