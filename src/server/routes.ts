/** Contract × services: what each route answers. Ability first; then the read model of its screen, or `perform`. */
import type { Actor } from '../domain/access/actor.ts';
import { can } from '../domain/access.ts';
import { MACHINE } from '../domain/office/office.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { accessObject, accessObjects } from '../service/accessObject.ts';
import { yearsOf } from '../service/bookedYear.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { organisationsWithin } from '../service/within.ts';
import { appealRoutes } from './appealRoutes.ts';
import { bulletinRoutes } from './bulletinRoutes.ts';
import { deskRoutes } from './deskRoutes.ts';
import { electionRoutes } from './electionRoutes.ts';
import { evidenceRoutes } from './evidenceRoutes.ts';
import { exemptionRoutes } from './exemptionRoutes.ts';
import { guardedContract } from './guarded.ts';
import { handoverRoutes } from './handoverRoutes.ts';
import { noticesRoutes } from './noticesRoutes.ts';
import { objectionRoutes } from './objectionRoutes.ts';
import { messageRoutes } from './messageRoutes.ts';
import { officeRoutes } from './officeRoutes.ts';
import { openOpening } from './opening.ts';
import { planActRoutes } from './planActRoutes.ts';
import { planRoutes } from './planRoutes.ts';
import { organisationRoutes } from './organisationRoutes.ts';
import { privacyRoutes } from './privacyRoutes.ts';
import { granted, thrown } from './problem.ts';
import { rehearsalRoutes } from './rehearsalRoutes.ts';
import { rulesRoutes } from './rulesRoutes.ts';
import { roundCommitteeRoutes } from './roundCommitteeRoutes.ts';
import { roundMemberRoutes } from './roundMemberRoutes.ts';
import { roundDeskRoutes } from './roundDeskRoutes.ts';
import { roundMeetingModeRoutes } from './roundMeetingModeRoutes.ts';
import { roundSheetRoutes } from './roundSheetRoutes.ts';
import { roundRoutes } from './roundRoutes.ts';
import type { Services } from './services.ts';
import { sessionRoutes } from './sessionRoutes.ts';
import { headWords, verifyRoutes } from './verifyRoutes.ts';
import { rosterRoutes } from './rosterRoutes.ts';
import { standingRoutes } from './standingRoutes.ts';
import { todoRoutes } from './todoRoutes.ts';
import { transcriptRoutes } from './transcriptRoutes.ts';
import type { ShownYears } from './shownYears.ts';
import { yearRoutes } from './yearRoutes.ts';

export function openRoutes(services: Services, years: ShownYears) {
  const opening = openOpening(services);
  const os = guardedContract(services);

  return os.router({
    ...sessionRoutes(os, services),
    ...deskRoutes(os, services),
    ...officeRoutes(os, services),
    ...objectionRoutes(os, services),
    ...appealRoutes(os, services),
    ...exemptionRoutes(os, services),
    ...planRoutes(os, services),
    ...planActRoutes(os, services),
    ...roundRoutes(os, services),
    ...noticesRoutes(os, services),
    ...roundMemberRoutes(os, services),
    ...roundCommitteeRoutes(os, services),
    ...roundSheetRoutes(os, services),
    ...evidenceRoutes(os, services),
    ...roundMeetingModeRoutes(os, services),
    ...roundDeskRoutes(os, services),
    ...bulletinRoutes(os, services),
    ...verifyRoutes(os, services),
    ...privacyRoutes(os, services),
    ...electionRoutes(os, services),
    ...handoverRoutes(os, services),
    ...organisationRoutes(os, services),
    ...rosterRoutes(os, services),
    ...rulesRoutes(os, services),
    ...rehearsalRoutes(os, services),
    ...standingRoutes(os, services),
    ...transcriptRoutes(os, services),
    ...todoRoutes(os, services),
    ...messageRoutes(os, services),
    books: os.books.handler(({ context }) => booksAnswer(services, context.actor)),
    ...yearRoutes(os, services, years),
    openExample: os.openExample.handler(async ({ input, context: { actor } }) =>
      granted(
        (await importRefusal(services, actor, null)) ??
          (await opening.openExample(actor, input.headers['idempotency-key'])),
      ),
    ),
    openFiles: os.openFiles.handler(async ({ input: { body, headers }, context: { actor } }) => {
      const refusal = await importRefusal(services, actor, body.organisation);
      if (refusal !== null) throw thrown(refusal);
      const [roster, records] = await Promise.all([bytesOf(body.roster), bytesOf(body.records)]);
      return granted(
        await opening.openFiles(actor, { ...body, roster, records }, headers['idempotency-key']),
      );
    }),
  });
}

/** The branch is known by its name; asked before the files are read. `null`: the example, which is the machine's own. */
async function importRefusal(
  { world: { store, now } }: Services,
  actor: Actor,
  name: string | null,
): Promise<Refusal | null> {
  const allowed = await store.read(async (tx) => {
    const branch = (await tx.organisations()).find((one) => one.name === name && one.level === 'branch');
    const organisation = branch?.organisationId ?? MACHINE;
    return can(actor, 'importYear', await accessObject(tx, organisation, dayInShanghai(now())));
  });
  return isRefusal(allowed) ? allowed : null;
}

const bytesOf = async (file: File) => ({ name: file.name, bytes: await file.bytes() });

async function booksAnswer({ world: { store, now } }: Services, actor: Actor) {
  const organisations = await store.read(async (tx) => {
    const within = (await organisationsWithin(tx, actor)).filter(({ level }) => level !== 'machine');
    const ids = within.map(({ organisationId }) => organisationId);
    const objects = await accessObjects(tx, ids, dayInShanghai(now()));
    const books = Map.groupBy(await tx.booksIn(ids), ({ organisationId }) => organisationId);
    return within.flatMap(({ organisationId, name, example }) => {
      const object = objects.get(organisationId);
      if (object === undefined || can(actor, 'readBooks', object) !== true) return [];
      const kept = books.get(organisationId) ?? [];
      const years = yearsOf(kept).toSorted((a, b) => b - a);
      return [{ id: organisationId, name, example: example === 1, years, heads: kept.map(headWords) }];
    });
  });
  return {
    empty: organisations.length === 0,
    engine: store.engine,
    durability: await store.durability(),
    organisations,
  };
}
