/** The committee's reads of a round: branches by step, and one branch's submissions. */
import { STATE_NAMES, STATES } from '../domain/round/acts.ts';
import { can } from '../domain/access.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { roundMap } from '../service/views/round/roundMap.ts';
import { submissionsPage } from '../service/views/round/submissions.ts';
import type { Guarded } from './guarded.ts';
import { hereOf } from './here.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

export function roundCommitteeRoutes(os: Guarded, { world }: Services) {
  const today = () => dayInShanghai(world.now());
  return {
    roundMap: os.roundMap.handler(({ input: { organisation, year, period = null } }) =>
      world.store.read(async (tx) => {
        const map = granted(await roundMap(tx, organisation, year, period, today()));
        return {
          year,
          periods: [...map.periods],
          period: map.period,
          branches: map.branches.map(({ counts, ...branch }) => ({
            ...branch,
            counts: STATE_NAMES.filter((id) => counts[id] > 0).map((id) => ({
              id,
              name: STATES[id],
              count: counts[id],
            })),
            toReview: counts.submitted,
            toFile: counts.reviewed,
            filed: counts.filed,
          })),
        };
      }),
    ),
    submissions: os.submissions.handler(({ input, context: { actor } }) =>
      world.store.read(async (tx) => {
        const page = granted(await submissionsPage(tx, hereOf(input), today()));
        const object = await accessObject(tx, input.organisation, today());
        return {
          ...page,
          mayReview: can(actor, 'reviewRound', object) === true,
          submissions: page.submissions.map(({ lines, ...one }) => ({
            ...one,
            lines: lines.map(({ personId, name, points, note, state }) => ({
              member: { id: personId, name },
              points,
              note,
              state: { id: state, name: STATES[state] },
            })),
          })),
        };
      }),
    ),
  };
}
