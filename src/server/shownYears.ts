/** Branch years with the names as their reader may see them (姓名遮盖, G29): on pages and on downloaded papers alike. */
import type { Actor } from '../domain/access/actor.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { namesShownTo } from '../service/maskNames.ts';
import type { BranchYear } from '../service/views/branchYear.ts';
import type { Services } from './services.ts';
import type { Years } from './years.ts';

export type ShownYears = (actor: Actor, organisation: string, year: number) => Promise<BranchYear | Refusal>;

export function openShownYears({ world: { store, now } }: Pick<Services, 'world'>, years: Years): ShownYears {
  return async (actor, organisation, year) => {
    const branch = await years(organisation, year);
    if (isRefusal(branch)) return branch;
    const shown = await store.read(async (tx) =>
      namesShownTo(tx, actor, await accessObject(tx, organisation, dayInShanghai(now()))),
    );
    return {
      ...branch,
      members: branch.members.map((member) => ({
        ...member,
        person: { ...member.person, name: shown(member.person.name) },
      })),
    };
  };
}
