// On whose what: one's own branch and another, oneself, a colleague, somebody else's people, and what is not there at all.
import { PASSWORD } from '../person.ts';
import type { Bureau, Row, Tree } from './bureau.ts';
import type { Input, Route } from './routes.ts';
import { inputsFor } from './routes.ts';

export const UNKNOWN = '00000000-0000-7000-8000-000000000000';

/** The ids a request is made of. */
export type Named = {
  readonly organisation: string;
  readonly organisationName: string;
  readonly member: string;
  readonly userId: string;
};

/** `known`: ids of other kinds to ask with. */
export type Column = {
  readonly name: string;
  readonly named: Named;
  readonly known: ReadonlyMap<string, string>;
};
type Ids = { readonly own: Column['known']; readonly other: Column['known'] };

/** Its subject, in the branch of that tree. */
export const namedIn = (tree: Tree, member = tree.subject): Named => ({
  organisation: tree.branch,
  organisationName: tree.name,
  member,
  userId: tree.subjectUser,
});

/** 外支部 and 没有 are answered alike, as are 外支部的人 and 没有的人. */
export function columnsFor({ own, other }: Bureau, { home, userId }: Row, ids: Ids): Column[] {
  const nowhere = { organisation: UNKNOWN, organisationName: '没有的支部', member: UNKNOWN, userId: UNKNOWN };
  const oneself = home === null ? namedIn(own) : { ...namedIn(own, home.member), ...home };
  const none = new Map<string, string>();
  return [
    { name: '本支部', named: namedIn(own), known: ids.own },
    { name: '本人', named: { ...oneself, userId }, known: ids.own },
    { name: '上级', named: { ...namedIn(own), organisation: own.above[0] ?? '' }, known: ids.own },
    { name: '外支部', named: namedIn(other), known: ids.other },
    { name: '没有', named: nowhere, known: none },
    { name: '外支部的人', named: namedIn(own, other.subject), known: ids.own },
    { name: '没有的人', named: namedIn(own, UNKNOWN), known: ids.own },
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
/** Fields that name somebody of the register. */
export const PEOPLE = /^(member|person)s?(Id)?$/;
const ACCOUNTS = /^(userId|account)$/;

/** Picks what stands in a field by its name. `known`: ids of other kinds, by that name. */
const picking =
  (named: Named, known: ReadonlyMap<string, string>) =>
  (name: string): unknown => {
    if (Object.hasOwn(FIXED, name)) return FIXED[name];
    if (DAYS.test(name)) return '2026-03-10';
    if (name === 'organisation') return named.organisation;
    if (PEOPLE.test(name)) return named.member;
    return ACCOUNTS.test(name) ? named.userId : known.get(kindOf(name));
  };

/** officeId, office and officeIds name one kind of thing. */
export const kindOf = (name: string) => name.replace(/(Id)?s?$/, '');

/** Where the schema alone does not say what is meant. */
const PARTICULAR: Readonly<Record<string, (named: Named) => Input>> = {
  // the branch is named by its name
  openFiles: ({ organisationName }) => ({ organisation: organisationName }),
};

type More = { readonly full?: boolean; readonly mark?: string };

/** Every shape of what the route is sent about those. */
export const inputsAbout = (
  route: Route,
  named: Named,
  known: ReadonlyMap<string, string>,
  { full = false, mark }: More = {},
): Input[] =>
  inputsFor(route, { pick: picking(named, known), full, mark }).map((input) => ({
    ...input,
    ...PARTICULAR[route.name]?.(named),
  }));
