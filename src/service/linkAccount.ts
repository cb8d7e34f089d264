/** Says whose account a person's is, or no longer is (账号对应). */
import { accountStream, REGISTER } from '../domain/fact.ts';
import { isAdministrator } from '../domain/office/office.ts';
import type { OfficeRegister } from '../domain/office/register.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import {
  exclusionRefusal,
  type Holding,
  heldBy,
  heldElsewhere,
  isCurrent,
  otherAdministrators,
} from './holdings.ts';
import type { LinkAccount, UnlinkAccount } from './officeCommands.ts';
import { officeRegister } from './officeRegister.ts';
import type { Reading, Writing } from './ports.ts';
import type { Decision, Making, Step } from './step.ts';

type State = { readonly register: OfficeRegister; readonly elsewhere: readonly Holding[] };

/** Refuses an unknown person, a person who has an account (personLinked), an account that is another's here (accountTaken), and administratorExclusive. */
export const linkAccountStep: Step<LinkAccount, State> = {
  ability: 'linkAccount',
  object: (tx, { organisationId, personId, userId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId], users: [userId] }),
  books: () => [],
  subject: ({ personId }) => ({ book: REGISTER, stream: accountStream(personId) }),
  load: async (tx, { organisationId, personId, userId }) => {
    const unknown = await personRefusal(tx, organisationId, personId);
    return unknown ?? (await load(tx, organisationId, userId));
  },
  decide: link,
};

/** Refuses an unknown person, one without an account (notLinked), and the last administrator of a kind (lastAdministrator). */
export const unlinkAccountStep: Step<UnlinkAccount, State> = {
  ability: 'linkAccount',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: () => [],
  subject: ({ personId }) => ({ book: REGISTER, stream: accountStream(personId) }),
  load: async (tx, { organisationId, personId }) => {
    const unknown = await personRefusal(tx, organisationId, personId);
    return unknown ?? (await load(tx, organisationId, null));
  },
  decide: unlink,
};

async function load(tx: Writing, organisationId: string, userId: string | null): Promise<State> {
  const elsewhere = await heldElsewhere(tx, userId, organisationId);
  return { register: await officeRegister(tx, organisationId), elsewhere };
}

/** Of another organisation is as unknown as of none. */
export async function personRefusal(
  tx: Reading,
  organisationId: string,
  personId: string,
): Promise<Refusal | undefined> {
  const row = await tx.person(organisationId, personId);
  return row === undefined ? refuse('personUnknown', null, { personId }) : undefined;
}

function link(
  { personId, userId }: LinkAccount,
  { register, elsewhere }: State,
  { today }: Making,
): Decision | Refusal {
  if ((register.accounts.get(personId) ?? null) !== null) return refuse('personLinked', null);
  if ([...register.accounts.values()].includes(userId)) return refuse('accountTaken', null);
  const here = heldBy(register, personId).filter((office) => isCurrent(office, today));
  const excluded = exclusionRefusal(
    here.map(({ office }) => office),
    elsewhere,
    today,
  );
  if (excluded !== undefined) return excluded;
  const fact = { type: 'accountLinked', v: 1, personId, userId } as const;
  return {
    facts: [{ book: REGISTER, stream: accountStream(personId), fact }],
    outcome: { personId, userId },
  };
}

function unlink({ personId }: UnlinkAccount, { register }: State, { today }: Making): Decision | Refusal {
  if ((register.accounts.get(personId) ?? null) === null) return refuse('notLinked', null);
  const last = heldBy(register, personId).find(
    (office) =>
      isAdministrator(office.office) &&
      isCurrent(office, today) &&
      otherAdministrators(register, office, today).length === 0,
  );
  if (last !== undefined) return refuse('lastAdministrator', null);
  const fact = { type: 'accountUnlinked', v: 1, personId } as const;
  return { facts: [{ book: REGISTER, stream: accountStream(personId), fact }], outcome: { personId } };
}
