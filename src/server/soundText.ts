/** What no database keeps as it came, a NUL and half a character: refused at the door, before anybody reads it. */
import type { MiddlewareHandler } from 'hono';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { problem, problemResponse } from './problem.ts';

/** How much of the text is said again. */
const SAID = 20;

const isSound = (text: string) => text.isWellFormed() && !text.includes('\0');

/** Of everything a request says, however deep; files are looked into where they are taken (textBroken). */
export function soundText(said: unknown): Refusal | undefined {
  const left = [said];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === 'string') {
      if (!isSound(one)) return broken(one);
    } else if (typeof one === 'object' && one !== null && !(one instanceof Blob)) {
      for (const [name, value] of Object.entries(one)) left.push(name, value);
    }
  }
  return undefined;
}

function broken(text: string): Refusal {
  const at = Array.from(text).findIndex((one) => !isSound(one));
  const near = Array.from(text)
    .slice(Math.max(0, at - SAID), at + 1)
    .join('');
  return refuse('textBroken', null, { near: near.toWellFormed().replaceAll('\0', '\uFFFD') });
}

/** No address of ours has one, and no page makes one. */
export const noBrokenAddress: MiddlewareHandler = async (context, next) =>
  context.req.url.includes('%00')
    ? problemResponse(problem(400, 'badRequest', '地址里有不合规定的内容。请从首页重新进入。'))
    : next();
