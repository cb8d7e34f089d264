/** What a password must be, under the profile chosen; each refusal has a sentence of its own. */
import { test as isCommon } from 'fxa-common-password-list';
import { type Refusal, refuse } from '../domain/refusal.ts';

export type PasswordProfile = {
  readonly length: number;
  /** How many of: lower case, upper case, digits, other characters. */
  readonly classes: number;
  /** Days after which it must be changed; null: never by age alone. */
  readonly days: number | null;
  /** How many earlier passwords may not come back. */
  readonly history: number;
};

export const PROFILES: Readonly<Record<'dengbao' | 'nist', PasswordProfile>> = {
  // 等保: complex, changed every quarter, not one of the last five
  dengbao: { length: 10, classes: 3, days: 90, history: 5 },
  // NIST SP 800-63B: long, not known to attackers, changed only for cause
  nist: { length: 12, classes: 1, days: null, history: 0 },
};

const LONGEST = 128;
const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]|\p{Lo}/u];

/** Words of this program and its place that an attacker tries first, and what is common here rather than elsewhere. */
const CONTEXT = [
  'jifen',
  'dangyuan',
  'dangzhibu',
  'zhibu',
  'caizheng',
  'admin',
  'password',
  'woaini',
  'qwerty',
  'abc',
  'iloveyou',
];
const RUNS =
  '01234567890 9876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm 1qaz2wsx3edc4rfv';

export type Owner = { readonly username: string; readonly name: string };

/** Null, or why not. Whether it was used before is asked separately: that costs a hash each. */
export function passwordRefusal(password: string, owner: Owner, profile: PasswordProfile): Refusal | null {
  const characters = Array.from(password.normalize('NFC'));
  if (characters.length < profile.length)
    return refuse('passwordShort', null, { least: profile.length, has: characters.length });
  if (characters.length > LONGEST)
    return refuse('passwordLong', null, { most: LONGEST, has: characters.length });
  const classes = CLASSES.filter((one) => one.test(password)).length;
  if (classes < profile.classes)
    return refuse('passwordPlain', null, { least: profile.classes, has: classes });
  const lower = password.normalize('NFC').toLowerCase();
  if (isNamed(lower, owner)) return refuse('passwordNamesOwner', null);
  return isGuessable(lower) ? refuse('passwordCommon', null) : null;
}

function isNamed(lower: string, { username, name }: Owner): boolean {
  return [username.toLowerCase(), name.toLowerCase()].some(
    (word) => word.length >= 2 && lower.includes(word),
  );
}

/** Common as it stands, or once the digits and signs around it and the letters' stand-ins are taken away. */
function isGuessable(lower: string): boolean {
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const read = core.replaceAll('@', 'a').replaceAll('0', 'o').replaceAll('$', 's');
  const isRepeated = /^(.{1,4})\1+$/u.test(lower);
  return (
    isCommon(lower) || CONTEXT.includes(core) || CONTEXT.includes(read) || isRepeated || RUNS.includes(lower)
  );
}
