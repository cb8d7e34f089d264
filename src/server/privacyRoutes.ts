/** The privacy notice, and who looked: each person about themselves; the audit administrator how often, never at what. */
import type { PersonActor, Self } from '../domain/access/actor.ts';
import { isHeldOn, OFFICES } from '../domain/office/office.ts';
import { filledNotice } from '../domain/privacy/notice.ts';
import { organisationsAbove } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { EVERYBODY } from '../service/looks.ts';
import type { LinkedRow, LookRow, Reading } from '../service/ports.ts';
import type { Asking } from './asking.ts';
import type { Guarded } from './guarded.ts';
import { lookWords } from './looking.ts';
import { acknowledgeNotice, isToAcknowledge } from './notice.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

/** A page ends with a whole minute, which is as fine as a look is noted. */
const PAGE = 100;

export function privacyRoutes(os: Guarded, services: Services) {
  return {
    privacyNotice: os.privacyNotice.handler(async ({ context }) => noticeAnswer(services, context)),
    acknowledgeNotice: os.acknowledgeNotice.handler(async ({ input: { version }, context }) => {
      granted(await acknowledgeNotice(services, context, version));
      return {};
    }),
    ownLooks: os.ownLooks.handler(async ({ input: { before }, context: { actor, signIn } }) => {
      const { days, flush } = services.looks;
      await flush();
      if (actor.kind !== 'person') return { days, looks: [], more: false };
      const looks = await looksOn(services, { actor, signIn }, { before, limit: PAGE + 1 });
      const next = looks[PAGE]?.at;
      const whole = looks.slice(0, PAGE).filter(({ at }) => at !== next);
      return next === undefined || whole.length === 0
        ? { days, looks: looks.slice(0, PAGE), more: next !== undefined }
        : { days, looks: whole, more: true };
    }),
    lookCounts: os.lookCounts.handler(async ({ context: { signIn } }) => {
      await services.looks.flush();
      const names = await namesIn(services, signIn);
      const counts = await services.world.store.read((tx) => tx.lookCounts(''));
      return {
        days: services.looks.days,
        counts: counts.map(({ organisationId, userId, people, looks }) => ({
          organisation: names.organisation(organisationId),
          name: names.account(userId),
          people,
          looks,
        })),
      };
    }),
  };
}

async function noticeAnswer(services: Services, asking: Asking) {
  const { actor } = asking;
  const { notice, contactOf, looks, world } = services;
  const own = new Set(actor.kind === 'person' ? actor.selves.map((one) => one.organisationId) : []);
  const known = await world.store.read((tx) => tx.organisations());
  return {
    ...filledNotice(notice, { contact: contactOf(), days: looks.days }),
    contacts: known
      .filter(({ organisationId, level }) => level !== 'machine' && own.has(organisationId))
      .map(({ name }) => ({ organisation: name, contact: contactOf(name) })),
    toAcknowledge: await isToAcknowledge(services, asking),
  };
}

async function namesIn({ world }: Services, signIn: Asking['signIn']) {
  const accounts = new Map((await signIn.accounts()).map(({ userId, name }) => [userId, name]));
  const known = await world.store.read((tx) => tx.organisations());
  const organisations = new Map(known.map(({ organisationId, name }) => [organisationId, name]));
  return {
    account: (userId: string) => accounts.get(userId) ?? userId,
    organisation: (organisationId: string) => organisations.get(organisationId) ?? '',
  };
}

/** Newest first, over all the organisations somebody is in; one's own looks are not among them. */
export async function looksOn(
  services: Services,
  { actor, signIn }: { readonly actor: PersonActor; readonly signIn: Asking['signIn'] },
  range: { readonly before?: string | undefined; readonly limit: number },
) {
  const names = await namesIn(services, signIn);
  return services.world.store.read(async (tx) => {
    const rows: LookRow[] = [];
    for (const { organisationId, personId } of actor.selves)
      rows.push(
        ...(await tx.looks(organisationId, [personId, EVERYBODY], { ...range, without: actor.userId })),
      );
    const others = rows
      .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
      .slice(0, range.limit);
    const offices = await officesOf(tx, others, actor.selves);
    return others.map((row) => ({
      at: row.at,
      name: names.account(row.userId),
      offices: offices(row),
      organisation: names.organisation(row.organisationId),
      what: lookWords(row.what),
      everybody: row.personId === EVERYBODY,
    }));
  });
}

/** What each of them held on that day, there or above. */
async function officesOf(tx: Reading, rows: readonly LookRow[], selves: readonly Self[]) {
  const within = new Map<string, readonly string[]>();
  for (const { organisationId } of selves)
    within.set(organisationId, [organisationId, ...(await organisationsAbove(tx, organisationId))]);
  const held = new Map<string, LinkedRow[]>();
  for (const userId of new Set(rows.map((row) => row.userId))) held.set(userId, await tx.linkedTo(userId));
  return ({ organisationId, userId, at }: LookRow): string[] => {
    const [places, day] = [within.get(organisationId) ?? [], dayInShanghai(at)];
    const kinds = (held.get(userId) ?? []).flatMap(({ organisationId: where, office, since, ...row }) =>
      office !== null &&
      since !== null &&
      places.includes(where) &&
      isHeldOn({ from: since, until: row.lastDay, endedOn: row.endedOn }, day)
        ? [OFFICES[office]]
        : [],
    );
    return [...new Set(kinds)];
  };
}
