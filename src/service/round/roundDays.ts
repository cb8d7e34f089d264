/** The working days a round gives people, from the policy's calendar; books opened before it said so keep the readings' own. */
import type { Policy } from '../../domain/policy/policy.ts';

export type RoundDays = {
  /** For a leader in charge to speak before somebody else may (G17). */
  readonly opinion: number;
  /** For a member to answer a proposed deduction (G41). */
  readonly answer: number;
  /** Of a notice, and the least it may have (G29). */
  readonly notice: number;
  readonly leastNotice: number;
  /** For an objection to be answered, and of the fresh notice after a change (G30). */
  readonly redetermination: number;
  readonly freshNotice: number;
  /** For the organisation above to answer an appeal (G30); as for an objection where the books do not say. */
  readonly appeal: number;
};

export function roundDays({ calendar }: Policy): RoundDays {
  return {
    opinion: calendar?.opinion ?? 3,
    answer: calendar?.answer ?? 3,
    notice: calendar?.publicNotice ?? 5,
    leastNotice: calendar?.leastNotice ?? 3,
    redetermination: calendar?.redetermination ?? 5,
    freshNotice: calendar?.freshNotice ?? 3,
    appeal: calendar?.appeal ?? calendar?.redetermination ?? 5,
  };
}
