/** Founds an organisation (建立组织): its register begins, and says where it belongs. */
import { ORGANISATION_STREAM, REGISTER } from '../domain/fact.ts';
import { MACHINE } from '../domain/office/office.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { FoundOrganisation } from './officeCommands.ts';
import { foundOrganisation } from './openYear.ts';
import type { Reading } from './ports.ts';
import { organisationPlaced, placingRefusal } from './placeOrganisation.ts';
import type { Decision, Making, Step } from './step.ts';

/** Refuses one that is there already (organisationFounded), a name that says nothing, `machine` for anything but the machine (machineOnly), and what placingRefusal names. */
export const foundOrganisationStep: Step<FoundOrganisation, null> = {
  ability: 'foundOrganisation',
  books: () => [],
  subject: () => ({ book: REGISTER, stream: ORGANISATION_STREAM }),
  load,
  decide,
};

async function load(tx: Reading, command: FoundOrganisation): Promise<null | Refusal> {
  const { organisationId, name, level, parentId } = command;
  if ((await tx.organisation(organisationId)) !== undefined) return refuse('organisationFounded', null);
  if (name.trim() === '') return refuse('missing-name', null);
  if ((organisationId === MACHINE) !== (level === 'machine')) return refuse('machineOnly', null);
  if (parentId === null) return null;
  return (await placingRefusal(tx, { organisationId, level }, parentId)) ?? null;
}

function decide(command: FoundOrganisation, _state: null, making: Making): Decision {
  const { organisationId, parentId } = command;
  const { row, fact } = foundOrganisation(organisationId, command, making);
  const placed = parentId === null ? [] : [organisationPlaced(parentId)];
  return { facts: [fact, ...placed], organisation: row, outcome: { organisationId } };
}
