/** Passwords as Argon2id in PHC text. Few at a time: a storm of sign-ins queues, it does not eat the memory (promises S1). */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** 64 MiB and five passes: about 240 ms on the machine this was tuned on; S1 asks for 150–600 ms. */
export const COST: Cost = { memory: 65_536, passes: 5, parallelism: 1 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;
const AT_ONCE = 2;
const WAITING = 200;

export type Hashing = {
  readonly hash: (password: string) => Promise<string>;
  readonly verify: (password: string, kept: string) => Promise<boolean>;
};

/** More sign-ins are waiting than the machine can work off in reasonable time: answered 503, never let in. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

const derive = promisify(argon2);

/** `memory` in KiB. The cost is kept beside each hash, so that a later change leaves earlier passwords valid. */
export type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

export function openHashing(newCost: Cost = COST): Hashing {
  const turn = turnstile(AT_ONCE, WAITING);
  const run = (password: string, nonce: Buffer, cost: Cost) =>
    turn(() =>
      derive('argon2id', { message: password.normalize('NFC'), nonce, tagLength: HASH_BYTES, ...cost }),
    );
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES);
      const made = await run(password, salt, newCost);
      return `$argon2id$v=19$m=${newCost.memory},t=${newCost.passes},p=${newCost.parallelism}$${phc(salt)}$${phc(made)}`;
    },
    async verify(password, kept) {
      const { cost, salt, expected } = parse(kept);
      const made = await run(password, salt, cost);
      return made.length === expected.length && timingSafeEqual(made, expected);
    },
  };
}

function parse(kept: string): { cost: Cost; salt: Buffer; expected: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(kept);
  if (match === null) throw new Error('a kept password is not in PHC form');
  const [, memory, passes, parallelism, salt = '', expected = ''] = match;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    expected: Buffer.from(expected, 'base64'),
  };
}

/** PHC text is base64 without padding. */
const phc = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** At most `atOnce` run, at most `waiting` wait; who comes after that is turned away. */
function turnstile(atOnce: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw new TooBusy('too many sign-ins at once');
      await new Promise<void>((resolve) => queue.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // the place passes to the next in line, or becomes free
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
