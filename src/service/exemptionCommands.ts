/** The commands of an exemption (免予参加积分管理, clause 2). `personId`: the member concerned. */
import type { ExemptionCategory } from '../domain/exemption/category.ts';
import type { Day } from '../domain/period.ts';

type OfMember = { readonly organisationId: string; readonly personId: string };
type OfMatter = OfMember & { readonly exemptionId: string };

/** What only those may read who need it: sealed beside the fact. */
export type ApplicationWords = {
  readonly category: ExemptionCategory;
  readonly reason: string;
  /** 流动去向, 联系人及联系方式, 附件. */
  readonly whereabouts: string | null;
  readonly contact: string | null;
  readonly attachments: string | null;
  /** Who wrote it for the member; null when the member did. */
  readonly helper: string | null;
};

export type ApplyExemption = OfMember & {
  readonly type: 'applyExemption';
  readonly from: Day | null;
  readonly until: Day | null;
  readonly renews: string | null;
  readonly words: ApplicationWords;
};

export type GiveExemptionOpinion = OfMatter & {
  readonly type: 'giveExemptionOpinion';
  readonly agrees: boolean;
  readonly meetingOn: Day;
  readonly words: string;
};

export type DecideExemption = OfMatter & {
  readonly type: 'decideExemption';
  readonly approved: boolean;
  /** The term granted; `from` null: the day of the approval, `until` null: the end of that year. Unused in a refusal. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly words: string;
};

/** Before the decision it takes the application back; afterwards the member takes part again from `on`. */
export type WithdrawExemption = OfMatter & {
  readonly type: 'withdrawExemption';
  /** The first day that is no longer exempt; null: today. Unused before the decision. */
  readonly on: Day | null;
  readonly reason: string;
  /** Who wrote it for the member; null when the member did. */
  readonly helper: string | null;
};

/** By the organisation above. */
export type EndExemption = OfMatter & {
  readonly type: 'endExemption';
  readonly on: Day;
  readonly reason: string;
};

export type ExemptionCommand =
  | ApplyExemption
  | GiveExemptionOpinion
  | DecideExemption
  | WithdrawExemption
  | EndExemption;
