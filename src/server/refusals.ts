/** One table: what was refused → the status it answers with and the sentence a person reads. */
import type { Refusal } from '../domain/refusal.ts';

type Status = 400 | 403 | 404 | 409 | 413 | 422;
type Params = Refusal['params'];
type Entry = { readonly status: Status; readonly say: (params: Params) => string };

const REFUSALS: Readonly<Record<string, Entry>> = {
  notAllowed: { status: 403, say: ({ ability }) => `您不能${ability}。需要时请联系保管这台电脑账册的人。` },
  organisationUnknown: { status: 404, say: () => '账册里没有这个组织。请从首页重新进入。' },
  yearNotOpen: {
    status: 404,
    say: ({ year }) => `${year} 年的账册还没有开立。请在首页导入这一年的名册和记录。`,
  },
  memberUnknown: { status: 404, say: () => '这一年的名册里没有这名党员。请从年度积分总表重新进入。' },
  figureUnknown: {
    status: 404,
    say: ({ figure }) => `没有“${figure}”这个数。请从党员年度页面点开要看的数。`,
  },
  paperUnknown: { status: 404, say: () => '没有这张表。请从年度积分总表重新下载。' },
  yearOpen: { status: 409, say: ({ year }) => `${year} 年的账册已经开立，不必再开。` },
  policyDiffers: {
    status: 409,
    say: ({ year, opened, given }) =>
      `${year} 年的账册按办法版本 ${opened} 开立，现在的办法是版本 ${given}，不能混用。请换回原来的办法，或另设数据目录。`,
  },
  keyReused: { status: 409, say: () => '同一个请求编号用在了两件不同的事上。请刷新页面后重做。' },
  versionConflict: { status: 409, say: () => '这期间别人已经改动过。请刷新页面，看过最新内容后重做。' },
  realBooks: {
    status: 409,
    say: () =>
      '这个数据目录里已有正式账册，不能再放入示例。要看示例，请另设数据目录：npm start -- --example --data 另一个目录。',
  },
  exampleName: { status: 409, say: ({ name }) => `“${name}”是示例账册的名称。请写本支部自己的名称。` },
  duplicateNumber: {
    status: 422,
    say: ({ number }) => `名册里编号 ${number} 出现了两次。请改成各不相同的编号。`,
  },
  duplicateEntry: {
    status: 422,
    say: ({ item, day, number }) =>
      `${number === undefined ? '' : `编号 ${number} 的`}${day} ${item} 这一笔重复了。请删去一笔，或写明不同的事由。`,
  },
  personUnknown: { status: 422, say: () => '名册里没有这个人。请先把他写进名册。' },
  entryUnknown: { status: 404, say: () => '账册里没有这一笔记录。' },
  entryReversed: { status: 409, say: ({ seq }) => `这一笔已经在第 ${seq} 笔冲正，不能再冲正。` },
  unknownItem: { status: 422, say: ({ item }) => `办法里没有条款 ${item}。请按“办法”页所列的条款编号填写。` },
  dayOutsideYear: { status: 422, say: ({ day, year }) => `日期 ${day} 不在 ${year} 年内。请检查日期。` },
  notInBranch: { status: 422, say: ({ day }) => `${day} 那天本人不在本支部。请检查日期或名册。` },
  periodNotOpen: {
    status: 422,
    say: ({ period, earliest }) => `不能计入第 ${period} 季度：最早可以计入第 ${earliest} 季度。`,
  },
  amountOutOfRange: { status: 422, say: () => '分值超出了办法允许的范围。请对照“办法”页的分值改正。' },
  yearFilesRefused: {
    status: 422,
    say: ({ count }) => `两个文件里有 ${count} 处需要改正，什么都没有登记。请按下表逐处改好再上传。`,
  },
};

const OTHERWISE: Entry = {
  status: 422,
  say: () => '这样做不符合办法或账册的规定，没有登记任何内容。请检查所填内容后重做。',
};

export function answerTo(refusal: Refusal): { readonly status: Status; readonly sentence: string } {
  const entry = Object.hasOwn(REFUSALS, refusal.code) ? REFUSALS[refusal.code] : undefined;
  const { status, say } = entry ?? (refusal.code.startsWith('missing-') ? MISSING : OTHERWISE);
  const clause = refusal.clause === null ? '' : `（依据办法 ${refusal.clause}）`;
  return { status, sentence: `${say(refusal.params)}${clause}` };
}

const MISSING: Entry = {
  status: 422,
  say: () => '缺少必须写明的内容（事由、依据或提供单位）。请补齐后重做。',
};
