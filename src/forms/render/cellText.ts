/**
 * Text as a workbook can hold it. XML has no place for most control characters; spreadsheets read any _xHHHH_ as one; and
 * hucre takes #N/A and its like for errors. What a person wrote must stay what it was.
 */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu;
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** What a person reads: line ends are \n, a character that cannot be printed is shown as U+FFFD. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '\ufffd');
}

/** The same as hucre must be given it, so that it reads back as it was. */
export function storedText(text: string): string {
  return printable(text).replace(LOOKS_ESCAPED, '_x005F_');
}

/** Such a text must be given to hucre as a run of rich text, or it is written as an error value. */
export const looksLikeError = (text: string): boolean => /^#[A-Z0-9/_]+[!?]?$/.test(text);

/** Office programs take such a beginning for a formula when a cell is edited; full-width forms too. */
export const looksLikeFormula = (text: string): boolean =>
  /^[=+\-@|\t\n＝＋－＠﹦﹢﹣﹫]/.test(printable(text));

/** In page headers and footers & begins a code. `most`: characters; they hold 255 in all. */
export function marginText(text: string, most: number): string {
  const characters = Array.from(printable(text).replace(/\s+/g, ' '));
  const cut = characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
  return cut.replaceAll('&', '&&');
}
