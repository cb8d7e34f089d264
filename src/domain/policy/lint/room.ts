/** No amount is larger than what it is taken from or added to. */
import { formatPoints, ZERO } from '../../points.ts';
import type { Category, Item, Policy } from '../policy.ts';
import { error, type Finding, placeOf, warning } from './finding.ts';

export function room(policy: Policy): Finding[] {
  return policy.items.flatMap((item) => [
    ...nothing(item),
    ...overKind(policy, item),
    ...overCategory(policy, item),
  ]);
}

function nothing(item: Item): Finding[] {
  const { file, path } = placeOf(item);
  return item.most === ZERO ? [error(file, path, '分值为 0，记了也没有作用，应大于 0')] : [];
}

function overKind(policy: Policy, item: Item): Finding[] {
  const kind = policy.kinds.find(({ id }) => id === item.kind);
  if (kind === undefined || item.most <= kind.year) return [];
  const { file, path } = placeOf(item);
  return [
    error(file, path, `${formatPoints(item.most)} 分大于${kind.name}全年 ${formatPoints(kind.year)} 分`),
  ];
}

function overCategory(policy: Policy, item: Item): Finding[] {
  const category = policy.categories.find(({ id }) => id === item.category);
  if (category === undefined) return [];
  const { file, path } = placeOf(item);
  const amount = `“${item.name}”${formatPoints(item.most)} 分`;
  if (item.most > category.cap)
    return [error(file, path, `${amount}大于“${category.name}”类 ${formatPoints(category.cap)} 分`)];
  if (item.group === 'standard' && overIndicators(item, category))
    return [warning(file, path, `${amount}大于本类任何一项指标的分值，按${settledBy(policy)}`)];
  return [];
}

const overIndicators = (item: Item, { indicators }: Category) =>
  indicators.every(({ amount }) => item.most > amount);

/** The reading that says how far a category may be emptied: the one whose alternatives change `categoryFloor` (G9). */
function settledBy({ readings }: Policy): string {
  const reading = readings.find(({ alternatives }) =>
    alternatives.some(({ sets }) => sets !== undefined && Object.hasOwn(sets, 'categoryFloor')),
  );
  return reading === undefined ? '类别上限计，应写明一条读法' : `读法 ${reading.id} 处理：${reading.reading}`;
}
