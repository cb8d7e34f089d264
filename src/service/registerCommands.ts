/** The commands that keep the register of members: who is in it, as what, and what was decided of them. */
import type { StandingDecision } from '../domain/member/decisions.ts';
import type { MemberType } from '../domain/member/member.ts';
import type { Person } from '../domain/member/person.ts';
import type { Day } from '../domain/period.ts';

/** Somebody who joins without a file; whoever was entered under that number to hold an office becomes a member. */
export type RegisterMember = {
  readonly type: 'registerMember';
  readonly organisationId: string;
  readonly person: Person;
  readonly memberType: MemberType;
  readonly joinedOn: Day;
};

/** Another name, group, post …; the standing stays, which only decideStanding changes. */
export type AmendMember = {
  readonly type: 'amendMember';
  readonly organisationId: string;
  readonly personId: string;
  /** All particulars as they are from now on. */
  readonly person: Person;
};

export type DecideStanding = {
  readonly type: 'decideStanding';
  readonly organisationId: string;
  readonly personId: string;
  readonly decision: StandingDecision;
  /** 依据: the meeting, the document and its number. */
  readonly basis: string;
};
