/** A person has read the privacy notice of that version (已阅告知书). Saying it again adds nothing. */
import { accountStream, readFact, REGISTER } from '../domain/fact.ts';
import { refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { Reading } from './ports.ts';
import type { Decision, Step } from './step.ts';

export type AcknowledgeNotice = {
  readonly type: 'acknowledgeNotice';
  readonly organisationId: string;
  readonly personId: string;
  readonly version: string;
};

type State = { readonly known: boolean };

/** Refuses a person who is not in the register (personUnknown). */
export const acknowledgeNoticeStep: Step<AcknowledgeNotice, State> = {
  ability: 'acknowledgeNotice',
  object: (tx, { organisationId, personId }, today) =>
    accessObject(tx, organisationId, today, { about: [personId] }),
  books: () => [],
  subject: ({ personId }) => ({ book: REGISTER, stream: accountStream(personId) }),
  load: async (tx, { organisationId, personId, version }) => {
    if ((await tx.person(organisationId, personId)) === undefined)
      return refuse('personUnknown', null, { personId });
    return { known: await hasAcknowledged(tx, { organisationId, personId }, version) };
  },
  decide: ({ personId, version }, { known }): Decision => {
    const fact = { type: 'privacyNoticeAcknowledged', v: 1, personId, version } as const;
    return {
      facts: known ? [] : [{ book: REGISTER, stream: accountStream(personId), fact }],
      outcome: { version },
    };
  },
};

export async function hasAcknowledged(
  tx: Reading,
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
  version: string,
): Promise<boolean> {
  const rows = await tx.factsOf(organisationId, REGISTER, [accountStream(personId)]);
  return rows.some((row) => {
    const fact = readFact(row);
    return fact.type === 'privacyNoticeAcknowledged' && fact.version === version;
  });
}
