/** What an objection keeps under seal: who objects, in what words, with which files. Each opens only where it was put. */
import type { EvidenceFlag } from '../../domain/evidence/file.ts';
import type { World } from '../ports.ts';
import type { ObjectionFileRow, ObjectionRow, Sealing } from '../ports/objections.ts';

export const CAPACITIES = { member: '党员', staff: '职工', served: '服务对象' } as const;
export type Capacity = keyof typeof CAPACITIES;

export type Objector = {
  readonly name: string;
  /** A telephone number or an address: how to reach them. */
  readonly reach: string;
  readonly capacity: Capacity;
};

export type ObjectionFile = {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What whoever opens it is warned of. */
  readonly flags: readonly EvidenceFlag[];
};

type Sealed = Pick<World, 'sealing'>;
type Which = Pick<ObjectionRow, 'organisationId' | 'objectionId'>;

const place = ({ organisationId, objectionId }: Which, part: string) =>
  `${organisationId}/${objectionId}/${part}`;

function sealed(sealing: Sealing, where: string, content: object): string {
  return sealing.seal(where, new TextEncoder().encode(JSON.stringify(content)));
}

function opened(sealing: Sealing, where: string, content: string): unknown {
  return JSON.parse(new TextDecoder().decode(sealing.open(where, content)));
}

export const sealObjection = (
  { sealing }: Sealed,
  which: Which,
  { objector, words }: { readonly objector: Objector; readonly words: string },
): Pick<ObjectionRow, 'objector' | 'words'> => ({
  objector: sealed(sealing, place(which, 'objector'), objector),
  words: sealed(sealing, place(which, 'words'), { words }),
});

export function sealFile(
  { sealing }: Sealed,
  which: Which,
  number: number,
  { name, type, bytes, flags }: ObjectionFile,
): ObjectionFileRow {
  return {
    ...which,
    number,
    size: bytes.length,
    label: sealed(sealing, place(which, `label/${number}`), { name, type, flags }),
    content: sealing.seal(place(which, `file/${number}`), bytes),
  };
}

export const objectorIn = ({ sealing }: Sealed, row: ObjectionRow) =>
  opened(sealing, place(row, 'objector'), row.objector) as Objector;

export const wordsIn = ({ sealing }: Sealed, row: ObjectionRow) =>
  (opened(sealing, place(row, 'words'), row.words) as { words: string }).words;

type Label = Omit<ObjectionFile, 'bytes'>;

/** The first files were sealed without their warnings. */
export const labelIn = ({ sealing }: Sealed, row: Omit<ObjectionFileRow, 'content'>): Label => ({
  flags: [],
  ...(opened(sealing, place(row, `label/${row.number}`), row.label) as Omit<Label, 'flags'> & Partial<Label>),
});

export const fileIn = (world: Sealed, row: ObjectionFileRow): ObjectionFile => ({
  ...labelIn(world, row),
  bytes: world.sealing.open(place(row, `file/${row.number}`), row.content),
});
