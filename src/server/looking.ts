/** Which answers are a look at somebody: what names a member, and the lists of a whole organisation. */
import { contract } from '../contract/contract.ts';
import type { RouteMeta } from '../contract/wire.ts';
import type { Actor } from '../domain/access/actor.ts';
import type { Ability } from '../domain/access.ts';
import { EVERYBODY, type Looks } from '../service/looks.ts';

/** Lists under these abilities show everybody's points or lines of the register. */
const OF_EVERYBODY: readonly (string | undefined)[] = [
  'readBooks',
  'readRegister',
  'readPlan',
  'readExemption',
] satisfies Ability[];

/** What a paper's look is called; a route's is its name in the contract. */
export const PAPERS = 'papers';
/** And one at a file of evidence. */
export const EVIDENCE = 'evidence';

type Route = { readonly method?: string | undefined; readonly path?: string | undefined };

export function isLook({ method, path = '' }: Route, { ability }: RouteMeta): boolean {
  if ((method ?? 'GET') !== 'GET' || ability === 'anyone') return false;
  return path.includes('{member}') || (path.includes('{organisation}') && OF_EVERYBODY.includes(ability));
}

/** Not one's own, and not before set-up, when there is nobody to name. */
export function noteLook(
  looks: Looks,
  actor: Actor,
  { organisation, member, what }: { organisation: string; member: string | undefined; what: string },
): void {
  if (actor.kind !== 'person') return;
  const isOwn = actor.selves.some((self) => self.organisationId === organisation && self.personId === member);
  if (isOwn) return;
  looks.note({ organisationId: organisation, personId: member ?? EVERYBODY, userId: actor.userId, what });
}

/** What was looked at, in the words of the contract. */
export function lookWords(what: string): string {
  if (what === PAPERS) return '下载的表';
  if (what === EVIDENCE) return '下载的依据材料';
  const routes: Readonly<Record<string, { '~orpc': { route: { summary?: string } } }>> = contract;
  const route = Object.hasOwn(routes, what) ? routes[what] : undefined;
  return route?.['~orpc'].route.summary ?? what;
}
