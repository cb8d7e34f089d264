/** Who has to act on a member's matter now, by name, and why it is they (G17). */
import type { AccessObject } from '../../../domain/access/actor.ts';
import { leaderMatter } from '../../../domain/access/grant.ts';
import { decidingAbove } from '../../../domain/office/decidingAbove.ts';
import { whoLeads } from '../../../domain/office/inCharge.ts';
import { type Holder, type OfficeKind, OFFICES } from '../../../domain/office/office.ts';
import { type Acting, whoActs } from '../../../domain/office/substitute.ts';
import type { State } from '../../../domain/round/acts.ts';
import type { Reading } from '../../ports.ts';
import { ACTS_AS } from '../substitutions.ts';

const BECAUSE = { vacant: '空缺', concerned: '就是本人', onLeave: '请假', silent: '逾期未签' } as const;

/** The office whose turn it is; `above`: the organisation above; null: nobody's, the days run by themselves. */
const TURN: Readonly<Record<State, OfficeKind | 'above' | null>> = {
  open: 'member',
  applied: 'leaderInCharge',
  opined: 'scorekeeper',
  assessed: 'secretary',
  appraised: 'scorekeeper',
  onNotice: null,
  objected: 'secretary',
  cleared: 'scorekeeper',
  registered: 'scorekeeper',
  submitted: 'above',
  reopened: 'secretary',
  tied: 'above',
  reviewed: 'above',
  filed: null,
};

/** 「分管领导赵敏」, 「副手孙丽（分管领导请假，由其代行）」; `object` names whose matter it is. Empty: nobody's turn. */
export async function nextActor(
  tx: Reading,
  object: AccessObject,
  personId: string,
  state: State,
): Promise<string> {
  const turn = TURN[state];
  if (turn === null) return '';
  if (turn === 'member') return '本人';
  const { organisation, above = [], roll = [], about = [], users = [], away = new Map() } = object;
  const matter = { organisation, above, roll, about, users, away };
  if (turn === 'above') {
    const body = decidingAbove(matter);
    if (body === null) return '上级党组织（还没有登记经办人和书记）';
    const name = (await tx.organisation(body.bodyId))?.name ?? '';
    return `${name}${await namesOf(tx, body.holders)}`;
  }
  const acting = turn === 'leaderInCharge' ? whoLeads(personId, leaderMatter(object)) : whoActs(turn, matter);
  return actorWords(OFFICES[turn], acting, await namesOf(tx, acting.holders));
}

export function actorWords(office: string, { as, because }: Acting, names: string): string {
  if (as === 'holder') return `${office}${names}`;
  const why = because === null ? '' : `${office}${BECAUSE[because]}`;
  return as === 'nobody'
    ? `${office}（${why}，也没有可以代行的人，请先授予职务）`
    : `${ACTS_AS[as]}${names}（${why}，由其代行）`;
}

async function namesOf(tx: Reading, holders: readonly Holder[]): Promise<string> {
  const names = await Promise.all(
    holders.map(async (one) => (await tx.person(one.organisationId, one.personId))?.name ?? ''),
  );
  return [...new Set(names)].join('、');
}
