/** How much room text takes. An estimate on the safe side: nothing is cut off, whichever typeface the machine has. */

/** Width of one spreadsheet column unit (a digit of the body type), in points. */
const UNIT = 5.25;
const PADDING = 5;
const LINE_HEIGHT = 1.4;
const LATIN = 0.54;

/** Chinese, its punctuation, full-width forms and everything unusual take a full square. */
const isNarrow = (character: string) => character < '\u2000';

const widthOf = (text: string, size: number) =>
  Array.from(text).reduce((width, character) => width + (isNarrow(character) ? LATIN * size : size), 0);

/** Column units that show the text on one line. */
export const unitsFor = (text: string, size: number): number => (widthOf(text, size) + PADDING) / UNIT;

/**
 * The text cut into the lines it will take in a column of `units`; put together again they are the text. Words of letters
 * and digits stay whole where they fit.
 */
export function linesOf(text: string, units: number, size: number): string[] {
  const room = Math.max(units * UNIT - PADDING, size);
  return text.split(/(?<=\n)/).flatMap((paragraph) => paragraphLines(paragraph, room, size));
}

function paragraphLines(paragraph: string, room: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of paragraph.match(/[!-~]+|[^!-~]/gu) ?? []) {
    for (const piece of widthOf(word, size) > room ? Array.from(word) : [word]) {
      const added = piece === '\n' ? 0 : widthOf(piece, size);
      if (width + added > room && line !== '') {
        lines.push(line);
        line = '';
        width = 0;
      }
      line += piece;
      width += added;
    }
  }
  return [...lines, line];
}

/** Height of a row that shows that many lines, in points. */
export const rowHeight = (lines: number, size: number): number => Math.ceil(lines * size * LINE_HEIGHT + 7);
