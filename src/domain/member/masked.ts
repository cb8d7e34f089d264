/** A character with what only varies its shape: a rare surname may carry a selector, and 𠮷 is one character of two units. */
const CHARACTERS = /[\s\S][\uFE00-\uFE0F\u{E0100}-\u{E01EF}]*/gu;

/** 遮盖姓名: 张建国 → 张*国, 李梅 → 李*, 欧阳建国 → 欧**国. The length stays; of a single character nothing does. */
export function maskedName(name: string): string {
  const characters = name.match(CHARACTERS) ?? [];
  const [first = '', ...rest] = characters;
  if (rest.length === 0) return first === '' ? '' : '*';
  if (rest.length === 1) return `${first}*`;
  return `${first}${'*'.repeat(rest.length - 1)}${rest.at(-1)}`;
}
