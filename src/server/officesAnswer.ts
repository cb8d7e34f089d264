/** One organisation's offices as its page shows them, with what the reader may do there. */
import type { Actor } from '../domain/access/actor.ts';
import { abilitiesOf, can, officesToGive } from '../domain/access.ts';
import { isHeldAt, OFFICES } from '../domain/office/office.ts';
import type { Day } from '../domain/period.ts';
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
    const { name, level, levelName, offices, substitutions } = granted(
      await organisationOffices(tx, organisation, today),
    );
    const object = await accessObject(tx, organisation, today);
    const abilities = abilitiesOf(actor, object);
    const given = officesToGive(actor, object).filter((office) => isHeldAt(office, level));
    // elected, not given, once people sign in
    const toGive = given.filter((office) => office !== 'scorekeeper' || actor.kind !== 'person');
    const names = given.length > 0 || abilities.includes('linkAccount');
    return {
      organisation: { id: organisation, name },
      level: { id: level, name: levelName },
      offices: await Promise.all(offices.map((line) => officeWords(tx, actor, organisation, line, today))),
      substitutions: [...substitutions],
      toGive: toGive.map((office) => ({ id: office, name: OFFICES[office] })),
      abilities,
      people: names ? await peopleOf(tx, organisation, known) : [],
      accounts: abilities.includes('linkAccount')
        ? known.map(({ userId, username, name: whose }) => ({ id: userId, name: `${whose}（${username}）` }))
        : [],
    };
  });
}

async function officeWords(tx: Reading, actor: Actor, organisation: string, line: OfficeLine, today: Day) {
  const { officeId, office, officeName, personId, name, held, ...rest } = line;
  const object = await accessObject(tx, organisation, today, { about: [personId], office });
  return {
    officeId,
    office: { id: office, name: officeName },
    person: { id: personId, name },
    scope: rest.scope,
    from: rest.from,
    until: rest.until,
    endedOn: rest.endedOn,
    basis: rest.basis,
    reason: rest.reason,
    held,
    mayEnd: rest.endedOn === null && can(actor, 'endOffice', object) === true,
  };
}

async function peopleOf(tx: Reading, organisation: string, known: readonly AccountView[]) {
  const named = new Map(known.map(({ userId, username }) => [userId, username]));
  const accounts = new Map(
    (await tx.personAccounts(organisation)).map(({ personId, userId }) => [personId, userId]),
  );
  const people = await tx.persons(organisation, { limit: MOST_PEOPLE });
  return people.map(({ personId: id, number, name }) => {
    const userId = accounts.get(id) ?? null;
    return {
      id,
      number,
      name,
      account: userId === null ? null : { id: userId, name: named.get(userId) ?? '' },
    };
  });
}
