/** Whom clause 2 names: 年老体弱、行动不便、流动外出等情况的党员. */
export const EXEMPTION_CATEGORIES = {
  frail: '年老体弱',
  immobile: '行动不便',
  away: '流动外出',
  other: '其他',
} as const;
export type ExemptionCategory = keyof typeof EXEMPTION_CATEGORIES;
