/** One objection as receiver and re-examiners read it: words, files and answer, never who objected. */
import type { AccessObject } from '../../../domain/access/actor.ts';
import { type Ability, can } from '../../../domain/access.ts';
import { FLAGS } from '../../../domain/evidence/file.ts';
import { isRefusal, refuse } from '../../../domain/refusal.ts';
import { accessObject } from '../../accessObject.ts';
import { labelIn, wordsIn } from '../../objection/sealed.ts';
import { settledWords, UNSETTLED } from '../../objection/settled.ts';
import type { Reading, World } from '../../ports.ts';
import { concernedWith } from '../../round/concernedWith.ts';
import { type Here, loadMatters } from '../../round/roundState.ts';
import { handedIn } from '../../round/waitingObjection.ts';
import { type Asked, lineOf, yearsOf } from './objectionDesk.ts';

type Which = Here & { readonly personId: string; readonly objectionId: string };
type Act = 'receive' | 'decline' | 'reveal' | 'answer';

/** What may be done in each state. */
const ACTS: Readonly<Record<string, readonly (readonly [Act, Ability])[]>> = {
  waiting: [
    ['receive', 'receiveObjection'],
    ['decline', 'receiveObjection'],
  ],
  received: [['answer', 'redetermine']],
};

/** Refuses whoever may not read it before anything is said of it, and an objection that is not there (objectionUnknown). */
export async function objectionPage(tx: Reading, world: Pick<World, 'sealing'>, which: Which, asked: Asked) {
  const object = await objectOf(tx, which, asked);
  const allowed = can(asked.actor, 'readObjection', object);
  if (isRefusal(allowed)) return allowed;
  const row = await handedIn(tx, which);
  const person = await tx.person(which.organisationId, which.personId);
  if (row === undefined || person === undefined) return refuse('objectionUnknown', 'An1.6', {});
  const years = await yearsOf(tx, which.organisationId, [row]);
  const line = lineOf(row, years, asked);
  const settled = years.get(row.year)?.settled.get(row.objectionId) ?? UNSETTLED;
  const words = await settledWords(tx, which.organisationId, row.year, settled);
  const files = await tx.objectionFiles(which.organisationId, row.objectionId);
  const offered = [...(ACTS[line.state] ?? []), ['reveal', 'revealObjector'] as const];
  return {
    ...line,
    member: { id: which.personId, name: person.name },
    words: wordsIn(world, row),
    files: files.map((file) => {
      const { name, flags } = labelIn(world, file);
      return { number: file.number, name, size: file.size, warnings: flags.map((flag) => FLAGS[flag]) };
    }),
    answer: words === '' ? null : words,
    acts: offered.flatMap(([act, ability]) => (can(asked.actor, ability, object) === true ? [act] : [])),
  };
}

/** Whoever had a hand in the points is concerned: the next in line re-examines and reads. */
export async function objectOf(
  tx: Reading,
  which: Omit<Which, 'objectionId'>,
  { today }: Pick<Asked, 'today'>,
): Promise<AccessObject> {
  const { organisationId, personId } = which;
  const state = await loadMatters(tx, which, [personId]);
  const users = isRefusal(state) ? [] : concernedWith(state, personId);
  return accessObject(tx, organisationId, today, { about: [personId], users });
}
