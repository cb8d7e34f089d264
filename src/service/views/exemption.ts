/** One member's exemptions with everything that is sealed beside them: for those alone who may read why. */
import type { Actor } from '../../domain/access/actor.ts';
import { can } from '../../domain/access.ts';
import { EXEMPTION_CATEGORIES } from '../../domain/exemption/category.ts';
import type { ExemptionMatter } from '../../domain/exemption/matter.ts';
import { actsIn, type ExemptionAct, type ExemptionRole } from '../../domain/exemption/procedure.ts';
import { applicationRefusal, granted, isRunning } from '../../domain/exemption/term.ts';
import { REGISTER } from '../../domain/fact.ts';
import { exemptionWithin } from '../../domain/member/member.ts';
import type { Day } from '../../domain/period.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { ApplicationWords } from '../exemptionCommands.ts';
import { decidingBody, exemptionMatters } from '../exemptionMatters.ts';
import type { Reading } from '../ports.ts';
import { type RegisteredMember, registeredMember } from '../registeredMember.ts';
import {
  type CourseStep,
  courseOf,
  objectAbout,
  type Surroundings,
  surroundingsOf,
  termWords,
} from './exemptionCourse.ts';
import { refusalSentence } from './refusalWords.ts';

/** Words are null when they have been lawfully destroyed. */
export type WordedExemption = {
  readonly matter: ExemptionMatter;
  readonly category: string;
  readonly application: ApplicationWords | null;
  readonly opinion: string | null;
  readonly decision: string | null;
  readonly ending: string | null;
  readonly term: string | null;
  readonly course: readonly CourseStep[];
  readonly acts: readonly ExemptionAct[];
  readonly mayRenew: boolean;
};

export type MemberExemptions = {
  readonly known: RegisteredMember;
  /** Latest first. */
  readonly exemptions: readonly WordedExemption[];
  /** The exemption that runs, when no application of these books led to it: taken over from a roster. */
  readonly takenOver: {
    readonly from: Day;
    readonly until: Day | null;
    readonly reason: string | null;
  } | null;
  /** Whether the reader may apply now; else why not. */
  readonly mayApply: boolean;
  readonly whyNot: string | null;
};

/** Whether the reader may read this at all has been asked. Refuses whoever is no member (personUnknown). */
export async function memberExemptions(
  tx: Reading,
  actor: Actor,
  { organisation, member }: { readonly organisation: string; readonly member: string },
  today: Day,
): Promise<MemberExemptions | Refusal> {
  const known = await registeredMember(tx, organisation, member);
  if (isRefusal(known)) return known;
  const around = await surroundingsOf(tx, organisation, today);
  const all = await exemptionMatters(tx, organisation);
  const matters = [...all.values()].filter(({ personId }) => personId === member);
  const words = await wordsOf(tx, organisation, matters);
  const object = objectAbout(around, member);
  const may = can(actor, 'applyExemption', object) === true;
  const applying = (renews: string | null) =>
    applicationRefusal(known.member, matters, { from: null, until: null, renews }, today);
  const refusal = applying(null);
  const running = exemptionWithin(known.member, today, today);
  return {
    known,
    exemptions: matters.toReversed().map((matter) => ({
      matter,
      ...wordsOfMatter(matter, words),
      term: termWords(matter),
      course: courseOf(matter, around),
      acts: actsOf(actor, matter, around, today),
      mayRenew: may && granted(matter) !== null && applying(matter.exemptionId) === undefined,
    })),
    takenOver:
      running === null || matters.some((matter) => granted(matter)?.from === running.from)
        ? null
        : { ...running, reason: known.exemptionReason },
    mayApply: may && refusal === undefined,
    whyNot: may && refusal !== undefined ? refusalSentence(refusal) : null,
  };
}

const ABILITIES = {
  member: 'withdrawExemption',
  secretary: 'giveExemptionOpinion',
  body: 'approveExemption',
} as const satisfies Record<ExemptionRole, string>;

/** What the reader may do with the matter now: the acts of its state, for the roles they have. */
export function actsOf(
  actor: Actor,
  matter: ExemptionMatter,
  around: Surroundings,
  today: Day,
): ExemptionAct[] {
  const object = objectAbout(around, matter.personId);
  const body = decidingBody(object);
  return (['member', 'secretary', 'body'] as const).flatMap((role) => {
    const asked = role === 'body' ? { ...object, above: body === null ? [] : [body.bodyId] } : object;
    if (can(actor, ABILITIES[role], asked) !== true) return [];
    return actsIn(matter.state, role).filter(
      (act) => (act !== 'giveUp' && act !== 'end') || isRunning(matter, today),
    );
  });
}

type Words = ReadonlyMap<number, unknown>;

async function wordsOf(
  tx: Reading,
  organisation: string,
  matters: readonly ExemptionMatter[],
): Promise<Words> {
  const seqs = matters.flatMap(({ application, opinion, decision, withdrawal, ending }) =>
    [application, opinion, decision, withdrawal, ending].flatMap((done) => (done === null ? [] : [done.seq])),
  );
  const texts = await tx.textsOf(organisation, REGISTER, seqs);
  return new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as unknown]));
}

function wordsOfMatter(matter: ExemptionMatter, words: Words) {
  const at = <T>(done: { readonly seq: number } | null) =>
    done === null ? undefined : (words.get(done.seq) as T | undefined);
  const application = at<ApplicationWords>(matter.application) ?? null;
  return {
    application,
    category: application === null ? '' : EXEMPTION_CATEGORIES[application.category],
    opinion: at<{ words: string }>(matter.opinion)?.words ?? null,
    decision: at<{ words: string }>(matter.decision)?.words ?? null,
    ending: at<{ reason: string }>(matter.ending ?? matter.withdrawal)?.reason ?? null,
  };
}
