/** A member's page of the register, and the commands on it through `perform`, which asks whether they may be done. */
import type { DecisionAsked, Particulars } from '../contract/standing.ts';
import { can } from '../domain/access.ts';
import { extensionLimits, type StandingDecision } from '../domain/member/decisions.ts';
import type { Person } from '../domain/member/person.ts';
import type { Day } from '../domain/period.ts';
import { parsePoints } from '../domain/points.ts';
import { refuse } from '../domain/refusal.ts';
import { accessObject } from '../service/accessObject.ts';
import { bookedYears } from '../service/bookedYear.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { namesShownTo } from '../service/maskNames.ts';
import { leaderChoice } from '../service/views/leaderChoice.ts';
import { TYPE_NAMES } from '../service/views/naming.ts';
import { registerPage } from '../service/views/registerPage.ts';
import type { Asking } from './asking.ts';
import { dayIn, doing } from './doing.ts';
import type { Guarded } from './guarded.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';

export function standingRoutes(os: Guarded, services: Services) {
  return {
    registerMemberPage: os.registerMemberPage.handler(async ({ input, context }) =>
      pageAnswer(services, context, input),
    ),
    decideStanding: os.decideStanding.handler(async ({ input, context }) => {
      const { organisation: organisationId, member: personId, version, basis } = input;
      const decision = decisionIn(input.decision);
      const command = { type: 'decideStanding', organisationId, personId, decision, basis } as const;
      await doing(services, context, command, version);
      return {};
    }),
    amendMember: os.amendMember.handler(async ({ input, context }) => {
      const { organisation: organisationId, member: personId, version } = input;
      const person = personIn(input.particulars);
      await doing(services, context, { type: 'amendMember', organisationId, personId, person }, version);
      return {};
    }),
    registerMember: os.registerMember.handler(async ({ input, context }) => {
      const { organisation: organisationId, type: memberType } = input;
      const { personId } = await doing<{ personId: string }>(services, context, {
        type: 'registerMember',
        organisationId,
        memberType,
        joinedOn: dayIn(input.joinedOn),
        person: personIn(input.particulars),
      });
      return { member: personId };
    }),
  };
}

async function pageAnswer(
  { world }: Services,
  { actor, signIn }: Asking,
  { organisation, member }: { readonly organisation: string; readonly member: string },
) {
  const today = dayInShanghai(world.now());
  const accounts = await signIn.accounts();
  return world.store.read(async (tx) => {
    const page = granted(await registerPage(tx, organisation, member, today));
    const object = await accessObject(tx, organisation, today, { about: [member] });
    const mayDecide = can(actor, 'decideStanding', object) === true;
    const limits = extensionLimits(page.member.probation);
    const shown = await namesShownTo(tx, actor, object);
    const leaders = await leaderChoice(tx, organisation, member, today);
    const person = { ...page.person, name: shown(page.person.name) };
    return {
      organisation: { id: organisation, name: (await tx.organisation(organisation))?.name ?? '' },
      member: {
        id: member,
        name: person.name,
        number: person.number,
        type: { id: page.member.member.type, name: TYPE_NAMES[page.member.member.type] },
        standing: page.standing,
      },
      version: page.version,
      particulars: { ...person, workField: person.workField ?? null },
      joinedOn: page.member.member.joinedOn,
      due: [...page.due],
      history: page.history.map(({ seq, title, basis, at, actor: by }) => ({
        seq,
        title,
        basis,
        recordedOn: dayInShanghai(at),
        recordedBy: nameOf(by, accounts),
      })),
      offices: [...page.offices],
      years: (await bookedYears(tx, organisation)).toSorted((a, b) => b - a),
      open: mayDecide ? [...page.open] : [],
      extension: limits === null ? null : { least: limits[0], most: limits[1] },
      mayTransfer: mayDecide,
      leftOn: page.member.member.leftOn,
      transcripts: [...page.transcripts],
      mayAmend: can(actor, 'keepRegister', object) === true,
      leader: {
        assigned: leaders.assigned,
        holders: can(actor, 'assignLeader', object) === true ? [...leaders.holders] : null,
      },
    };
  });
}

/** Whoever a fact names by account; an account that is gone is no longer named. */
function nameOf(actor: string, accounts: readonly { readonly userId: string; readonly name: string }[]) {
  if (actor === 'localOperator') return '本机操作员';
  return accounts.find(({ userId }) => actor === `person:${userId}`)?.name ?? '（账号已不在）';
}

function decisionIn(asked: DecisionAsked): StandingDecision {
  const on = dayIn(asked.on);
  switch (asked.kind) {
    case 'probationExtended':
      return { kind: asked.kind, on, until: dayIn(asked.until) };
    case 'examTaken':
      return { kind: asked.kind, on, mark: markIn(asked.mark), passMark: markIn(asked.passMark) };
    default:
      return { kind: asked.kind, on };
  }
}

function personIn({ bornOn, admittedOn, ...rest }: Particulars): Person {
  return { ...rest, bornOn: dayOrNull(bornOn), admittedOn: dayOrNull(admittedOn) };
}

const dayOrNull = (text: string | null): Day | null => (text === null ? null : dayIn(text));

function markIn(text: string) {
  const mark = parsePoints(text);
  if (mark === undefined) throw thrown(refuse('badMark', null, { mark: text }));
  return mark;
}
