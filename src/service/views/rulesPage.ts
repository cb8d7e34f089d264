/** 积分细则 as pages: the versions with their meetings, and the draft with what it may start from. */
import type { DraftRules, NamedBase, Rules } from '../../contract/rules.ts';
import { yearOf, type Day } from '../../domain/period.ts';
import { MEETINGS, type MeetingRecord } from '../../domain/policy/adoption.ts';
import { documentsOf } from '../../domain/policy/draft/documents.ts';
import type { RulesBase } from '../../domain/policy/facts.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type AdoptedRules, adoptedRules, adoptionText, inForce } from '../adoptedRules.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import type { Reading, WorkingPaperRow } from '../ports.ts';
import { yearOfBook } from '../project.ts';
import { draftPaper, type RulesDraft } from '../rulesDraft.ts';
import { yearVersions } from '../rulesNamed.ts';
import { baseOf, measureDocuments } from '../rulesVersion.ts';
import type { PolicyVersion } from './branchYear.ts';
import { shortDay } from './naming.ts';

type Reader = { readonly abilities: readonly string[]; readonly today: Day; readonly measure: PolicyVersion };

export async function rulesPage(
  tx: Reading,
  organisation: { readonly id: string; readonly name: string },
  { abilities, today, measure }: Reader,
): Promise<Rules> {
  const adopted = await adoptedRules(tx, organisation.id);
  const policies = await tx.policies(organisation.id);
  const bases = await basesOf(tx, organisation.id, adopted, measure);
  const paper = abilities.includes('draftRules')
    ? await tx.workingPaper(draftPaper(organisation.id))
    : undefined;
  const open = new Set(policies.map(({ book }) => yearOfBook(book)));
  const now = yearOf(today);
  return {
    organisation,
    adopted: await Promise.all(
      adopted.toReversed().map(async (one) => ({
        id: one.rulesId,
        version: one.version,
        year: one.year,
        meeting: meetingWords((await adoptionText(tx, organisation.id, one))?.meeting),
        basedOn: nameOfBase(bases, one.basedOn),
        recordedOn: dayInShanghai(one.at),
        opened: policies
          .filter(({ sha256 }) => sha256 === one.contentHash)
          .map(({ book }) => yearOfBook(book)),
      })),
    ),
    draft: paper === undefined ? null : draftLine(paper, bases),
    toOpen: [now, now + 1]
      .filter((year) => !open.has(year))
      .map((year) => ({ year, version: inForce(adopted, year)?.version ?? null })),
    years: policies
      .map(({ book, version }) => ({ year: yearOfBook(book), version }))
      .toSorted((a, b) => b.year - a.year),
    abilities: [...abilities],
  };
}

export async function draftPage(
  tx: Reading,
  organisation: { readonly id: string; readonly name: string },
  { abilities, today, measure }: Reader,
): Promise<DraftRules | Refusal> {
  const paper = await tx.workingPaper(draftPaper(organisation.id));
  const adopted = await adoptedRules(tx, organisation.id);
  const bases = await basesOf(tx, organisation.id, adopted, measure);
  const draft = paper === undefined ? undefined : (JSON.parse(paper.content) as RulesDraft);
  const policy =
    draft === undefined ? undefined : await baseOf(tx, organisation.id, draft.base, measure.policy);
  if (policy !== undefined && isRefusal(policy)) return policy;
  const open = new Set((await tx.policies(organisation.id)).map(({ book }) => yearOfBook(book)));
  const now = yearOf(today);
  return {
    organisation,
    version: paper?.version ?? 0,
    savedAt: paper?.savedAt ?? null,
    base: draft === undefined ? null : { ...draft.base, name: nameOfBase(bases, draft.base) },
    documents: policy === undefined ? null : documentsOf(policy, measureDocuments(measure.policy)),
    changes: draft === undefined ? [] : (draft.changes as DraftRules['changes']),
    bases,
    years: [now, now + 1].filter((year) => !open.has(year)),
    used: adopted.map(({ version }) => version),
    abilities: [...abilities],
  };
}

/** What a draft may start from, the likeliest first. */
async function basesOf(
  tx: Reading,
  organisationId: string,
  adopted: readonly AdoptedRules[],
  { policy }: PolicyVersion,
): Promise<NamedBase[]> {
  const years = await yearVersions(tx, organisationId, adopted);
  return [
    ...adopted.toReversed().map(({ rulesId, version, year }) => ({
      from: 'rules' as const,
      id: rulesId,
      name: `本支部通过的 ${version}（${year} 年起用）`,
    })),
    ...years.map(({ year, version }) => ({
      from: 'year' as const,
      id: String(year),
      name: `${year} 年账册所用的 ${version}`,
    })),
    { from: 'measure', id: policy.id, name: `《${policy.title}》${policy.version}（随程序提供）` },
  ];
}

const nameOfBase = (bases: readonly NamedBase[], { from, id }: RulesBase) =>
  bases.find((one) => one.from === from && one.id === id)?.name ?? id;

function draftLine({ content, savedAt }: WorkingPaperRow, bases: readonly NamedBase[]) {
  const { base, changes } = JSON.parse(content) as RulesDraft;
  return { savedAt, changes: changes.length, basedOn: nameOfBase(bases, base) };
}

/** The record of the meeting in one sentence. */
function meetingWords(meeting: MeetingRecord | undefined): string {
  if (meeting === undefined) return '已依规销毁';
  const { on, kind, present, entitled, votes, document } = meeting;
  const counted =
    votes === null ? '' : `，赞成 ${votes.for} 票，反对 ${votes.against} 票，弃权 ${votes.abstained} 票`;
  return `${on.slice(0, 4)}年${shortDay(on)}${MEETINGS[kind]}，应到 ${entitled} 人，实到 ${present} 人${counted}；${document}`;
}
