/** What of a standing was decided in the books: no roster changes it any more (clause 2, reading G25). */
import type { StandingDecision } from './decisions.ts';
import { type Exemption, exemptionEnd, exemptionsOf, type Member, withExemptions } from './member.ts';

export type DecidedPart = 'type' | 'leftOn' | 'fullOn' | 'examPassedOn' | 'exemption';
export type Decided = ReadonlySet<DecidedPart>;

export const NOTHING_DECIDED: Decided = new Set();

/** What a decision settles, and what would undo it. */
export function settledBy({ kind }: StandingDecision): readonly DecidedPart[] {
  switch (kind) {
    case 'admitted':
    case 'turnedFull':
    case 'probationExtended':
      return ['type', 'fullOn'];
    case 'examTaken':
      return ['examPassedOn'];
    case 'left':
    case 'probationCancelled':
      return ['type', 'leftOn', 'fullOn', 'examPassedOn'];
  }
}

/** A standing, with the reason of its exemption. */
export type Stated = { readonly member: Member; readonly reason: string | null };

/** A roster's word on what is decided. `otherwise`: it contradicts the books, which stay as they are. */
export type Held = Stated & { readonly otherwise: boolean };

/** `books`: null for somebody new. A roster that says nothing of an exemption contradicts none. */
export function heldToDecided(said: Stated, books: Stated | null, decided: Decided): Held {
  const exempt = decided.has('exemption');
  const stated = exempt ? withExemptionOf(said.member, books) : said;
  const otherwise =
    (exempt && exemptsOtherwise(said, books)) ||
    (books !== null &&
      [...decided].some((part) => part !== 'exemption' && stated.member[part] !== books.member[part]));
  return otherwise && books !== null ? { ...books, otherwise } : { ...stated, otherwise };
}

function withExemptionOf(member: Member, books: Stated | null): Stated {
  const granted = books === null ? [] : exemptionsOf(books.member);
  return { member: withExemptions(member, granted), reason: books?.reason ?? null };
}

function exemptsOtherwise({ member: { exemption }, reason }: Stated, books: Stated | null): boolean {
  const granted = books === null ? [] : exemptionsOf(books.member);
  const isGranted = exemption === null || granted.some((one) => isSame(one, exemption));
  return !isGranted || (reason !== null && reason !== books?.reason);
}

const isSame = (one: Exemption, other: Exemption) =>
  one.from === other.from && exemptionEnd(one) === exemptionEnd(other);
