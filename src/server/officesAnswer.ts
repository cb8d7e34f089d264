/** One organisation's offices as its page shows them, with what the reader may do there. */
import type { AccessObject, Actor } from '../domain/access/actor.ts';
import { abilitiesOf, can, officesToGive } from '../domain/access.ts';
import {
  isAdministrator,
  isHeldAt,
  type Level,
  MACHINE,
  OFFICES,
  standsBelow,
} from '../domain/office/office.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { Reading } from '../service/ports.ts';
import { type OfficeLine, organisationOffices } from '../service/views/offices.ts';
import type { AccountView } from '../signIn/open.ts';
import type { Asking } from './asking.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

const MOST_PEOPLE = 20_000;

export async function officesAnswer({ world }: Services, { actor, signIn }: Asking, organisation: string) {
  const today = dayInShanghai(world.now());
  const known = await signIn.accounts();
  return world.store.read(async (tx) => {
    const { name, level, levelName, offices, substitutions, parentId } = granted(
      await organisationOffices(tx, organisation, today),
    );
    const object = await accessObject(tx, organisation, today);
    const accounts = await accountsOf(tx, organisation);
    const abilities = abilitiesOf(actor, object);
    const given = officesToGive(actor, object).filter((office) => isHeldAt(office, level));
    // elected, not given, once people sign in
    const toGive = given.filter((office) => office !== 'scorekeeper' || actor.kind !== 'person');
    const names = given.length > 0 || abilities.includes('linkAccount');
    const principals = offices.filter(
      ({ held, deputyOf, office }) => held && deputyOf === null && given.includes(office),
    );
    return {
      organisation: { id: organisation, name },
      level: { id: level, name: levelName },
      offices: offices.map((line) => officeWords(actor, object, accounts, line)),
      substitutions: [...substitutions],
      toGive: toGive.map((office) => ({ id: office, name: OFFICES[office] })),
      toDeputise: principals
        .filter(({ office }) => !isAdministrator(office))
        .map(({ officeId, officeName, name: who }) => ({ id: officeId, name: `${officeName} ${who}` })),
      above: parentId,
      places: abilities.includes('placeOrganisation') ? await placesFor(tx, organisation, level) : [],
      alone: organisation === MACHINE ? aloneWords(actor, offices) : null,
      abilities,
      people: names ? await peopleOf(tx, actor, object, accounts, known) : [],
      accounts: abilities.includes('linkAccount')
        ? known.map(({ userId, username, name: whose }) => ({ id: userId, name: `${whose}（${username}）` }))
        : [],
    };
  });
}

type Accounts = ReadonlyMap<string, string | null>;

async function accountsOf(tx: Reading, organisation: string): Promise<Accounts> {
  return new Map((await tx.personAccounts(organisation)).map(({ personId, userId }) => [personId, userId]));
}

/** The same place, in the matter of that person. */
function about(object: AccessObject, accounts: Accounts, personId: string): AccessObject {
  const userId = accounts.get(personId) ?? null;
  return { ...object, about: [personId], users: userId === null ? [] : [userId] };
}

function officeWords(actor: Actor, object: AccessObject, accounts: Accounts, line: OfficeLine) {
  const { officeId, office, officeName, personId, name, number: _number, ...rest } = line;
  const matter = about(object, accounts, personId);
  return {
    ...rest,
    officeId,
    office: { id: office, name: officeName },
    person: { id: personId, name },
    mayEnd: rest.endedOn === null && can(actor, 'endOffice', { ...matter, office }) === true,
    mayRecordAbsence: rest.held && can(actor, 'recordAbsence', matter) === true,
  };
}

/** Those of a level it may stand below, without itself and whatever stands below it. */
async function placesFor(tx: Reading, organisation: string, level: Level) {
  const below = new Set(await tx.organisationsBelow(organisation));
  return (await tx.organisations())
    .filter(
      (one) =>
        standsBelow(level, one.level) &&
        one.organisationId !== organisation &&
        !below.has(one.organisationId),
    )
    .map(({ organisationId: id, name }) => ({ id, name }));
}

/** Nobody resets or links their own account: whoever is the only security administrator is told who can help, and how. */
function aloneWords(actor: Actor, offices: readonly OfficeLine[]): string | null {
  const holding = offices.filter(({ office, held }) => office === 'securityAdministrator' && held);
  const [only] = holding;
  const isOwn =
    actor.kind === 'person' &&
    actor.selves.some((self) => self.organisationId === MACHINE && self.personId === only?.personId);
  if (holding.length !== 1 || !isOwn) return null;
  const system = offices.filter(({ office, held }) => office === 'systemAdministrator' && held);
  const names = system.map(({ name }) => name).join('、');
  return `现在只有您一名安全保密管理员，您本人的账号没有人能当面重置或重新对应，也不能免去您。请系统管理员${names}再授予一名安全保密管理员，由您为其建立并对应账号；此后两人互相办理。`;
}

async function peopleOf(
  tx: Reading,
  actor: Actor,
  object: AccessObject,
  accounts: Accounts,
  known: readonly AccountView[],
) {
  const named = new Map(known.map(({ userId, username }) => [userId, username]));
  const people = await tx.persons(object.organisation, { limit: MOST_PEOPLE });
  return people.map(({ personId: id, number, name }) => {
    const userId = accounts.get(id) ?? null;
    return {
      id,
      number,
      name,
      account: userId === null ? null : { id: userId, name: named.get(userId) ?? '' },
      mayUnlink: userId !== null && can(actor, 'linkAccount', about(object, accounts, id)) === true,
    };
  });
}
