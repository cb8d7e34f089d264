/** 积分细则: the versions a branch adopted, the draft in progress, the difference of two, and opening a year under one. */
import { z } from 'zod';
import { meetingRecord } from '../domain/policy/adoption.ts';
import { rulesBase } from '../domain/policy/facts.ts';
import { asking, askingInCommand, dayText, heading } from './wire.ts';

const id = z.string().min(1).max(100);
const place = z.object({ organisation: id });
const year = z.int().min(1900).max(2199);
/** 'draft', 'measure', 'year-2026' or the id of an adopted version. */
const which = z.string().min(1).max(100);

const value = z.union([
  z.string().max(2_000),
  z.number(),
  z.array(z.string().max(200)).max(100),
  z.record(z.string().max(40), z.string().max(2_000)),
]);
const change = z.object({ place: z.string().min(1).max(300), to: value.nullable() });

const base = rulesBase.extend({ name: z.string() });
export type NamedBase = z.infer<typeof base>;

const adopted = z.object({
  id: z.string(),
  version: z.string(),
  year: z.int(),
  meeting: z.string(),
  basedOn: z.string(),
  recordedOn: dayText,
  /** Years opened under it. */
  opened: z.array(z.int()),
});
export type AdoptedVersion = z.infer<typeof adopted>;

const rules = z.object({
  organisation: heading,
  adopted: z.array(adopted),
  /** For whoever drafts; null when nothing is being drafted. */
  draft: z.object({ savedAt: z.string(), changes: z.int(), basedOn: z.string() }).nullable(),
  /** Years that may be opened now; `version` null where nothing was adopted for them. */
  toOpen: z.array(z.object({ year: z.int(), version: z.string().nullable() })),
  /** Years with a book, latest first, and under which version. */
  years: z.array(z.object({ year: z.int(), version: z.string() })),
  abilities: z.array(z.string()),
});
export type Rules = z.infer<typeof rules>;

const draft = z.object({
  organisation: heading,
  /** Of the saved draft; 0 when there is none. */
  version: z.int(),
  savedAt: z.string().nullable(),
  base: base.nullable(),
  /** What the changes are applied to: parsed files by name. */
  documents: z.record(z.string(), z.unknown()).nullable(),
  changes: z.array(change),
  bases: z.array(base),
  /** Years it may be adopted for, and labels that were used. */
  years: z.array(z.int()),
  used: z.array(z.string()),
  abilities: z.array(z.string()),
});
export type DraftRules = z.infer<typeof draft>;

const difference = z.object({
  organisation: heading,
  older: heading,
  newer: heading,
  /** Everything that may be compared. */
  versions: z.array(heading),
  summary: z.string(),
  clauses: z.array(
    z.object({
      clause: z.string().nullable(),
      title: z.string(),
      changes: z.array(
        z.object({
          how: z.string(),
          name: z.string(),
          values: z.array(
            z.object({ label: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
          ),
        }),
      ),
    }),
  ),
});
export type RulesDifference = z.infer<typeof difference>;

export const rulesScreen = {
  rules: asking('readMeasure', 'readBooks')
    .route({ method: 'GET', path: '/organisations/{organisation}/rules', summary: '积分细则各版本' })
    .input(place)
    .output(rules),
  rulesDraft: asking('draftRules')
    .route({ method: 'GET', path: '/organisations/{organisation}/rules/draft', summary: '正在拟订的细则' })
    .input(place)
    .output(draft),
  saveRulesDraft: asking('draftRules')
    .route({
      method: 'PUT',
      path: '/organisations/{organisation}/rules/draft',
      summary: '保存正在拟订的细则',
    })
    .input(
      place.extend({
        /** The version of the draft that was seen; 0 for none. */
        version: z.int().min(0),
        base: rulesBase,
        changes: z.array(change).max(1_000),
      }),
    )
    .output(z.object({ version: z.int() })),
  discardRulesDraft: asking('draftRules')
    .route({
      method: 'DELETE',
      path: '/organisations/{organisation}/rules/draft',
      summary: '放弃正在拟订的细则',
    })
    .input(place)
    .output(z.object({})),
  adoptRules: askingInCommand('adoptRules')
    .route({ method: 'POST', path: '/organisations/{organisation}/rules', summary: '登记通过积分细则' })
    .input(
      place.extend({
        draft: z.int().min(1),
        version: z.string().max(40),
        year,
        meeting: meetingRecord.extend({ document: z.string().max(200) }),
        /** Names of the warnings that were seen. */
        acknowledged: z.array(z.string().max(2_000)).max(1_000),
      }),
    )
    .output(z.object({ id: z.string(), version: z.string(), year: z.int() })),
  openAdoptedYear: askingInCommand('openYear')
    .route({ method: 'POST', path: '/organisations/{organisation}/years', summary: '开立年度' })
    .input(place.extend({ year }))
    .output(z.object({ year: z.int() })),
  rulesDifference: asking('readMeasure', 'readBooks')
    .route({
      method: 'GET',
      path: '/organisations/{organisation}/rules/difference',
      summary: '两版细则的不同',
    })
    .input(place.extend({ older: which.optional(), newer: which.optional() }))
    .output(difference),
};
