/** 依据材料: who may open a file of a member's matter. Whoever decides in it and the member; of discipline bodies, fewer still. */
import { type Actor, actorText } from './actor.ts';
import { above, acts, any, holds, isOwn, leads, type Rule } from './grant.ts';

const APPRAISING = any(
  acts('secretary'),
  holds('secretary', 'deputySecretary', 'committeeMember'),
  above('committeeOfficer', 'secretary'),
);

export const EVIDENCE_RULES = {
  /** The door of every file; which of them opens is asked of each (seesEvidence). */
  readEvidence: {
    does: '查看这名党员的依据材料',
    says: '依据材料由本人、办理这一事项的人和提供材料的单位查看。',
    clause: null,
    may: any(isOwn, leads, acts('scorekeeper'), holds('groupLeader', 'evidenceBody'), APPRAISING),
  },
  weighEvidence: {
    does: '查看据以认定的材料',
    says: '依据材料由本人、分管领导、记分员、参加评议的人和上级党委查看。',
    clause: null,
    may: any(isOwn, leads, acts('scorekeeper'), APPRAISING),
  },
  weighClosedEvidence: {
    does: '查看纪检等单位提供的材料',
    says: '纪检等单位提供的材料由本人、参加评议的人和上级党委查看。',
    clause: null,
    may: any(isOwn, APPRAISING),
  },
  enterFindings: {
    does: '提供扣分依据',
    says: '扣分依据由提供证明材料的单位在这里提出。',
    clause: '3.4.2',
    may: holds('evidenceBody'),
  },
} as const satisfies Record<string, Rule>;

export type Sight = {
  /** As a fact names actors. */
  readonly addedBy: string;
  readonly purpose: 'claim' | 'deduction';
  /** What names the file: of a deduction its supplying body, and whether its papers are for the few. Empty: nothing yet. */
  readonly cited: readonly { readonly supplier: string | null; readonly closed: boolean }[];
};

/** Who looks, at whose matter. */
export type Viewer = {
  readonly actor: Actor;
  readonly organisation: string;
  /** The matter is the viewer's own. */
  readonly own: boolean;
  readonly may: (ability: 'applyPoints' | 'weighEvidence' | 'weighClosedEvidence') => boolean;
};

/** Before anything names it, a file is its bringer's alone; what is brought to a claim also the member's and their helpers'. */
export function seesEvidence(
  { actor, organisation, own, may }: Viewer,
  { addedBy, purpose, cited }: Sight,
): boolean {
  if (actor.kind !== 'person') return false;
  if (cited.length === 0) return actorText(actor) === addedBy || (purpose === 'claim' && may('applyPoints'));
  return cited.some(
    ({ supplier, closed }) =>
      may(closed ? 'weighClosedEvidence' : 'weighEvidence') ||
      (supplier !== null && !own && bodiesOf(actor, organisation).includes(supplier)),
  );
}

/** Names of the supplying bodies the actor stands for there. */
export const bodiesOf = (actor: Actor, organisation: string): readonly string[] =>
  actor.kind === 'person'
    ? actor.offices.flatMap(({ organisationId, office, scope }) =>
        organisationId === organisation && office === 'evidenceBody' && scope !== null ? [scope] : [],
      )
    : [];
