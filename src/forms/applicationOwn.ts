/** What the member writes: tasks with how far they came, and bonuses claimed. Blank lines where nothing is written yet. */
import type { MatterPage } from '../service/views/round/matterPage.ts';
import { headings, line, paragraph, pointsIn } from './narrow.ts';
import { count, EMPTY, known, type Row, text } from './paper.ts';

/** Lines left for a hand. */
const BLANK_TASKS = 4;
const BLANK_BONUSES = 2;

const DONE = { done: '完成', partly: '部分完成', notDone: '未完成' } as const;

/** □ before each, ■ before the one that holds. */
export const boxed = <Key extends string>(names: Readonly<Record<Key, string>>, chosen: Key | null): string =>
  Object.entries<string>(names)
    .map(([key, name]) => `${key === chosen ? '■' : '□'}${name}`)
    .join(' ');

export const doneBoxes = (done: keyof typeof DONE | null) => boxed(DONE, done);

export function taskRows(matter: MatterPage | null): Row[] {
  const tasks = matter?.tasks ?? [];
  const blank = Array.from({ length: BLANK_TASKS }, (_, index) =>
    line(
      [count(index + 1), 2, 'center'],
      [EMPTY, 6],
      [EMPTY, 2],
      [text(doneBoxes(null)), 5],
      [EMPTY, 4],
      [EMPTY, 2],
      [EMPTY, 3],
    ),
  );
  return [
    headings(
      ['序号', 2],
      ['任务或承诺', 6],
      ['计划分', 2],
      ['完成情况', 5],
      ['自述', 4],
      ['自评分', 2],
      ['佐证', 3],
    ),
    ...(tasks.length === 0
      ? matter === null
        ? blank
        : [paragraph('本季没有计划任务。')]
      : tasks.map(({ wording, planned, own }, index) =>
          line(
            [count(index + 1), 2, 'center'],
            [text(wording), 6],
            [pointsIn(planned), 2, 'right'],
            [text(doneBoxes(own?.done ?? null)), 5],
            [known(own?.words ?? null), 4],
            [own === null ? EMPTY : pointsIn(own.claimed), 2, 'right'],
            [EMPTY, 3],
          ),
        )),
  ];
}

export function bonusRows(matter: MatterPage | null): Row[] {
  const bonuses = matter?.bonuses ?? [];
  const isOpen = matter === null || matter.matter.application === null;
  const blank = Array.from({ length: BLANK_BONUSES }, () =>
    line([EMPTY, 7], [EMPTY, 6], [EMPTY, 5], [EMPTY, 4], [EMPTY, 2]),
  );
  return [
    headings(['级别（条款）', 7], ['事由', 6], ['文号或证件', 5], ['日期', 4], ['分值', 2]),
    ...(bonuses.length === 0
      ? isOpen
        ? blank
        : [paragraph('本季没有申报奖励。')]
      : bonuses.map(({ item, reason, document, day, amount }) =>
          line(
            [text(`${item.id} ${item.name}`), 7],
            [known(reason), 6],
            [known(document), 5],
            [text(day), 4, 'center'],
            [pointsIn(amount), 2, 'right'],
          ),
        )),
  ];
}
