/** What stands in the sheet's fields, and what follows from it: sums, what is missing, what cannot stand. */
import type { Sheet } from '../../contract/roundSheet.ts';
import { formatPoints, parsePoints, type Points, points, ZERO } from '../../domain/points.ts';

export type SheetLine = Sheet['lines'][number];
export type SheetTask = SheetLine['tasks'][number];
/** Typed points by task id, and the line's own words. */
export type Typed = { readonly tasks: Readonly<Record<string, string>>; readonly words: string };
export type Values = Readonly<Record<string, Typed>>;

export const EMPTY: Typed = { tasks: {}, words: '' };

export const startValues = ({ lines }: Sheet): Values =>
  Object.fromEntries(
    lines.map(({ member, draft }) => [
      member.id,
      draft === null
        ? EMPTY
        : {
            tasks: Object.fromEntries(draft.tasks.map((task) => [task.taskId, task.points])),
            words: draft.words,
          },
    ]),
  );

/** Full-width digits and points as keyboards here write them; up to two decimals. */
export function readAmount(text: string): Points | undefined {
  const plain = text
    .trim()
    .replaceAll(/[０-９．。]/g, (one) =>
      one === '。' ? '.' : String.fromCodePoint((one.codePointAt(0) ?? 0) - 0xfee0),
    );
  return /^\d{1,6}(\.\d{1,2})?$/.test(plain) ? parsePoints(twoDecimals(plain)) : undefined;
}

const twoDecimals = (plain: string) => {
  const [whole = '', decimals = ''] = plain.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
};

export type Fault = 'missing' | 'wrong' | null;

export function faultOf({ planned }: SheetTask, text: string | undefined): Fault {
  if (text === undefined || text.trim() === '') return 'missing';
  const amount = readAmount(text);
  return amount === undefined || amount > (parsePoints(planned) ?? ZERO) ? 'wrong' : null;
}

export function summed({ tasks }: SheetLine, typed: Typed) {
  const sum = (all: readonly (Points | undefined)[]) =>
    formatPoints(points(all.reduce<number>((total, one) => total + (one ?? 0), 0)));
  return {
    sum: sum(tasks.map(({ taskId }) => readAmount(typed.tasks[taskId] ?? ''))),
    planned: sum(tasks.map(({ planned }) => parsePoints(planned))),
    faults: tasks.filter((task) => faultOf(task, typed.tasks[task.taskId]) !== null).length,
  };
}

/** As the wire takes a line that has no faults. */
export const sentLine = ({ member, tasks }: SheetLine, typed: Typed) => ({
  member: member.id,
  words: typed.words,
  tasks: tasks.map(({ taskId }) => ({
    taskId,
    points: formatPoints(readAmount(typed.tasks[taskId] ?? '') ?? ZERO),
  })),
});

/** What the leader calls done and nobody has filled in yet, at what the member claims. */
export const filledFromOwn = (lines: readonly SheetLine[], values: Values): Values => ({
  ...values,
  ...Object.fromEntries(
    lines.map(({ member, tasks }) => {
      const typed = values[member.id] ?? EMPTY;
      const more = tasks.flatMap(({ taskId, own, leader }) =>
        (typed.tasks[taskId] ?? '') === '' && own !== null && leader === 'done'
          ? [[taskId, own.claimed] as const]
          : [],
      );
      return [member.id, { ...typed, tasks: { ...typed.tasks, ...Object.fromEntries(more) } }];
    }),
  ),
});
