/** The scorekeeper's work handed over (移交): both confirm it, or the secretary records the sheet they signed. */
import type { AccessObject } from '../domain/access/actor.ts';
import { handoverStream, REGISTER } from '../domain/fact.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Day } from '../domain/period.ts';
import { accessObject } from './accessObject.ts';
import type { ConfirmHandover } from './electionCommands.ts';
import { type Handover, handoverOf, partiesOf } from './handover.ts';
import { officeRegister } from './officeRegister.ts';
import type { BookRow, Reading } from './ports.ts';
import type { Decision, Making, NewFact, Step } from './step.ts';

type State = { readonly handover: Handover; readonly books: readonly BookRow[] };

/**
 * Refuses an office that is no scorekeeper's (handoverUnknown), one handed over already (handedOver), whoever is neither of the two
 * (notParty) or has confirmed before (handoverConfirmed), and a sheet recorded by one of those who signed it (partyOnPaper).
 */
export const confirmHandoverStep: Step<ConfirmHandover, State> = {
  ability: 'confirmHandover',
  object: accessTo,
  books: () => [],
  subject: ({ officeId }) => ({ book: REGISTER, stream: handoverStream(officeId) }),
  load: async (tx, { organisationId, officeId }) => {
    const handover = await handoverOf(tx, organisationId, await officeRegister(tx, organisationId), officeId);
    if (handover === undefined) return refuse('handoverUnknown', 'An1.2');
    return { handover, books: await tx.books(organisationId) };
  },
  decide,
};

async function accessTo(tx: Reading, command: ConfirmHandover, today: Day): Promise<AccessObject> {
  const { organisationId, officeId } = command;
  const handover = await handoverOf(tx, organisationId, await officeRegister(tx, organisationId), officeId);
  return accessObject(tx, organisationId, today, {
    about: handover === undefined ? [] : partiesOf(handover),
  });
}

function decide(command: ConfirmHandover, state: State, making: Making): Decision | Refusal {
  const { officeId, onPaper } = command;
  const { handover } = state;
  if (handover.done !== null) return refuse('handedOver', 'An1.2');
  const stream = handoverStream(officeId);
  const party = ownParty(command, handover, making);
  if (onPaper) {
    if (party !== undefined) return refuse('partyOnPaper', 'An1.2');
    return { facts: [handedOver(command, state, making)], outcome: { officeId, done: true } };
  }
  if (party === undefined) return refuse('notParty', 'An1.2');
  if (handover.confirmed.includes(party)) return refuse('handoverConfirmed', 'An1.2');
  const fact = { type: 'handoverConfirmed', v: 1, officeId, personId: party } as const;
  const all = partiesOf(handover).every((one) => one === party || handover.confirmed.includes(one));
  const last = all ? [handedOver(command, state, making)] : [];
  return { facts: [{ book: REGISTER, stream, fact }, ...last], outcome: { officeId, done: all } };
}

function ownParty({ organisationId }: ConfirmHandover, handover: Handover, { actor }: Making) {
  if (actor.kind !== 'person') return undefined;
  return partiesOf(handover).find((personId) =>
    actor.selves.some((self) => self.organisationId === organisationId && self.personId === personId),
  );
}

/** With the heads of the books as they stood, so that what was handed over can be told from what came after. */
function handedOver(
  { officeId, onPaper, remark }: ConfirmHandover,
  { handover, books }: State,
  making: Making,
): NewFact {
  const text = making.seal(REGISTER, { remark });
  const fact = {
    type: 'scorekeeperHandedOver',
    v: 1,
    officeId,
    formerOfficeId: handover.former?.officeId ?? null,
    on: making.today,
    onPaper,
    heads: books.map(({ book, seq, hash }) => ({ book, seq, hash })),
    textHash: text.hash,
  } as const;
  return { book: REGISTER, stream: handoverStream(officeId), text, fact };
}
