/** The register as a list, and a roster file on its way into it: read, mapped, previewed, registered or given up. */
import { actorText } from '../domain/access/actor.ts';
import { abilitiesOf, can } from '../domain/access.ts';
import { REGISTER } from '../domain/fact.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { RosterOutcome } from '../service/importRoster.ts';
import { areNamesMasked, namesShownTo } from '../service/maskNames.ts';
import { type Command, perform } from '../service/perform.ts';
import type { Reading } from '../service/ports.ts';
import { pendingRoster } from '../service/rosterPaper.ts';
import { registerList } from '../service/views/registerList.ts';
import { rosterPreview } from '../service/views/rosterPreview.ts';
import type { Asking } from './asking.ts';
import type { Guarded } from './guarded.ts';
import { granted, thrown } from './problem.ts';
import { endRoster, mapRoster, readRosterFile, soundRowsOnly } from './rosterPapers.ts';
import { rowProblem } from './rowProblem.ts';
import type { Services } from './services.ts';

export function rosterRoutes(os: Guarded, services: Services) {
  return {
    registerList: os.registerList.handler(async ({ input, context }) =>
      listAnswer(services, context, input.organisation),
    ),
    pendingRoster: os.pendingRoster.handler(async ({ input, context }) =>
      pendingAnswer(services, context, input.organisation),
    ),
    readRoster: os.readRoster.handler(async ({ input, context }) => {
      await readRosterFile(services, { ...input, by: actorText(context.actor), actor: context.actor });
      return {};
    }),
    mapRoster: os.mapRoster.handler(async ({ input, context }) => {
      await mapRoster(services, { ...input, by: actorText(context.actor), actor: context.actor });
      return {};
    }),
    leaveOutRows: os.leaveOutRows.handler(async ({ input, context }) => {
      await soundRowsOnly(services, { ...input, by: actorText(context.actor) });
      return {};
    }),
    discardRoster: os.discardRoster.handler(async ({ input }) => {
      await endRoster(services, input);
      return {};
    }),
    importRoster: os.importRoster.handler(async ({ input, context }) => {
      const { organisation: organisationId, version: paper, seen } = input;
      return doing<RosterOutcome>(services, context, { type: 'importRoster', organisationId, paper, seen });
    }),
    assignLeader: os.assignLeader.handler(async ({ input, context }) => {
      const { organisation: organisationId, member: personId, leader: leaderId } = input;
      await doing(services, context, { type: 'assignLeader', organisationId, personId, leaderId });
      return {};
    }),
    maskNames: os.maskNames.handler(async ({ input: { organisation: organisationId, masked }, context }) => {
      await doing(services, context, { type: 'maskNames', organisationId, masked });
      return {};
    }),
  };
}

async function doing<Outcome>(services: Services, asking: Asking, command: Command): Promise<Outcome> {
  const key = asking.caller.headers.get('idempotency-key') ?? '';
  const { text } = granted(await perform(services.world, asking.actor, command, { key }));
  return JSON.parse(text) as Outcome;
}

async function headingOf(tx: Reading, organisationId: string) {
  const organisation = await tx.organisation(organisationId);
  if (organisation === undefined) throw thrown(refuse('organisationUnknown', null, { organisationId }));
  return { id: organisationId, name: organisation.name };
}

async function listAnswer({ world: { store, now } }: Services, { actor }: Asking, id: string) {
  const today = dayInShanghai(now());
  return store.read(async (tx) => {
    const object = await accessObject(tx, id, today);
    const shown = await namesShownTo(tx, actor, object);
    const masked = await areNamesMasked(tx, id);
    const lines = await registerList(tx, id, today);
    const types = new Map(lines.map(({ type }) => [type.id, type]));
    return {
      organisation: await headingOf(tx, id),
      groups: [...new Set(lines.flatMap(({ group }) => group ?? []))],
      types: [...types.values()],
      members: lines.map((line) => ({ ...line, name: shown(line.name) })),
      names: { masked, forYou: masked && can(actor, 'seeNames', object) !== true },
      abilities: abilitiesOf(actor, object),
    };
  });
}

async function pendingAnswer({ world: { store, now } }: Services, { actor }: Asking, id: string) {
  const today = dayInShanghai(now());
  return store.read(async (tx) => {
    const seen = (await tx.books(id)).find(({ book }) => book === REGISTER)?.seq ?? 0;
    const organisation = await headingOf(tx, id);
    const paper = await pendingRoster(tx, id);
    if (paper === undefined) return { organisation, seen, pending: null };
    const object = await accessObject(tx, id, today);
    const view = await rosterPreview(tx, id, paper, { actor, object, today });
    if (isRefusal(view)) throw thrown(view);
    const pending = {
      ...view,
      savedOn: dayInShanghai(paper.savedAt),
      problems: view.problems.map(rowProblem),
    };
    return { organisation, seen, pending };
  });
}
