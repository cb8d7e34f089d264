/** What verification found, as sentences that say which book and fact, what was expected and what stands there. */
import type { Wrong } from '../verify/wrong.ts';

const REASONS: Readonly<Record<Wrong['reason'], string>> = {
  sequence: '序号不连续，有记录缺失、重复或调换了次序',
  link: '与前一笔接不上，账册被重新编排过',
  hash: '内容与当时记下的摘要不符，被改动过',
  version: '同一对象的先后次序不对',
  head: '账册末尾与最后一笔不符，末尾可能被截去',
  printedHead: '账册里没有先前印出的摘要，账册被重编或截短过',
  twin: '支部和上级两本账里，同一件免予参加的审批（或提前结束）对不上，其中一本被重编或截短过',
  unknownFact: '不是本程序写下的记录',
  impossible: '冲正或终止的是账上没有的一笔，前面的记录被删去过',
  strayBook: '有记录，却没有账册',
  changed: '被改动过',
  missing: '缺失',
  extra: '多出来，账册里没有记过',
};

const TABLES: Readonly<Record<Wrong['table'], string>> = {
  fact: '记录',
  book: '账册',
  organisation: '组织',
  policy: '办法',
  person: '人员资料',
  text: '事由文字',
  evidence: '依据材料',
  objection: '异议',
  member: '名册视图',
  entry: '记录视图',
  memberYear: '积分视图',
  placing: '隶属关系视图',
  personAccount: '账号对应视图',
  office: '任职视图',
};

export function wrongSentence({ book, seq, reason, table, expected, found }: Wrong): string {
  const where = [book === null ? null : `账册 ${book}`, seq === null ? null : `第 ${seq} 笔`].filter(
    (part) => part !== null,
  );
  const compared = [
    expected === '' ? null : `应为 ${expected}`,
    found === '' ? null : `现为 ${found}`,
  ].filter((part) => part !== null);
  return `${where.length === 0 ? '' : `${where.join('')}的`}${TABLES[table]}：${REASONS[reason]}${compared.length === 0 ? '' : `（${compared.join('，')}）`}。`;
}
