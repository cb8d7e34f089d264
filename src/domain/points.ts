/**
 * Points are exact: integer hundredths of a point, end to end. Text appears only at the edge.
 * readings.md "Numbers": no floating point anywhere near a score.
 */
declare const hundredths: unique symbol;
export type Points = number & { readonly [hundredths]: true };

/**
 * Hundredths of a point as Points; refuses (throws) anything that is not a safe integer: that is a fault, not an answer.
 * What fits comes out as a machine integer (and -0 as 0): one amount held as a float would make every line hold a boxed one.
 */
export function points(value: number): Points {
  const small = value | 0;
  if (small === value) return small as Points;
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an integer number of hundredths: ${value}`);
  return value as Points;
}

export const ZERO = points(0);

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,2}))?$/;

/** "7.5" → 750 hundredths. No sign, at most two decimals; anything else is undefined. */
export function parsePoints(text: string): Points | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, whole = '', decimals = ''] = match;
  return points(Number.parseInt(whole, 10) * 100 + Number.parseInt(decimals.padEnd(2, '0'), 10));
}

/** As formatPoints writes them, a minus among them. */
export function parseSignedPoints(text: string): Points | undefined {
  const size = parsePoints(text.replace(/^-/, ''));
  return size === undefined || !text.startsWith('-') ? size : points(0 - size);
}

/** 750 → "7.50", -1750 → "-17.50": always two decimals, as year-files.md prints them. */
export function formatPoints(value: Points): string {
  const size = Math.abs(value);
  const decimals = String(size % 100).padStart(2, '0');
  return `${value < 0 ? '-' : ''}${Math.trunc(size / 100)}.${decimals}`;
}

/** value × numerator ÷ denominator, half up to the hundredth, without leaving the integers. For value ≥ 0. */
export function scaleHalfUp(value: Points, numerator: number, denominator: number): Points {
  const doubled = 2 * value * numerator + denominator;
  return points((doubled - (doubled % (2 * denominator))) / (2 * denominator));
}
