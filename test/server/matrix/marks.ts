// Who may read which free text (promise X3): every text the branches were seeded with says which field it is from.
import { type Ability, can } from '../../../src/domain/access.ts';
import { accessObject } from '../../../src/service/accessObject.ts';
import { dayInShanghai } from '../../../src/service/dayInShanghai.ts';
import type { Bureau, Row, Tree } from './bureau.ts';
import type { Answered, Wrong } from './cells.ts';
import { markOf } from './seeds.ts';

/** Texts by route and field, and the abilities of which one opens them; what is not named is the register's or the books'. */
const OPENED_BY: readonly (readonly [fields: RegExp, abilities: readonly Ability[]])[] = [
  // names are those of whoever holds an office, too
  [/\.(name|number)$/, ['readOffices', 'readRegister', 'readBooks']],
  [/^(giveOffice|enterPerson|recordAbsence|nameDeputy|placeOrganisation)/, ['readOffices', 'readRegister']],
  [/[eE]xemption/, ['readExemption']],
  [/[pP]lan|[pP]ledge/, ['readPlan']],
  [/[rR]ules/, ['readMeasure', 'readBooks']],
  [/[bB]ulletin/, ['readBulletin']],
];
const ELSE: readonly Ability[] = ['readRegister', 'readBooks'];

/** Marks in the answers a row was given, with the address that gave each. */
function marksIn(answers: readonly Answered[], mark: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { route, heard } of answers)
    for (const [, field = ''] of heard.text.matchAll(new RegExp(`${mark}·([\\w.]+)`, 'g')))
      found.set(field, route.name);
  return found;
}

/** Everything a row was shown that it may not see, and how many marked texts it saw in all. */
export async function marksSeen(bureau: Bureau, row: Row, answers: readonly Answered[]) {
  const wrong: Wrong[] = [];
  let seen = 0;
  for (const tree of [bureau.own, bureau.other])
    for (const [field, route] of marksIn(answers, markOf(bureau, tree))) {
      seen += 1;
      const [, abilities = ELSE] = OPENED_BY.find(([fields]) => fields.test(field)) ?? [];
      if (!(await mayOne(bureau, row, tree, abilities)))
        wrong.push({ row: row.name, route, column: tree.name, fault: `看到了不该看的${field}`, heard: '' });
    }
  return { wrong, seen };
}

/** Of the branch, or of an organisation above it that the texts might be of. */
async function mayOne(
  { serving: { services } }: Bureau,
  { userId }: Row,
  tree: Tree,
  abilities: readonly Ability[],
) {
  const { world, actorOf } = services;
  const actor = await actorOf({ userId, name: '' });
  const today = dayInShanghai(world.now());
  return world.store.read(async (tx) => {
    const object = await accessObject(tx, tree.branch, today, { about: [tree.subject] });
    return abilities.some((ability) => can(actor, ability, object) === true);
  });
}
