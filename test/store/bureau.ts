// Organisations, people, accounts and offices for these tests, and short ways to say what is done to them.
import { expect } from 'vitest';
import { type Actor, LOCAL_OPERATOR, type PersonActor } from '../../src/domain/access/actor.ts';
import type { OfficeKind } from '../../src/domain/office/office.ts';
import type { Day } from '../../src/domain/period.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import type { GiveOffice } from '../../src/service/officeCommands.ts';
import { type Command, perform } from '../../src/service/perform.ts';
import type { World } from '../../src/service/ports.ts';
import { actorOf } from '../../src/service/views/officesOfUser.ts';

export const MACHINE = 'machine';
export const COMMITTEE = 'qingjiang-committee';
/** The day the worlds of these tests stand at. */
export const TODAY = '2026-04-02' as Day;

/** Stands for an id the books have just made. */
export const SOME_ID = expect.any(String) as string;

let keys = 0;
export type Did = Record<string, unknown>;

/** The outcome as data, or the refusal. */
export async function tried(world: World, actor: Actor, command: Command): Promise<Did | Refusal> {
  const answer = await perform(world, actor, command, { key: `bureau-${(keys += 1)}` });
  return isRefusal(answer) ? answer : (JSON.parse(answer.text) as Did);
}

/** By whoever keeps the machine before sign-in is set up; expects no refusal. */
export async function setUp(world: World, command: Command): Promise<Did> {
  const answer = await tried(world, LOCAL_OPERATOR, command);
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer;
}

export const founding = (organisationId: string, more: object = {}) =>
  ({
    type: 'foundOrganisation',
    organisationId,
    name: '清江县财政局党委',
    level: 'committee',
    example: false,
    parentId: null,
    ...more,
  }) as const;

export async function entered(world: World, organisationId: string, number: string, name: string) {
  const { personId } = await setUp(world, { type: 'enterPerson', organisationId, number, name, post: null });
  return String(personId);
}

export const giving = (
  organisationId: string,
  office: OfficeKind,
  personId: string,
  more: Partial<GiveOffice> = {},
): GiveOffice => ({
  type: 'giveOffice',
  organisationId,
  office,
  personId,
  scope: null,
  from: '2026-01-01' as Day,
  until: null,
  deputyOf: null,
  basis: '2025年12月30日党员大会',
  ...more,
});

export async function given(world: World, ...what: Parameters<typeof giving>): Promise<string> {
  return String((await setUp(world, giving(...what)))['officeId']);
}

export const linking = (organisationId: string, personId: string, userId: string) =>
  ({ type: 'linkAccount', organisationId, personId, userId }) as const;

export const ending = (organisationId: string, officeId: string, on: string = TODAY) =>
  ({ type: 'endOffice', organisationId, officeId, on: on as Day, reason: '工作调动' }) as const;

/** Who that account is now. */
export function signedIn(world: World, userId: string): Promise<PersonActor> {
  return world.store.read((tx) => actorOf(tx, { userId, name: userId }, TODAY));
}

/** An administrator with an account of the same name as the office. */
export async function administrator(
  world: World,
  office: 'systemAdministrator' | 'securityAdministrator' | 'auditAdministrator',
): Promise<{ personId: string; officeId: string }> {
  const personId = await entered(world, MACHINE, office, office);
  const officeId = await given(world, MACHINE, office, personId);
  await setUp(world, linking(MACHINE, personId, office));
  return { personId, officeId };
}
