import type { Day } from '../period.ts';

/** What papers say of a person beside number and name; all optional, none of it ever enters a sum or the chain. */
export type Person = {
  readonly number: string;
  readonly name: string;
  readonly gender: string | null;
  readonly bornOn: Day | null;
  /** 入党日期. */
  readonly admittedOn: Day | null;
  readonly group: string | null;
  readonly post: string | null;
  /** 工作领域, by which a system gives its own awards (R45); absent: not said by the paper it was read from. */
  readonly workField?: string | null | undefined;
  /** 分管领导: the name as it is printed. */
  readonly leader: string | null;
};
