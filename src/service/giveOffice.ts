/** Gives an office for a term, on the basis of a meeting or document (授予职务). */
import { officeStream, ORGANISATION_STREAM, REGISTER } from '../domain/fact.ts';
import { isAdministrator, isHeldAt, type Office, OFFICES, type OfficeKind } from '../domain/office/office.ts';
import type { OfficeRegister } from '../domain/office/register.ts';
import { isOver, isSingle, overlap } from '../domain/office/term.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { exclusionRefusal, type Holding, heldBy, heldElsewhere } from './holdings.ts';
import { personRefusal } from './linkAccount.ts';
import type { GiveOffice } from './officeCommands.ts';
import { officeRegister } from './officeRegister.ts';
import type { OrganisationRow, Writing } from './ports.ts';
import type { Decision, Making, Step } from './step.ts';

type State = {
  readonly organisation: OrganisationRow;
  readonly register: OfficeRegister;
  readonly elsewhere: readonly Holding[];
};

/**
 * Refuses an unknown organisation or person; an office this organisation does not have (officeNotHere); a term that ends before it
 * begins, or that would leave no administrator (badTerm); a missing basis or scope; what the person holds already (officeHeld) or
 * somebody else does (officeOccupied); a checker of their own points (checkerIsScorekeeper); a deputy of nobody (notDeputy);
 * administratorExclusive; and, once sign-in is set up, a scorekeeper who was not elected (electionNeeded).
 */
export const giveOfficeStep: Step<GiveOffice, State> = {
  ability: 'giveOffice',
  object: (tx, { organisationId, personId, office }, today) =>
    accessObject(tx, organisationId, today, { about: [personId], office }),
  books: () => [],
  subject: () => ({ book: REGISTER, stream: ORGANISATION_STREAM }),
  load,
  decide,
};

async function load(tx: Writing, { organisationId, personId }: GiveOffice): Promise<State | Refusal> {
  const organisation = await tx.organisation(organisationId);
  if (organisation === undefined) return refuse('organisationUnknown', null, { organisationId });
  const unknown = await personRefusal(tx, organisationId, personId);
  if (unknown !== undefined) return unknown;
  const register = await officeRegister(tx, organisationId);
  const userId = register.accounts.get(personId) ?? null;
  return { organisation, register, elsewhere: await heldElsewhere(tx, userId, organisationId) };
}

function decide(command: GiveOffice, state: State, making: Making): Decision | Refusal {
  const { office, personId, scope, from, until, deputyOf, basis } = command;
  const held = [...heldBy(state.register, personId), ...state.elsewhere];
  const refusal =
    electionRefusal(command, making) ??
    shapeRefusal(command, state.organisation) ??
    exclusionRefusal([office], held, making.today) ??
    deputyRefusal(command, state.register) ??
    occupiedRefusal(command, state.register);
  if (refusal !== undefined) return refusal;
  const officeId = making.newId();
  const text = making.seal(REGISTER, { basis });
  return {
    facts: [
      {
        book: REGISTER,
        stream: officeStream(officeId),
        text,
        fact: {
          type: 'officeGiven',
          v: 1,
          officeId,
          office,
          personId,
          scope,
          from,
          until,
          deputyOf,
          textHash: text.hash,
        },
      },
    ],
    outcome: { officeId },
  };
}

/** Once people sign in, a scorekeeper comes from the general meeting's vote (An1.2); a deputy is named like any other. */
const electionRefusal = ({ office, deputyOf }: GiveOffice, { actor }: Making): Refusal | undefined =>
  office === 'scorekeeper' && deputyOf === null && actor.kind === 'person'
    ? refuse('electionNeeded', 'An1.2')
    : undefined;

const SCOPED: readonly OfficeKind[] = ['groupLeader', 'evidenceBody'];

function shapeRefusal(
  { office, scope, from, until, basis }: GiveOffice,
  { level }: OrganisationRow,
): Refusal | undefined {
  if (!isHeldAt(office, level)) return refuse('officeNotHere', null, { office: OFFICES[office] });
  if (until !== null && (until < from || isAdministrator(office)))
    return refuse('badTerm', null, { from, until });
  if (basis.trim() === '') return refuse('missing-basis', null);
  if (SCOPED.includes(office) !== ((scope ?? '').trim() !== ''))
    return refuse('badScope', null, { office: OFFICES[office] });
  return undefined;
}

function deputyRefusal({ deputyOf, office, personId, from }: GiveOffice, { offices }: OfficeRegister) {
  if (deputyOf === null) return undefined;
  const principal = offices.get(deputyOf);
  const fits =
    principal !== undefined &&
    principal.office === office &&
    principal.deputyOf === null &&
    principal.personId !== personId &&
    !isOver(principal, from) &&
    !isAdministrator(office);
  return fits ? undefined : refuse('notDeputy', null, { office: OFFICES[office] });
}

function occupiedRefusal(command: GiveOffice, register: OfficeRegister): Refusal | undefined {
  const { office, personId, scope, deputyOf } = command;
  const term = { from: command.from, until: command.until, endedOn: null };
  const meanwhile = [...register.offices.values()].filter((one) => overlap(one, term));
  const same = meanwhile.filter((one) => one.office === office && one.scope === scope);
  if (same.some((one) => one.personId === personId))
    return refuse('officeHeld', null, { office: OFFICES[office] });
  if (deputyOf !== null) return undefined;
  if (isSingle(office) && same.some((one) => one.deputyOf === null))
    return refuse('officeOccupied', null, { office: OFFICES[office] });
  const opposite = OPPOSITES[office];
  const isBoth = (one: Office) =>
    one.office === opposite && one.deputyOf === null && one.personId === personId;
  return meanwhile.some(isBoth) ? refuse('checkerIsScorekeeper', '3.3.2') : undefined;
}

/** Nobody checks their own points (G34). */
const OPPOSITES: Partial<Record<OfficeKind, OfficeKind>> = { scorekeeper: 'checker', checker: 'scorekeeper' };
