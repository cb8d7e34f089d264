/** Organisations and offices: the views, and the commands through `perform`, which asks whether they may be done. */
import { type OfficeKind, OFFICE_KINDS } from '../domain/office/office.ts';
import { can } from '../domain/access.ts';
import type { OrganisationLine } from '../contract/offices.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import { accessObject, accessObjects, type Matter } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { type OrganisationNode, organisationTree } from '../service/views/organisationTree.ts';
import type { Asking } from './asking.ts';
import { accountOf, beginAnew, dayIn, doing } from './doing.ts';
import type { Guarded } from './guarded.ts';
import { officesAnswer } from './officesAnswer.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';

export function officeRoutes(os: Guarded, services: Services) {
  return {
    organisations: os.organisations.handler(async ({ context }) => organisationsFor(services, context)),
    offices: os.offices.handler(async ({ input, context }) =>
      officesAnswer(services, context, input.organisation),
    ),
    ...givingRoutes(os, services),
    ...peopleRoutes(os, services),
  };
}

function peopleRoutes(os: Guarded, services: Services) {
  return {
    foundOrganisation: os.foundOrganisation.handler(async ({ input: { name, level, parent }, context }) => {
      const organisationId = services.world.newId();
      await doing(services, context, {
        type: 'foundOrganisation',
        organisationId,
        name,
        level,
        example: false,
        parentId: parent,
      });
      return { organisation: organisationId };
    }),
    placeOrganisation: os.placeOrganisation.handler(async ({ input: { organisation, parent }, context }) => {
      await doing(services, context, {
        type: 'placeOrganisation',
        organisationId: organisation,
        parentId: parent,
      });
      return {};
    }),
    enterPerson: os.enterPerson.handler(async ({ input: { organisation, ...person }, context }) => {
      const command = { type: 'enterPerson', organisationId: organisation, ...person } as const;
      const { personId } = await doing<{ personId: string }>(services, context, command);
      return { person: personId };
    }),
    linkAccount: os.linkAccount.handler(async ({ input, context }) => {
      const { organisation: organisationId, person: personId, account: userId } = input;
      await asked(services, context, organisationId, { about: [personId], users: [userId] });
      const known = await context.signIn.accounts();
      if (!known.some((one) => one.userId === userId)) throw thrown(refuse('unknownAccount', null));
      await doing(services, context, { type: 'linkAccount', organisationId, personId, userId });
      await beginAnew(context, userId);
      return {};
    }),
    unlinkAccount: os.unlinkAccount.handler(async ({ input, context }) => {
      const { organisation: organisationId, person: personId } = input;
      const userId = await accountOf(services, organisationId, personId);
      await doing(services, context, { type: 'unlinkAccount', organisationId, personId });
      await beginAnew(context, userId);
      return {};
    }),
  };
}

function givingRoutes(os: Guarded, services: Services) {
  return {
    giveOffice: os.giveOffice.handler(async ({ input, context }) => {
      const { organisation: organisationId, person: personId, from, until, ...rest } = input;
      const office = officeIn(rest.office);
      const term = { from: dayIn(from), until: until === null ? null : dayIn(until) };
      const command = { type: 'giveOffice', organisationId, personId, ...rest, office, ...term } as const;
      const { officeId } = await doing<{ officeId: string }>(services, context, command);
      await beginAnew(context, await accountOf(services, organisationId, personId));
      return { officeId };
    }),
    endOffice: os.endOffice.handler(async ({ input, context }) => {
      const { organisation: organisationId, officeId, reason } = input;
      const offices = await services.world.store.read((tx) => tx.offices(organisationId));
      const personId = offices.find((one) => one.officeId === officeId)?.personId ?? '';
      const on = dayIn(input.on);
      await doing(services, context, { type: 'endOffice', organisationId, officeId, on, reason });
      await beginAnew(context, await accountOf(services, organisationId, personId));
      return {};
    }),
  };
}

/** Before anything is looked up that only whoever may link accounts may know. */
async function asked({ world }: Services, { actor }: Asking, organisation: string, matter: Matter) {
  const today = dayInShanghai(world.now());
  const object = await world.store.read((tx) => accessObject(tx, organisation, today, matter));
  granted(can(actor, 'linkAccount', object));
}

function officeIn(text: string): OfficeKind {
  const office = OFFICE_KINDS.find((kind) => kind === text);
  if (office === undefined) throw thrown(refuse('officeNotHere', null, { office: text }));
  return office;
}

async function organisationsFor({ world }: Services, { actor }: Asking) {
  const today = dayInShanghai(world.now());
  return world.store.read(async (tx) => {
    const tree = await organisationTree(tx);
    const objects = await accessObjects(tx, idsIn(tree), today);
    const organisations: OrganisationLine[] = [];
    const add = (nodes: readonly OrganisationNode[], depth: number) => {
      for (const { organisationId: id, name, level, levelName, example, parentId, children } of nodes) {
        const allowed = can(actor, 'readOffices', objects.get(id) ?? { organisation: id });
        if (!isRefusal(allowed))
          organisations.push({
            id,
            name,
            level: { id: level, name: levelName },
            example,
            parent: parentId,
            depth,
          });
        add(children, depth + 1);
      }
    };
    add(tree, 0);
    return { organisations };
  });
}

const idsIn = (nodes: readonly OrganisationNode[]): string[] =>
  nodes.flatMap(({ organisationId, children }) => [organisationId, ...idsIn(children)]);
