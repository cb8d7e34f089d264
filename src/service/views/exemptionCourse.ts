/** The course of an exemption step by step: what was done, who acts next and why (clause 2; substitutes by reading G17). */
import type { AccessObject } from '../../domain/access/actor.ts';
import type { ExemptionMatter } from '../../domain/exemption/matter.ts';
import { EXEMPTION_STATES, isOpen } from '../../domain/exemption/procedure.ts';
import { covered } from '../../domain/exemption/term.ts';
import type { Holder } from '../../domain/office/office.ts';
import { type Acting, whoActs } from '../../domain/office/substitute.ts';
import type { Day } from '../../domain/period.ts';
import { accessObject } from '../accessObject.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import { decidingBody } from '../exemptionMatters.ts';
import type { Reading } from '../ports.ts';
import { longDay } from './naming.ts';

export type CourseStep = {
  readonly id: 'application' | 'opinion' | 'decision' | 'end';
  readonly name: string;
  readonly progress: 'done' | 'now' | 'later';
  readonly says: string;
};

/** What the course of every matter of an organisation is told with: read once. */
export type Surroundings = {
  /** The organisation's matter, as if it concerned nobody. */
  readonly object: AccessObject;
  readonly accounts: ReadonlyMap<string, string | null>;
  readonly holderName: (holder: Holder) => string;
  readonly organisationName: (organisationId: string) => string;
};

export async function surroundingsOf(tx: Reading, organisationId: string, today: Day): Promise<Surroundings> {
  const object = await accessObject(tx, organisationId, today);
  const names = new Map<string, string>();
  for (const { organisationId: where, personId } of object.roll ?? [])
    names.set(`${where} ${personId}`, (await tx.person(where, personId))?.name ?? '');
  const organisations = new Map((await tx.organisations()).map((one) => [one.organisationId, one.name]));
  return {
    object,
    accounts: new Map((await tx.personAccounts(organisationId)).map((one) => [one.personId, one.userId])),
    holderName: (holder) => names.get(`${holder.organisationId} ${holder.personId}`) ?? '',
    organisationName: (id) => organisations.get(id) ?? '',
  };
}

/** The matter of that member there. */
export function objectAbout({ object, accounts }: Surroundings, personId: string): AccessObject {
  const userId = accounts.get(personId) ?? null;
  return { ...object, about: [personId], users: userId === null ? [] : [userId] };
}

export function courseOf(matter: ExemptionMatter, around: Surroundings): CourseStep[] {
  const { application, opinion, decision, state } = matter;
  const steps: CourseStep[] = [
    {
      id: 'application',
      name: '提出申请',
      progress: 'done',
      says: `${dayOf(application.at)}${application.onBehalf ? '由他人代为登记' : '由本人提出'}`,
    },
  ];
  if (opinion !== null)
    steps.push({
      id: 'opinion',
      name: '支部意见',
      progress: 'done',
      says: `${longDay(opinion.meetingOn)}会议研究，${opinion.agrees ? '同意' : '不同意'}，${dayOf(opinion.at)}填注`,
    });
  else if (state === 'applied')
    steps.push({ id: 'opinion', name: '支部意见', progress: 'now', says: nextOf(matter, around) });
  if (decision !== null)
    steps.push({
      id: 'decision',
      name: '上级审批',
      progress: 'done',
      says: `${dayOf(decision.at)}由${around.organisationName(decision.bodyId)}${decisionWords(matter)}`,
    });
  else if (isOpen(state))
    steps.push({
      id: 'decision',
      name: '上级审批',
      progress: state === 'considered' ? 'now' : 'later',
      says: state === 'considered' ? nextOf(matter, around) : `填注意见后，${bodyWords(matter, around)}`,
    });
  return [...steps, ...endOf(matter, around)];
}

/** Who acts next on an open matter, and why it is they; what became of a closed one. */
export function nextOf(matter: ExemptionMatter, around: Surroundings): string {
  switch (matter.state) {
    case 'applied':
      return opinionWords(objectAbout(around, matter.personId), around);
    case 'considered':
      return bodyWords(matter, around);
    default:
      return EXEMPTION_STATES[matter.state];
  }
}

/** The latest day anything happened. */
export function sinceOf({ application, opinion, decision, withdrawal, ending }: ExemptionMatter): Day {
  const done = [ending, withdrawal, decision, opinion].find((one) => one !== null) ?? application;
  return dayInShanghai(done.at);
}

export function termWords(matter: ExemptionMatter): string | null {
  const days = covered(matter);
  return days === null ? null : `${longDay(days.from)}至${longDay(days.until)}`;
}

const dayOf = (at: string) => longDay(dayInShanghai(at));

function decisionWords({ decision }: ExemptionMatter): string {
  if (decision === null || !decision.approved || decision.from === null) return '不予批准';
  const until = decision.until === null ? '当年年底' : longDay(decision.until);
  return `批准，自${longDay(decision.from)}至${until}`;
}

function endOf({ withdrawal, ending }: ExemptionMatter, around: Surroundings): CourseStep[] {
  const step = (says: string): CourseStep => ({ id: 'end', name: '结束', progress: 'done', says });
  if (withdrawal !== null) return [step(`${dayOf(withdrawal.at)}撤回申请`)];
  if (ending === null) return [];
  const by = ending.bodyId === null ? '本人提出' : `${around.organisationName(ending.bodyId)}决定`;
  return [step(`${dayOf(ending.at)}${by}，自${longDay(ending.on)}起恢复参加积分管理`)];
}

const SUBSTITUTES: Readonly<Record<Acting['as'], string>> = {
  holder: '书记',
  checker: '',
  deputy: '副书记',
  secretary: '',
  above: '上级党组织的',
  nobody: '',
};
const REASONS: Readonly<Record<NonNullable<Acting['because']>, string>> = {
  vacant: '书记空缺',
  concerned: '书记是申请人本人',
  onLeave: '书记请假',
  silent: '书记逾期未签',
};

function opinionWords(object: AccessObject, { holderName }: Surroundings): string {
  const { organisation, above = [], about = [], users = [], roll = [] } = object;
  const { as, because, holders } = whoActs('secretary', { organisation, above, about, users, roll });
  const names = holders.map(holderName).join('、');
  if (as === 'nobody')
    return `${REASONS[because ?? 'vacant']}，也没有可以代行的人。请先在“组织和职务”里授予副书记`;
  if (because === null) return `等书记${names}填注支部意见`;
  return `等${SUBSTITUTES[as]}${names}填注支部意见：${REASONS[because]}，由其代行（读法 G17）`;
}

function bodyWords({ personId }: ExemptionMatter, around: Surroundings): string {
  const body = decidingBody(objectAbout(around, personId));
  if (body === null) return '还没有可以审批的上级党组织。请系统管理员调整隶属关系、登记上级经办人';
  const names = [...new Set(body.holders.map(around.holderName))].join('、');
  return `等${around.organisationName(body.bodyId)}审批（${names}）`;
}
