/**
 * What a reader may do in each member's matter, without asking for each: what holds of nobody in particular holds of everybody,
 * apart from the reader's own matter and those of people who hold offices, where others may act (G17, G34).
 */
import { type Ability, abilitiesOf } from '../../../domain/access.ts';
import type { AccessObject, Actor } from '../../../domain/access/actor.ts';
import { type Acting, whoActs } from '../../../domain/office/substitute.ts';
import type { Day } from '../../../domain/period.ts';
import { aboutEach, accessObject } from '../../accessObject.ts';
import type { Reading } from '../../ports.ts';

export type Apart = {
  readonly abilities: readonly Ability[];
  /** Who hands in the decision about a member whom the secretary may not decide on, and why; null: the secretary does. */
  readonly appraiser: string | null;
  /** The same of whoever keeps the points. */
  readonly keeper: string | null;
};
export type AbilitiesIn = {
  readonly general: readonly Ability[];
  readonly apart: ReadonlyMap<string, Apart>;
};

export async function abilitiesIn(
  tx: Reading,
  actor: Actor,
  organisation: string,
  today: Day,
): Promise<AbilitiesIn> {
  const object = await accessObject(tx, organisation, today);
  const holders = (object.roll ?? []).filter((one) => one.organisationId === organisation);
  const selves = actor.kind === 'person' ? actor.selves : [];
  const special = new Set([
    ...holders.map(({ personId }) => personId),
    ...selves.filter((self) => self.organisationId === organisation).map(({ personId }) => personId),
  ]);
  const apart = new Map<string, Apart>();
  for (const [personId, about] of await aboutEach(tx, object, [...special]))
    apart.set(personId, {
      abilities: abilitiesOf(actor, about),
      appraiser: await insteadOf(tx, 'secretary', about),
      keeper: await insteadOf(tx, 'scorekeeper', about),
    });
  return { general: abilitiesOf(actor, object), apart };
}

const AS: Readonly<Record<Exclude<Acting['as'], 'holder' | 'nobody'>, string>> = {
  checker: '核对人',
  deputy: '副手',
  secretary: '书记',
  above: '上级党组织的',
  colleague: '本支部任职人员',
};
const WHY: Readonly<Record<NonNullable<Acting['because']>, string>> = {
  vacant: '空缺',
  concerned: '是本人，应当回避',
  onLeave: '请假',
  silent: '逾期未办',
};
/** Who is to be given an office where nobody may act; the deputies of the secretary hold one of their own. */
const STANDS_IN = {
  secretary: { name: '书记', deputy: '副书记' },
  scorekeeper: { name: '记分员', deputy: '核对人' },
} as const;

/** 「书记是本人，应当回避，由副书记王强代行（读法 G17）」; null: whoever holds the office acts. */
async function insteadOf(
  tx: Reading,
  office: keyof typeof STANDS_IN,
  object: AccessObject,
): Promise<string | null> {
  const { organisation, above = [], about = [], users = [], roll = [], away = new Map() } = object;
  const { as, because, holders } = whoActs(office, { organisation, above, about, users, roll, away });
  if (as === 'holder' || because === null) return null;
  const why = `${STANDS_IN[office].name}${WHY[because]}`;
  if (as === 'nobody')
    return `${why}，还没有可以代行的人。请先在“组织和职务”里授予${STANDS_IN[office].deputy}`;
  const names = await Promise.all(
    holders.map(async (one) => (await tx.person(one.organisationId, one.personId))?.name ?? ''),
  );
  const acts = as === 'deputy' && office === 'secretary' ? STANDS_IN.secretary.deputy : AS[as];
  const reading = as === 'checker' ? 'G34' : 'G17';
  return `${why}，由${acts}${[...new Set(names)].join('、')}代行（读法 ${reading}）`;
}
