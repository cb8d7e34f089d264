/** Exemptions of the demonstration: one waits for the branch's opinion, one for the organisation above. */
import type { ExemptionCategory } from '../../domain/exemption/category.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import type { World } from '../ports.ts';
import { castKey, type DemoBooks } from './demoBooks.ts';
import { type ActingAs, done } from './done.ts';

export async function demoExemptions(world: World, books: DemoBooks, as: ActingAs): Promise<void> {
  const organisationId = books.organisations.branch;
  const applied = async (name: string, number: string, category: ExemptionCategory, reason: string) => {
    const personId = books.people.get(castKey({ place: 'branch', number })) ?? '';
    const { exemptionId } = await done(world, await as(name), {
      type: 'applyExemption',
      organisationId,
      personId,
      from: null,
      until: null,
      renews: null,
      words: {
        category,
        reason,
        whereabouts: category === 'away' ? '示例：邻省驻点单位' : null,
        contact: category === 'away' ? '示例：驻点单位办公室' : null,
        attachments: null,
        helper: null,
      },
    });
    return { personId, exemptionId: String(exemptionId) };
  };
  await applied('卢春生', '028', 'frail', '示例：年事已高，长期服药，行动渐缓');
  const waiting = await applied('宋佳怡', '026', 'away', '示例：派驻外地工作，一年内不能参加支部活动');
  await done(world, await as('李梅'), {
    type: 'giveExemptionOpinion',
    organisationId,
    ...waiting,
    agrees: true,
    meetingOn: dayInShanghai(world.now()),
    words: '示例：情况属实，同意上报',
  });
}
