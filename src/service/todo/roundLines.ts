/** What waits in rounds, in words and with the page to do it on. */
import type { PersonActor } from '../../domain/access/actor.ts';
import type { Acting } from '../../domain/office/substitute.ts';
import { OFFICES } from '../../domain/office/office.ts';
import { DUTIES, type Duty } from '../../domain/todo/duties.ts';
import { ACTS_AS } from '../views/substitutions.ts';
import { periodName } from '../views/naming.ts';
import type { Line } from './line.ts';
import type { OwnWait } from './ownMatters.ts';
import type { KnownPolicies } from './policies.ts';
import type { RoundTodo } from './rounds.ts';

/** After 「n 名党员」. */
const WAITS: Readonly<Record<Duty, string>> = {
  openRound: '',
  apply: '',
  answerDeduction: '',
  giveOpinion: '待签注',
  assess: '待考核登记',
  appraise: '待评议',
  decideTie: '的评议票数相等，待上级党组织决定',
  draftNotice: '待公示',
  checkNotice: '的公示待保密审查',
  publishNotice: '的公示待批准',
  receiveObjection: '的异议待受理',
  redetermine: '有异议，待重新审定',
  register: '公示期满，待登记',
  submit: '待上报',
  review: '待审核',
  file: '待备案',
  answerAppeal: '的申诉待答复',
  issueBulletin: '已备案，待通报',
};

const MANY: readonly string[] = ['review', 'file', 'answerAppeal'] satisfies Duty[];

/**
 * The committee's acts of several branches are one line that leads to its map; `bodyOf`: the organisation above in which the
 * reader decides on a branch.
 */
export function together(
  lines: readonly Line[],
  bodyOf: (line: Line) => Line['organisation'] | undefined,
): Line[] {
  const single = lines.filter(({ what }) => !MANY.includes(what));
  const many = lines.filter((line) => !single.includes(line));
  const groups = Map.groupBy(many, (line) => `${line.what} ${line.period} ${bodyOf(line)?.id ?? ''}`);
  return [
    ...single,
    ...[...groups.values()].flatMap((group) => {
      const [first] = group;
      const body = first === undefined ? undefined : bodyOf(first);
      return first === undefined || body === undefined || group.length === 1
        ? group
        : [sumOf(group, first, body)];
    }),
  ];
}

function sumOf(group: readonly Line[], first: Line, body: Line['organisation']): Line {
  const count = group.reduce((sum, line) => sum + line.count, 0);
  const says = `${group.length} 个支部、${count} 名党员${WAITS[first.what as Duty]}`;
  const address = first.address.replace(/branch=[^&]*&/, '');
  return { ...first, organisation: body, says, count, address };
}

type Where = { readonly organisation: string; readonly year: number; readonly period: number };

export function roundLine(
  actor: PersonActor,
  { place, year, period, todo }: RoundTodo,
  policies: KnownPolicies,
): Line {
  const { organisationId, name } = place.organisation;
  const { duty, people, due, instead } = todo;
  const { does, clause, office } = DUTIES[duty];
  const where = { organisation: organisationId, year, period };
  return {
    what: duty,
    does,
    organisation: { id: organisationId, name },
    period: periodOf(policies, where),
    says: `${people.length} 名党员${WAITS[duty]}`,
    count: people.length,
    due,
    clause,
    instead: office === null || instead === null ? '' : insteadWords(OFFICES[office], instead),
    address: addressOf(actor, duty, where, place.base.above ?? []),
  };
}

export function ownLine(
  { organisationId, personId, year, period, wait }: OwnWait,
  name: string,
  policies: KnownPolicies,
): Line {
  const { does, clause } = DUTIES[wait.duty];
  const where = { organisation: organisationId, year, period };
  return {
    what: wait.duty,
    does,
    organisation: { id: organisationId, name },
    period: periodOf(policies, where),
    says: '',
    count: 1,
    due: wait.due,
    clause,
    instead: '',
    address: matterAddress(where, personId),
  };
}

export function periodOf(policies: KnownPolicies, { organisation, year, period }: Where): string {
  const policy = policies(organisation, year);
  return `${year}年${policy === undefined ? `第${period}期` : periodName(policy, period)}`;
}

const BECAUSE: Readonly<Record<NonNullable<Acting['because']>, string>> = {
  vacant: '空缺',
  concerned: '是其本人',
  onLeave: '请假',
  silent: '逾期未办',
};

/** 「记分员请假，由副手代行」 */
export function insteadWords(office: string, { as, because }: Pick<Acting, 'as' | 'because'>): string {
  if (as === 'holder' || as === 'nobody' || because === null) return '';
  return `${office}${BECAUSE[because]}，由您以${ACTS_AS[as]}身份代行（读法 G17）`;
}

const roundAddress = ({ organisation, year, period }: Where) =>
  `/branch/${organisation}/${year}/rounds/${period}`;
const matterAddress = (where: Where, personId: string) => `${roundAddress(where)}/member/${personId}`;

function addressOf(actor: PersonActor, duty: Duty, where: Where, above: readonly string[]): string {
  switch (duty) {
    case 'giveOpinion':
      return `${roundAddress(where)}/opinions`;
    case 'appraise':
    case 'decideTie':
      return `${roundAddress(where)}/meeting`;
    case 'issueBulletin':
      return `${roundAddress(where)}/bulletin`;
    case 'assess':
      return `${roundAddress(where)}/sheet`;
    case 'receiveObjection':
    case 'redetermine':
      return `/organisation/${where.organisation}/objections`;
    case 'review':
    case 'file':
    case 'answerAppeal': {
      const { organisation, year, period } = where;
      const body = decidingBody(actor, above) ?? organisation;
      return `/organisation/${body}/rounds?branch=${organisation}&year=${year}&period=${period}`;
    }
    default:
      return roundAddress(where);
  }
}

/** The nearest organisation above in which the reader decides. */
export function decidingBody({ offices }: PersonActor, above: readonly string[]): string | undefined {
  return above.find((id) =>
    offices.some(
      (one) => one.organisationId === id && (one.office === 'committeeOfficer' || one.office === 'secretary'),
    ),
  );
}
