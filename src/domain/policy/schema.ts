/**
 * The shape of the files under policy/<measure>/, as a branch writes them. Amounts are points as text or number ("7.5"),
 * read into hundredths here and nowhere else. Objects are strict: a misspelt key is an error, not a silence.
 */
import { z } from 'zod';
import { parsePoints } from '../points.ts';

export const amount = z.union([z.string(), z.number()]).transform((value, context) => {
  const parsed = parsePoints(String(value));
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: '应为不带正负号、至多两位小数的分值，如 7.5' });
  return z.NEVER;
});

export const id = z.string().min(1, '不能为空');
export const text = z.string().min(1, '不能为空');
const whole = z.number().int('应为整数');
const workdays = whole.min(1).max(20);

/** Kept unless lost (base), earned against a plan (task), added up to a cap (bonus): the mechanisms a kind of points may have. */
const kind = z.discriminatedUnion('mechanism', [
  z.strictObject({
    id,
    name: text,
    clause: id,
    mechanism: z.literal('pool'),
    year: amount,
    period: amount,
    floor: z.enum(['year', 'period']),
  }),
  z.strictObject({
    id,
    name: text,
    clause: id,
    mechanism: z.literal('plan'),
    year: amount,
    period: amount,
    item: id,
  }),
  z.strictObject({ id, name: text, clause: id, mechanism: z.literal('cappedBonus'), year: amount }),
]);

const band = z.strictObject({ id, name: text, from: amount, label: text.optional() });

export const policyFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, '应为小写字母、数字和连字符'),
  version: text,
  title: text,
  /** The branch whose measure this is; printed on papers made without books. */
  issuer: text,
  effective: z.strictObject({ from: z.iso.date('应为 YYYY-MM-DD') }),
  periods: z.strictObject({
    count: whole.refine((n) => n >= 1 && 12 % n === 0, '应为能整除 12 的正整数'),
    name: text,
    labels: z.array(text),
    filingDay: whole.min(1).max(28),
  }),
  /** Reading G28, in working days; absent in books opened before there was one, and then nothing is planned. */
  calendar: z
    .strictObject({
      application: workdays,
      opinion: workdays,
      assessment: workdays,
      /** Day of a period's last month about which the branch appraises. */
      appraisalDay: whole.min(1).max(28),
      publicNotice: workdays,
      registration: workdays,
      grading: workdays,
      /** Readings G41, G29 and G30; absent in books opened before the policy said them. */
      answer: workdays.optional(),
      leastNotice: workdays.optional(),
      redetermination: workdays.optional(),
      freshNotice: workdays.optional(),
      appeal: workdays.optional(),
    })
    .optional(),
  /** Reading G29: names outside sign-in; absent in books opened before the policy said it, and then masked. */
  publicNotice: z.strictObject({ names: z.enum(['masked', 'full']) }).optional(),
  /** Readings G38 and G40; absent in books opened before the policy said them. */
  findings: z
    .strictObject({
      /** Items that stand on a written finding alone; `by` names the bodies that make it, absent: any that supplies evidence. */
      needed: z.array(z.strictObject({ item: id, by: z.array(text).min(1).optional() })),
      /** Bodies whose papers are for the few who need them. */
      closed: z.array(text),
    })
    .optional(),
  total: amount,
  kinds: z.array(kind).min(1),
  incident: z.enum(['largest', 'all']),
  achievement: z.enum(['highest', 'all']),
  categoryFloor: z.enum(['year', 'none']),
  discretionary: z.strictObject({ most: amount }),
  /** Reading G22; absent in books opened before there was one, where both branches' periods add up. */
  transfer: z.enum(['both', 'own']).optional(),
  partYear: z.strictObject({
    atLeast: whole.min(1),
    scaling: z.enum(['proportional', 'none']),
    kinds: z.array(id),
  }),
  grades: z.strictObject({
    clause: id,
    rounding: z.enum(['none', 'halfUpToWhole']),
    /** From the highest to the lowest; each begins at `from` and ends where the one above begins. */
    bands: z.array(band).min(1),
    failing: id,
  }),
  disqualification: z.strictObject({ clause: id, points: z.enum(['kept', 'zero']) }),
  topShare: z.strictObject({
    clause: id,
    percent: whole.min(1).max(100),
    atLeast: whole.min(1),
    ties: z.enum(['inside', 'excluded']),
  }),
  eligibility: z.strictObject({
    clause: id,
    overlap: z.enum(['cumulative', 'exclusive']),
    needs: z.enum(['bandAndTopShare', 'band']),
    /** From the lowest to the highest. */
    bands: z.array(band).min(1),
  }),
});

