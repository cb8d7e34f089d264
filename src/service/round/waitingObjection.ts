/** An objection that waits for its receiver. */
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Matter } from '../../domain/round/matter.ts';
import type { Reading } from '../ports.ts';
import type { ObjectionRow } from '../ports/objections.ts';
import type { Here } from './roundState.ts';

type Command = Here & { readonly personId: string; readonly objectionId: string };

/** Undefined: none of that number about that member in that round. */
export async function handedIn(
  tx: Reading,
  { organisationId, objectionId, personId, year, period }: Command,
): Promise<ObjectionRow | undefined> {
  const row = await tx.objection(organisationId, objectionId);
  const isHere = row?.personId === personId && row.year === year && row.period === period;
  return isHere ? row : undefined;
}

/** Refuses one that is not there, taken in already or declined (objectionUnknown). */
export function waitingRefusal(row: ObjectionRow | undefined, matter: Matter): Refusal | undefined {
  const isSettled =
    row === undefined ||
    matter.declined.includes(row.objectionId) ||
    matter.objections.some(({ objectionId }) => objectionId === row.objectionId);
  return isSettled ? refuse('objectionUnknown', 'An1.6', {}) : undefined;
}

/** Of that round: handed in, and neither taken in nor declined. By the ids of the members they are about. */
export async function waitingObjections(
  tx: Reading,
  { organisationId, year, period }: Here,
  matters: ReadonlyMap<string, Matter>,
): Promise<ReadonlyMap<string, number>> {
  const waiting = new Map<string, number>();
  for (const { personId, objectionId } of await tx.objections(organisationId, { year, period })) {
    const matter = matters.get(personId);
    const isTaken =
      matter?.objections.some((one) => one.objectionId === objectionId) === true ||
      matter?.declined.includes(objectionId) === true;
    if (!isTaken) waiting.set(personId, (waiting.get(personId) ?? 0) + 1);
  }
  return waiting;
}
