/** One member's exemptions with everything that is sealed beside them: for those alone who may read why. */
import type { Actor } from '../../domain/access/actor.ts';
import { can } from '../../domain/access.ts';
import type { ExemptionMatter } from '../../domain/exemption/matter.ts';
import type { ExemptionAct } from '../../domain/exemption/procedure.ts';
import { applicationRefusal } from '../../domain/exemption/application.ts';
import { granted } from '../../domain/exemption/term.ts';
import { exemptionWithin } from '../../domain/member/member.ts';
import type { Day } from '../../domain/period.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { ApplicationWords } from '../exemptionCommands.ts';
import { exemptionMatters } from '../exemptionMatters.ts';
import type { Reading } from '../ports.ts';
import { type RegisteredMember, registeredMember } from '../registeredMember.ts';
import { actsOf } from './exemptionActs.ts';
import { type CourseStep, courseOf, termWords } from './exemptionCourse.ts';
import { objectAbout, surroundingsOf } from './exemptionSurroundings.ts';
import { wordsOf, wordsOfMatter } from './exemptionTexts.ts';
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
