/**
 * What every competitor is given: members with forty entries each, the same for a seed on every machine. Tasks overrun
 * their plan, bonuses their cap, deductions their category and the pool; incidents and achievements come back later and larger.
 */
import type { MemberYear } from '../src/domain/year/evaluate.ts';
import type { Member } from '../src/domain/member/member.ts';
import { dayOf, type Day } from '../src/domain/period.ts';
import { points } from '../src/domain/points.ts';
import type { Entry } from '../src/domain/policy/line.ts';
import type { Item, Policy } from '../src/domain/policy/policy.ts';
import { type Random, randomFrom } from '../scripts/random.ts';

export const YEAR = 2026;
export const ENTRIES_EACH = 40;
const TASKS_EACH = 26;
const BONUSES_EACH = 5;

/** Every third entry stands alone. */
const ACHIEVEMENTS = ['成果一', '成果二', undefined];
const INCIDENTS = ['事件一', '事件二', '事件三', '事件四', undefined, undefined];

type Draw = {
  readonly random: Random;
  readonly tasks: Item[];
  readonly bonuses: Item[];
  readonly losses: Item[];
};

export function workload(policy: Policy, members: number, seed: number): MemberYear[] {
  const of = (...groups: Item['group'][]) => policy.items.filter(({ group }) => groups.includes(group));
  const draw = {
    random: randomFrom(seed),
    tasks: of('task'),
    bonuses: of('bonus'),
    losses: of('standard', 'common', 'discretionary'),
  };
  return Array.from({ length: members }, (_, index) => memberYear(draw, index));
}

const DAYS: readonly Day[] = Array.from({ length: 12 * 28 }, (_, index) =>
  dayOf(YEAR, Math.floor(index / 28) + 1, (index % 28) + 1),
).filter((day) => day !== undefined);

const MEMBER: Member = {
  type: 'full',
  joinedOn: '2015-07-01' as Day,
  leftOn: null,
  fullOn: null,
  exemption: null,
  examPassedOn: null,
};

function memberYear(draw: Draw, index: number): MemberYear {
  const entries = Array.from({ length: ENTRIES_EACH }, (_, position) => {
    const number = index * ENTRIES_EACH + position + 1;
    if (position < TASKS_EACH) return taskEntry(draw, number, position);
    return position < TASKS_EACH + BONUSES_EACH ? bonusEntry(draw, number) : lossEntry(draw, number);
  });
  return { member: { ...MEMBER }, entries, grounds: [] };
}

/** Six or seven tasks a quarter, each worth 1.80 to 2.79: some quarters fall short of their fifteen points, some overrun. */
function taskEntry({ random, tasks }: Draw, number: number, position: number): Entry {
  return entry(number, random.pick(tasks), (position % 4) + 1, random, { amount: 180 + random.below(100) });
}

function bonusEntry({ random, bonuses }: Draw, number: number): Entry {
  const achievement = random.pick(ACHIEVEMENTS);
  return entry(number, random.pick(bonuses), random.below(4) + 1, random, { achievement });
}

function lossEntry({ random, losses }: Draw, number: number): Entry {
  const incident = random.pick(INCIDENTS);
  const item = random.pick(losses);
  const amount = item.amount ?? 50 + random.below(151);
  return entry(number, item, random.below(4) + 1, random, { amount, incident });
}

type Detail = { amount?: number; incident?: string | undefined; achievement?: string | undefined };

/** Every entry has the same fields, absent keys included: engines are measured on their sums, not on odd shapes. */
function entry(number: number, item: Item, period: number, random: Random, detail: Detail): Entry {
  const day = DAYS[(period - 1) * 84 + random.below(84)] as Day;
  const { amount = item.amount ?? 0, incident, achievement } = detail;
  return { id: `r${number}`, item: item.id, day, period, amount: points(amount), incident, achievement };
}
