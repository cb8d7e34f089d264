// On whose what: one's own branch and another, oneself, a colleague, somebody else's people, and what is not there at all.
import { PASSWORD } from '../person.ts';
import type { Bureau, Row, Tree } from './bureau.ts';
import type { Input, Route } from './routes.ts';
import { inputsFor } from './routes.ts';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';

/** The ids a request is made of. */
type Named = {
  readonly organisation: string;
  readonly organisationName: string;
  readonly member: string;
  readonly userId: string;
};

export type Column = { readonly name: string; readonly named: Named };

/** 外支部 and 没有 are answered alike, as are 外支部的人 and 没有的人. */
export function columnsFor({ own, other }: Bureau, { home, userId }: Row): Column[] {
  const of = (tree: Tree, member: string): Named => ({
    organisation: tree.branch,
    organisationName: tree.name,
    member,
    userId: tree.subjectUser,
  });
  const nowhere = { organisation: UNKNOWN, organisationName: '没有的支部', member: UNKNOWN, userId: UNKNOWN };
  const oneself =
    home === null ? { ...of(own, own.subject), userId } : { ...of(own, home.member), ...home, userId };
  return [
    { name: '本支部', named: of(own, own.subject) },
    { name: '同事', named: of(own, own.colleague) },
    { name: '本人', named: oneself },
    { name: '上级', named: { ...of(own, own.subject), organisation: own.above[0] ?? '' } },
    { name: '外支部', named: of(other, other.subject) },
    { name: '没有', named: nowhere },
    { name: '外支部的人', named: of(own, other.subject) },
    { name: '没有的人', named: of(own, UNKNOWN) },
  ];
}

/** Values by the name of their field, where a text of any kind would not be a sensible request. */
const FIXED: Readonly<Record<string, unknown>> = {
  mark: '80',
  passMark: '60',

  year: 2026,
  figure: 'year',
  office: 'leaderInCharge',
  password: PASSWORD,
};

/** Days are often taken as they are typed. */
const DAYS = /^(on|from|until|day|\w+On)$/;
const PEOPLE = /^(member|person)s?(Id)?$/;
const ACCOUNTS = /^(userId|account)$/;

/** Picks what stands in a field by its name; `more` comes first. */
const picking =
  (named: Named, more: (name: string, path: string) => unknown = () => undefined) =>
  (name: string, path: string): unknown => {
    const particular = more(name, path);
    if (particular !== undefined) return particular;
    if (Object.hasOwn(FIXED, name)) return FIXED[name];
    if (DAYS.test(name)) return '2026-03-10';
    if (name === 'organisation') return named.organisation;
    if (PEOPLE.test(name)) return named.member;
    return ACCOUNTS.test(name) ? named.userId : undefined;
  };

/** Where the schema alone does not say what is meant. */
const PARTICULAR: Readonly<Record<string, (named: Named) => Input>> = {
  // the branch is named by its name
  openFiles: ({ organisationName }) => ({ organisation: organisationName }),
};

export const inputsIn = (route: Route, { named }: Column): Input[] =>
  inputsFor(route, { pick: picking(named) }).map((input) => ({
    ...input,
    ...PARTICULAR[route.name]?.(named),
  }));
