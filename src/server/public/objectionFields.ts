/** What comes in with the public form. Its size was bounded before; anything else than its fields is left aside. */
import { KINDS } from '../../domain/evidence/file.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { MOST_FILES } from '../../service/objection/handIn.ts';
import { CAPACITIES, type Capacity, type ObjectionFile } from '../../service/objection/sealed.ts';
import type { Services } from '../services.ts';

const MEGABYTE = 1024 * 1024;
export const FILE_MEGABYTES = 5;

export type Filled = {
  /** The line of the notice, from 1; empty: none chosen. */
  readonly line: string;
  readonly words: string;
  readonly name: string;
  readonly reach: string;
  readonly capacity: Capacity | '';
  readonly key: string;
};

type Fields = Readonly<Record<string, unknown>>;

export function filledFrom(fields: Fields): Filled {
  const text = (name: string) => {
    const value = fields[name];
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    return typeof last === 'string' ? last.replaceAll('\r\n', '\n').trim() : '';
  };
  const capacity = text('capacity');
  return {
    line: text('line'),
    words: text('words'),
    name: text('name'),
    reach: text('reach'),
    capacity: Object.hasOwn(CAPACITIES, capacity) ? (capacity as Capacity) : '',
    key: text('key'),
  };
}

/** The files as they are kept: type by content, pictures without camera and place. Refuses too many, too large, and what is none. */
export async function filesFrom(
  { takeEvidence }: Pick<Services, 'takeEvidence'>,
  fields: Fields,
): Promise<ObjectionFile[] | Refusal> {
  const given = [fields['files']].flat().filter((one): one is File => one instanceof File && one.size > 0);
  if (given.length > MOST_FILES) return refuse('tooManyFiles', 'An1.6', { most: MOST_FILES });
  const large = given.find((file) => file.size > FILE_MEGABYTES * MEGABYTE);
  if (large !== undefined) return refuse('fileTooLarge', 'An1.6', { file: large.name, most: FILE_MEGABYTES });
  const files: ObjectionFile[] = [];
  for (const file of given) {
    const taken = await takeEvidence(file.name, await file.bytes());
    if (isRefusal(taken)) return taken;
    const { name, kind, bytes, flags } = taken;
    files.push({ name, type: KINDS[kind].mime, bytes, flags });
  }
  return files;
}