/** A heading is a clause with a title and no text of its own. */
const clause = z
  .strictObject({
    id,
    title: text.optional(),
    text: z.string().default(''),
    operative: z.boolean().default(true),
    requirements: z.array(z.string()).default([]),
  })
  .refine((value) => value.text !== '' || value.title !== undefined, '应有 title（标题）或 text（条文）');

export const clausesFile = z.array(clause).min(1);

const requires = z.array(z.enum(['reason', 'evidence', 'supplier']));

const bonusesFile = z.strictObject({
  kind: id,
  clause: id,
  requires,
  items: z.array(z.strictObject({ id, name: text, text, amount })),
});

const deductionsFile = bonusesFile.extend({ suppliers: z.array(text) });

const baseItemsFile = z.strictObject({
  kind: id,
  requires,
  categories: z.array(
    z.strictObject({
      id,
      name: text,
      cap: amount,
      standardsText: text,
      indicators: z.array(z.strictObject({ id, text, amount })).min(1),
      standards: z.array(z.strictObject({ id, name: text, text, amount })),
      discretionary: z.strictObject({ id, text }),
    }),
  ),
});

const disqualifiersFile = z.strictObject({
  clause: id,
  requires,
  items: z.array(z.strictObject({ id, name: text, text })),
});

export const procedureFile = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][A-Za-z]*$/, '应为英文步骤名'),
    clause: id,
    name: text,
    text,
    roles: z.array(text).min(1),
    cadence: z.enum(['year', 'quarter', 'anytime']),
    deadline: text,
    forms: z.array(text),
  }),
);

const setting = z.union([z.string(), z.number(), z.boolean()]);

/** What of a result may touch a reading, so that the product can name the readings behind a figure. */
export const TOUCHES = [
  'floor',
  'categoryFloor',
  'incident',
  'achievement',
  'discretionary',
  'partYear',
  'transfer',
  'exemption',
  'probation',
  'applicant',
  'unscored',
  'grade',
  'eligibility',
  'topShare',
  'tie',
  'disqualification',
  'laterPeriod',
  'plan',
  'bonus',
] as const;

export const readingsFile = z.array(
  z.strictObject({
    id: z.string().regex(/^G\d+$/, '应为 G 加数字'),
    clauses: z.array(id),
    question: text,
    reading: text,
    decidedBy: text,
    decidedOn: z.iso.date('应为 YYYY-MM-DD'),
    touches: z.array(z.enum(TOUCHES)).default([]),
    /** The chosen alternative's id; absent means the reading itself. */
    chosen: id.optional(),
    alternatives: z
      .array(z.strictObject({ id, text, sets: z.record(z.string(), setting).optional() }))
      .default([]),
  }),
);

/** File name (without .yaml) → its schema: the whole of a policy folder. */
export const POLICY_FILES = {
  policy: policyFile,
  clauses: clausesFile,
  'base-items': baseItemsFile,
  bonuses: bonusesFile,
  deductions: deductionsFile,
  disqualifiers: disqualifiersFile,
  procedure: procedureFile,
  readings: readingsFile,
} as const;

export type PolicyFileName = keyof typeof POLICY_FILES;
export type PolicyFiles = { readonly [name in PolicyFileName]: z.output<(typeof POLICY_FILES)[name]> };
