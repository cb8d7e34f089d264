/** Says whether the organisation's names are shown masked above it and outside sign-in (姓名遮盖, G29). */
import type { AccessObject, Actor } from '../domain/access/actor.ts';
import { can } from '../domain/access.ts';
import { ORGANISATION_STREAM, readFact, REGISTER } from '../domain/fact.ts';
import { maskedName } from '../domain/member/masked.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { Reading } from './ports.ts';
import type { Heads, Step } from './step.ts';

export type MaskNames = {
  readonly type: 'maskNames';
  readonly organisationId: string;
  readonly masked: boolean;
};

type State = { readonly masked: boolean };

/** Refuses an unknown organisation. What is set already is no new fact. */
export const maskNamesStep: Step<MaskNames, State> = {
  ability: 'maskNames',
  object: (tx, { organisationId }, today) => accessObject(tx, organisationId, today),
  books: () => [],
  subject: () => ({ book: REGISTER, stream: ORGANISATION_STREAM }),
  load: async (tx, { organisationId }, heads: Heads): Promise<State | Refusal> =>
    heads.has(REGISTER)
      ? { masked: await areNamesMasked(tx, organisationId) }
      : refuse('organisationUnknown', null, { organisationId }),
  decide: ({ masked }, state) => {
    const fact = { type: 'namesMasked', v: 1, masked } as const;
    return {
      facts: state.masked === masked ? [] : [{ book: REGISTER, stream: ORGANISATION_STREAM, fact }],
      outcome: { masked },
    };
  },
};

export async function areNamesMasked(
  tx: Pick<Reading, 'factsOfTypes'>,
  organisationId: string,
): Promise<boolean> {
  const last = (await tx.factsOfTypes(organisationId, REGISTER, ['namesMasked'])).at(-1);
  const fact = last === undefined ? undefined : readFact(last);
  return fact?.type === 'namesMasked' && fact.masked;
}

/** How that reader is shown the names of the organisation's members; `object` is that of the organisation. */
export async function namesShownTo(
  tx: Pick<Reading, 'factsOfTypes'>,
  actor: Actor,
  object: AccessObject,
): Promise<(name: string) => string> {
  if (can(actor, 'seeNames', object) === true) return (name) => name;
  return (await areNamesMasked(tx, object.organisation)) ? maskedName : (name) => name;
}
