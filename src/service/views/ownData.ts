/** The copy of everything kept about one person (个人信息保护法 第四十五条): parts of rows, the same as a file of data and as sheets. */
import type { PersonActor } from '../../domain/access/actor.ts';
import { actorText } from '../../domain/access/actor.ts';
import { OFFICES } from '../../domain/office/office.ts';
import type { Reading } from '../ports.ts';
import { timeInShanghai } from '../timeInShanghai.ts';
import { type OwnFact, ownFacts, sentence } from './ownFacts.ts';
import { FACT_NAMES } from './ownFactWords.ts';

/** `text` says what the part holds; every row has one text a column. */
export type OwnPart = {
  readonly name: string;
  readonly text: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export type OwnData = {
  readonly title: string;
  readonly person: string;
  /** As clocks in China show it, like every time in it. */
  readonly madeAt: string;
  readonly explained: readonly string[];
  readonly parts: readonly OwnPart[];
};

/** Names of organisations and of whoever recorded something. */
export type OwnNames = {
  readonly organisation: (organisationId: string) => string;
  readonly actor: (actor: string) => string;
};

/** What the books keep: register lines, recorded facts, offices, acts, drafts. */
export async function ownBooks(tx: Reading, actor: PersonActor, names: OwnNames): Promise<OwnPart[]> {
  const [lines, facts, acts, drafts]: [string[][], string[][], string[][], string[][]] = [[], [], [], []];
  const files: string[][] = [];
  for (const self of actor.selves) {
    const { organisationId, personId } = self;
    const place = names.organisation(organisationId);
    const row = await tx.person(organisationId, personId);
    if (row !== undefined)
      lines.push([place, row.number, row.name, sentence(JSON.parse(row.details) as unknown)]);
    for (const fact of await ownFacts(tx, self, actor.userId)) facts.push(factRow(fact, names));
    for (const { type, count } of await tx.actsOf(organisationId, actorText(actor)))
      acts.push([place, FACT_NAMES[type] ?? type, String(count)]);
    for (const row of await tx.evidenceAbout(organisationId, personId))
      if (row.purpose === 'claim')
        files.push([
          place,
          row.name,
          String(row.size),
          timeInShanghai(row.addedAt),
          names.actor(row.addedBy),
        ]);
    const savedBy = [actor.userId, actorText(actor)];
    for (const paper of await tx.workingPapersOf(organisationId, { personId, savedBy }))
      drafts.push([
        place,
        paper.kind,
        timeInShanghai(paper.savedAt),
        paper.paperId === personId ? paper.content : '',
      ]);
  }
  return [
    part('名册', '名册里关于您的内容。', ['组织', '编号', '姓名', '其他'], lines),
    part(
      '登记事项',
      '账册里写到您的每一笔，按时间先后：登记、变更、积分、计划、申请、任职、确认。',
      ['时间', '组织', '账册和笔号', '事项', '内容', '文字', '由谁登记'],
      facts,
    ),
    part(
      '任职',
      '您担任过的职务。',
      ['组织', '职务', '范围', '自', '至', '免去日期'],
      await held(tx, actor, names),
    ),
    part('本人办理', '您办理过的事项和次数。', ['组织', '事项', '次数'], acts),
    part(
      '依据材料',
      '您申报奖励分所附的材料；拟扣分的材料随各季事项查看。',
      ['组织', '名称', '字节', '上传时间', '由谁上传'],
      files,
    ),
    part('草稿', '还没有提交的草稿。', ['组织', '种类', '保存时间', '内容'], drafts),
  ];
}

export const part = (
  name: string,
  text: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): OwnPart => ({ name, text, columns, rows });

const factRow = (fact: OwnFact, { organisation, actor }: OwnNames): string[] => [
  timeInShanghai(fact.at),
  organisation(fact.organisationId),
  `${fact.book} ${fact.seq}`,
  fact.name,
  fact.said,
  fact.text,
  actor(fact.actor),
];

async function held(tx: Reading, { userId }: PersonActor, { organisation }: OwnNames): Promise<string[][]> {
  return (await tx.linkedTo(userId)).flatMap(({ organisationId, office, scope, since, lastDay, endedOn }) =>
    office === null
      ? []
      : [
          [
            organisation(organisationId),
            OFFICES[office],
            scope ?? '',
            since ?? '',
            lastDay ?? '',
            endedOn ?? '',
          ],
        ],
  );
}

/** As a file for programs, every column by its Chinese name. */
export function ownDataJson({ title, person, madeAt, explained, parts }: OwnData): string {
  const told = parts.map(({ name, text, columns, rows }) => ({
    名称: name,
    说明: text,
    记录: rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? '']))),
  }));
  return JSON.stringify(
    { 标题: title, 姓名: person, 生成时间: madeAt, 说明: explained, 内容: told },
    null,
    2,
  );
}
