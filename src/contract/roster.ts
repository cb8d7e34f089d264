/** The register as a list, a roster file on its way into it, leaders in charge, and whether names are masked. */
import { z } from 'zod';
import { rowProblem } from './opening.ts';
import { asking, askingInCommand, dayText, heading } from './wire.ts';

const id = z.string().min(1).max(100);
const version = z.coerce.number().int().min(0);
const place = z.object({ organisation: id });
const waiting = place.extend({ version });
const post = (path: `/${string}`, summary: string) => ({ method: 'POST', path, summary }) as const;

const registerLine = heading.extend({
  number: z.string(),
  type: heading,
  group: z.string().nullable(),
  post: z.string().nullable(),
  workField: z.string().nullable(),
  /** `assigned`: known as a person who holds that office, not only by the printed name. */
  leader: z.object({ name: z.string(), assigned: z.boolean() }).nullable(),
  standing: heading,
});
export type RegisterLine = z.infer<typeof registerLine>;

const registerList = z.object({
  organisation: heading,
  groups: z.array(z.string()),
  types: z.array(heading),
  /** Those who have left come last. */
  members: z.array(registerLine),
  /** What is set, and whether it holds for this reader. */
  names: z.object({ masked: z.boolean(), forYou: z.boolean() }),
  abilities: z.array(z.string()),
});
export type RegisterList = z.infer<typeof registerList>;

const named = z.object({ number: z.string(), name: z.string() });
const planned = named.extend({
  changes: z.array(z.object({ column: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
});
export type PlannedRow = z.infer<typeof planned>;

const preview = z.object({
  added: z.array(planned),
  changed: z.array(planned),
  unchanged: z.int(),
  /** `why`: one whole sentence. */
  held: z.array(planned.extend({ why: z.string() })),
  absent: z.array(named),
  unmatched: z.array(named.extend({ why: z.string() })),
});
export type RosterPreview = z.infer<typeof preview>;

const pending = z.object({
  version: z.int(),
  file: z.string(),
  savedOn: dayText,
  rows: z.int(),
  columns: z.array(
    z.object({
      header: z.string(),
      letter: z.string(),
      samples: z.array(z.string()),
      target: z.string().nullable(),
    }),
  ),
  targets: z.array(z.object({ name: z.string(), required: z.boolean() })),
  /** Every column was mapped last time. */
  asLastTime: z.boolean(),
  confirmed: z.boolean(),
  leaveOut: z.boolean(),
  /** The year whose end the rows are read for. */
  year: z.int(),
  /** The first of them; `problemCount` counts all. */
  problems: z.array(rowProblem),
  problemCount: z.int(),
  /** Rows that can be taken, and those that cannot. */
  sound: z.int(),
  unsound: z.int(),
  /** Null while the columns are not confirmed, or while a row is wrong and not left out. */
  preview: preview.nullable(),
});
export type PendingRoster = z.infer<typeof pending>;

const base = '/organisations/{organisation}' as const;

export const rosterScreen = {
  registerList: asking('readRegister')
    .route({ method: 'GET', path: `${base}/register`, summary: '党员名册' })
    .input(place)
    .output(registerList),
  pendingRoster: asking('keepRegister')
    .route({ method: 'GET', path: `${base}/roster`, summary: '待登记的名册' })
    .input(place)
    /** `seen`: the number of facts in the register. */
    .output(z.object({ organisation: heading, seen: z.int(), pending: pending.nullable() })),
  readRoster: asking('keepRegister')
    .route(post(`${base}/roster`, '读入名册文件'))
    .input(waiting.extend({ file: z.file() }))
    .output(z.object({})),
  mapRoster: asking('keepRegister')
    .route(post(`${base}/roster/columns`, '核对名册各列'))
    .input(waiting.extend({ mapping: z.array(z.string().max(20).nullable()).max(60) }))
    .output(z.object({})),
  leaveOutRows: asking('keepRegister')
    .route(post(`${base}/roster/sound`, '只登记名册里没有问题的行'))
    .input(waiting)
    .output(z.object({})),
  discardRoster: asking('keepRegister')
    .route(post(`${base}/roster/end`, '放弃待登记的名册'))
    .input(waiting)
    .output(z.object({})),
  importRoster: askingInCommand('keepRegister')
    .route(post(`${base}/roster/import`, '登记名册'))
    .input(waiting.extend({ seen: z.int().min(0) }))
    .output(
      z.object({
        registered: z.int(),
        amended: z.int(),
        led: z.int(),
        held: z.int(),
        leftOut: z.int(),
      }),
    ),
  assignLeader: askingInCommand('assignLeader')
    .route(post(`${base}/register/{member}/leader`, '登记分管领导'))
    .input(place.extend({ member: id, leader: id.nullable() }))
    .output(z.object({})),
  maskNames: askingInCommand('maskNames')
    .route(post(`${base}/names`, '设定姓名遮盖'))
    .input(place.extend({ masked: z.boolean() }))
    .output(z.object({})),
};
