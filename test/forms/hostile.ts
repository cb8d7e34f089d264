/** Text that spreadsheets, XML or people may stumble over; `reads` is what must be read back. Promises I10 and I12. */
type Hostile = { readonly text: string; readonly reads: string; readonly formulaLike: boolean };

const formula = (text: string, reads = text): Hostile => ({ text, reads, formulaLike: true });
const plain = (text: string, reads = text): Hostile => ({ text, reads, formulaLike: false });

export const HOSTILE: readonly Hostile[] = [
  formula('=1+1'),
  formula('=HYPERLINK("http://example.com","点我")'),
  formula("=cmd|'/c calc'!A0"),
  formula('+1+1'),
  formula('-1+1'),
  formula('-5'),
  formula('@SUM(A1:A2)'),
  formula('\t=1+1'),
  formula('\r=1+1', '\n=1+1'),
  formula('\n=1+1'),
  formula('＝1+1'),
  formula('＋1'),
  formula('－1'),
  formula('＠SUM(1)'),
  plain('\u0000=1+1', '\ufffd=1+1'),
  plain('#N/A'),
  plain('#REF!'),
  plain('#DIV/0!'),
  plain('_x0041_'),
  plain('_x000D_尾'),
  plain('响铃\u0007、退格\u0008、换页\u000c', '响铃\ufffd、退格\ufffd、换页\ufffd'),
  plain('半个字\ud842', '半个字\ufffd'),
  plain('<b>&amp;"\'</b>]]>'),
  plain('𠮷䶮㙦 𬭎 👨‍👩‍👧'),
  plain('第一行\r\n第二行', '第一行\n第二行'),
  plain(' 前后有空格 '),
  plain('001'),
  plain('1e5'),
  plain('2026-03-05'),
  plain('TRUE'),
];
