/** One member's page of the register: who they are, where they stand, what was decided on what basis, and what comes next. */
import { type Fact, readFact, REGISTER } from '../../domain/fact.ts';
import { openDecisions, probationEnd, type StandingDecision } from '../../domain/member/decisions.ts';
import type { Person } from '../../domain/member/person.ts';
import { isHeldOn, OFFICES } from '../../domain/office/office.ts';
import type { Day } from '../../domain/period.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { personOf } from '../personOf.ts';
import type { Reading } from '../ports.ts';
import { type RegisteredMember, registeredMember } from '../registeredMember.ts';
import { officeOf } from '../viewRows.ts';
import { longDay, TYPE_NAMES } from './naming.ts';
import { factTitle } from './standingWords.ts';

export type RegisterPage = {
  readonly member: RegisteredMember;
  readonly person: Person;
  readonly standing: string;
  /** What is to be done next, or waited for, as sentences. */
  readonly due: readonly string[];
  readonly open: readonly StandingDecision['kind'][];
  /** In order of recording; `actor` as the fact has it. */
  readonly history: readonly HistoryLine[];
  /** Offices held today. */
  readonly offices: readonly string[];
  readonly transcripts: readonly { readonly id: string; readonly issue: number }[];
  /** Version of the person's stream, for the next command. */
  readonly version: number;
};

export type HistoryLine = {
  readonly seq: number;
  readonly title: string;
  readonly basis: string | null;
  readonly at: string;
  readonly actor: string;
};

/** Refuses whoever is no member of that register (personUnknown). */
export async function registerPage(
  tx: Reading,
  organisationId: string,
  personId: string,
  today: Day,
): Promise<RegisterPage | Refusal> {
  const member = await registeredMember(tx, organisationId, personId);
  if (isRefusal(member)) return member;
  const offices = (await tx.offices(organisationId))
    .filter((row) => row.personId === personId && isHeldOn(officeOf(row), today))
    .map(({ office, scope }) => (scope === null ? OFFICES[office] : `${OFFICES[office]}（${scope}）`));
  return {
    member,
    person: personOf(member.row),
    standing: standingSentence(member, today),
    due: dueOf(member, offices, today),
    open: openDecisions(member.member, member.probation),
    history: await historyOf(tx, organisationId, member),
    offices,
    transcripts: member.facts.flatMap((row) => {
      const fact = readFact(row);
      return fact.type === 'transcriptIssued' ? [{ id: fact.transcriptId, issue: fact.issue }] : [];
    }),
    version: member.facts.at(-1)?.version ?? 0,
  };
}

function standingSentence({ member }: RegisteredMember, today: Day): string {
  const { type, joinedOn, leftOn, fullOn } = member;
  if (leftOn !== null && leftOn <= today) return `${longDay(leftOn)}起已不在本支部（${TYPE_NAMES[type]}）`;
  const turned = type === 'full' && fullOn !== null ? `，${longDay(fullOn)}转正` : '';
  return `${TYPE_NAMES[type]}，${longDay(joinedOn)}加入本支部${turned}`;
}

function dueOf({ member, probation }: RegisteredMember, offices: readonly string[], today: Day): string[] {
  const left = member.leftOn !== null;
  if (left && offices.length > 0)
    return [`已经离开，仍登记着${offices.join('、')}。请在“组织和职务”页免去。`];
  if (left) return [];
  if (member.type === 'applicant')
    return member.examPassedOn === null
      ? ['党章考试合格以后，才登记积分（办法第二条）。']
      : [`${longDay(member.examPassedOn)}党章考试合格，已准入积分登记。`];
  if (member.type === 'full') return [];
  const end = probationEnd(probation);
  if (end === null) return ['名册里没有入党日期，算不出预备期满的日子。请在“变更基本情况”里补上。'];
  return end > today
    ? [`预备期到${longDay(end)}满，届时由支部大会讨论能否转正。`]
    : [`预备期已于${longDay(end)}满。请按支部大会的决定登记转正、延长预备期或取消资格。`];
}

/** Facts whose text says the basis. */
const BASED: ReadonlySet<Fact['type']> = new Set([
  'standingDecided',
  'transcriptIssued',
  'transcriptReceived',
]);
/** `from` of a transcript taken in is a name, `to` of one issued. */
type Said = { readonly basis: string; readonly from?: unknown; readonly to?: string };
const nextOf = (said: Said | undefined): string =>
  typeof said?.from === 'string' ? said.from : (said?.to ?? '');

async function historyOf(
  tx: Reading,
  organisationId: string,
  { facts }: RegisteredMember,
): Promise<HistoryLine[]> {
  const known = facts.map((row) => ({ row, fact: readFact(row) }));
  const based = known.flatMap(({ row, fact }) => (BASED.has(fact.type) ? [row.seq] : []));
  const texts = new Map(
    (await tx.textsOf(organisationId, REGISTER, based)).map(({ seq, content }) => [
      seq,
      JSON.parse(content) as Said,
    ]),
  );
  const decidedAt = new Set(
    known.flatMap(({ row, fact }) => (fact.type === 'standingDecided' ? [row.at] : [])),
  );
  return known.flatMap(({ row: { seq, at, actor }, fact }) => {
    // the standing that a decision gave is told by the decision
    if (fact.type === 'memberAmended' && decidedAt.has(at)) return [];
    const said = texts.get(seq);
    const title = factTitle(fact, nextOf(said));
    return title === null ? [] : [{ seq, title, basis: said?.basis ?? null, at, actor }];
  });
}
