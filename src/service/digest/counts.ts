/** How much waits in an organisation, as figures: what a group robot may say aloud, without a name. */
import { readFact, yearBook } from '../../domain/fact.ts';
import { yearOf } from '../../domain/period.ts';
import { ROUND_FACTS, type RoundFact } from '../../domain/round/facts.ts';
import { foldRound } from '../../domain/round/round.ts';
import { DUTIES, type Duty } from '../../domain/todo/duties.ts';
import { waitsIn } from '../../domain/todo/waits.ts';
import type { OrganisationRow, Reading } from '../ports.ts';
import { objectionsHandedIn } from '../todo/handedIn.ts';
import type { Today } from '../todo/line.ts';
import { policyOf } from '../viewRows.ts';

/** In the order of the procedure. That somebody has a deduction to answer is theirs to know: it is not said. */
const SAID: Readonly<Partial<Record<Duty, string>>> = {
  apply: '待申请',
  giveOpinion: '待签注',
  assess: '待考核登记',
  appraise: '待评议',
  decideTie: '待决定票数相等的评议',
  draftNotice: '待拟制公示',
  checkNotice: '待保密审查',
  publishNotice: '待批准公示',
  receiveObjection: '待受理异议',
  redetermine: '待重新审定',
  register: '待登记',
  submit: '待上报',
  review: '待审核',
  file: '待备案',
  answerAppeal: '待答复申诉',
  issueBulletin: '待通报',
};

export type Counts = ReadonlyMap<Duty, number>;

/** Of a branch what it has to do itself; of an organisation above what its branches wait for it to do. */
export async function digestCounts(
  tx: Reading,
  { organisationId, level }: OrganisationRow,
  { today, holidays }: Today,
): Promise<Counts> {
  const isBranch = level === 'branch';
  const ids = isBranch ? [organisationId] : await tx.organisationsBelow(organisationId);
  const counts = new Map<Duty, number>();
  for (const year of [yearOf(today), yearOf(today) - 1]) {
    const rows = await tx.factsOfTypesIn(ids, yearBook(year), ROUND_FACTS);
    const stored = isBranch ? await tx.policy(organisationId, yearBook(year)) : undefined;
    const rounds = Map.groupBy(rows, (row) => `${row.organisationId} ${row.stream.split(':')[1] ?? ''}`);
    for (const facts of rounds.values()) {
      const round = foldRound(facts.map((row) => ({ fact: readFact(row) as RoundFact, seq: row.seq })));
      const here = { organisationId, year, period: round.opened?.period ?? 0 };
      const policy = stored === undefined ? undefined : policyOf(stored.content);
      const handedIn =
        policy === undefined
          ? undefined
          : await objectionsHandedIn(tx, here, round, { policy, today, holidays });
      for (const { duty, people } of waitsIn(round, today, handedIn)) {
        if ((DUTIES[duty].whose === 'body') === isBranch || SAID[duty] === undefined) continue;
        counts.set(duty, (counts.get(duty) ?? 0) + (DUTIES[duty].of === 'member' ? people.length : 1));
      }
    }
  }
  return counts;
}

/** 「党支部积分：待签注 3 项、待登记 2 项，请登录办理」; null: nothing waits, nothing is said. */
export function digestText(counts: Counts): string | null {
  const parts = Object.entries(SAID).flatMap(([duty, says]) => {
    const count = counts.get(duty as Duty) ?? 0;
    return count === 0 ? [] : [`${says} ${count} 项`];
  });
  return parts.length === 0 ? null : `党支部积分：${parts.join('、')}，请登录办理`;
}
