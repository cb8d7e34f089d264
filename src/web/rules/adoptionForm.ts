/** The fields of an adoption: what each lacks, and the command they make. */
import type { DraftRules } from '../../contract/rules.ts';
import { type Day, parseDay } from '../../domain/period.ts';
import { words } from '../words.ts';
import { rulesWords } from '../words/rules.ts';

export const FIELDS = [
  ['version', rulesWords.label],
  ['year', rulesWords.year],
  ['kind', rulesWords.meetingKind],
  ['on', rulesWords.meetingOn],
  ['entitled', rulesWords.entitled],
  ['present', rulesWords.present],
  ['agreed', rulesWords.agreed],
  ['against', rulesWords.against],
  ['abstained', rulesWords.abstained],
  ['document', rulesWords.document],
] as const;
export type Key = (typeof FIELDS)[number][0];
export type Filled = Readonly<Record<Key, string>>;

const VOTES: readonly Key[] = ['agreed', 'against', 'abstained'];
export const NUMBERS: readonly Key[] = ['entitled', 'present', ...VOTES];

/** The label follows the bureau's own way: year and number. */
export function startOf(years: DraftRules['years'], used: readonly string[]): Filled {
  const blank = Object.fromEntries(FIELDS.map(([key]) => [key, ''])) as Filled;
  const year = years.at(-1);
  if (year === undefined) return blank;
  const number = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((one) => !used.includes(`${year}-${one}`));
  return { ...blank, year: String(year), version: number === undefined ? '' : `${year}-${number}` };
}

export function optionsOf(key: Key, years: readonly number[]) {
  if (key === 'year') return years.map((year) => ({ value: String(year), label: words.yearLabel(year) }));
  if (key !== 'kind') return undefined;
  return (['generalMeeting', 'committee'] as const).map((value) => ({
    value,
    label: rulesWords.kinds[value],
  }));
}

const isCounted = (filled: Filled) => VOTES.some((key) => filled[key].trim() !== '');

export function lackOf(key: Key, filled: Filled): string | undefined {
  const text = filled[key].trim();
  if (VOTES.includes(key) && !isCounted(filled)) return undefined;
  if (text === '') return words.needed;
  if (key === 'on' && parseDay(text) === undefined) return rulesWords.dayNeeded;
  return NUMBERS.includes(key) && !/^\d{1,6}$/.test(text) ? rulesWords.wholeNumber : undefined;
}

export function adoptionOf(
  organisation: string,
  draft: number,
  filled: Filled,
  acknowledged: readonly string[],
) {
  const number = (key: Key) => Number(filled[key].trim());
  return {
    organisation,
    draft,
    version: filled.version.trim(),
    year: number('year'),
    meeting: {
      on: filled.on.trim() as Day,
      kind: filled.kind === 'committee' ? ('committee' as const) : ('generalMeeting' as const),
      present: number('present'),
      entitled: number('entitled'),
      votes: isCounted(filled)
        ? { for: number('agreed'), against: number('against'), abstained: number('abstained') }
        : null,
      document: filled.document.trim(),
    },
    acknowledged: [...acknowledged],
  };
}
