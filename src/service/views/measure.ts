/** 办法 as a page: each clause with what the books do under it, and every reading with what was chosen. */
import type { Measure } from '../../contract/measure.ts';
import type { ClauseId } from '../../domain/clause.ts';
import { inPoints } from './naming.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { BranchYear } from './branchYear.ts';
import { readingWords } from './touched.ts';
import { yearHead } from './yearHead.ts';

type Datum = Measure['clauses'][number]['data'][number];

export function measure(branch: BranchYear, organisationId: string): Measure {
  const { policy } = branch.version;
  return {
    head: yearHead(branch, organisationId),
    clauses: policy.clauses.map(({ id, title, text }) => ({
      id,
      place: placeOf(id),
      title: title ?? '',
      text: text ?? '',
      data: dataUnder(policy, id),
      readings: policy.readings.filter(({ clauses }) => clauses.includes(id)).map((reading) => reading.id),
    })),
    readings: policy.readings.map((reading) => ({
      ...readingWords(reading),
      decidedBy: reading.decidedBy,
      decidedOn: reading.decidedOn,
      alternatives: reading.alternatives.map(({ id, text }) => ({ id, text, chosen: id === reading.chosen })),
    })),
  };
}

const NUMERALS = '零一二三四五六七八九十';
const numeral = (text: string | undefined) => NUMERALS[Number.parseInt(text ?? '', 10)] ?? text ?? '';

/** "3.4.2" → 第三章（四）2; "An1.5" → 附件一第5步; "A2.5" → 附件二（五）. */
export function placeOf(id: ClauseId): string {
  const [head = '', ...rest] = id.split('.');
  if (head === 'An1') return rest.length === 0 ? '附件一' : `附件一第 ${rest[0]} 步`;
  if (head === 'A2') return rest.length === 0 ? '附件二' : `附件二（${numeral(rest[0])}）`;
  if (!/^\d+$/.test(head)) return id;
  const [section, point] = rest;
  return `第${numeral(head)}章${section === undefined ? '' : `（${numeral(section)}）`}${point ?? ''}`;
}

function dataUnder(policy: Policy, clause: ClauseId): Datum[] {
  return [
    ...policy.kinds.filter((kind) => kind.clause === clause).map(kindDatum(policy)),
    ...bandData(policy, clause),
    ...policy.categories.filter(({ id }) => id === clause).flatMap(categoryData),
    ...policy.items
      .filter((item) => item.clause === clause && item.group !== 'task')
      .map((item) => ({
        id: item.id,
        label: item.name,
        text: `${item.group === 'bonus' ? '加' : '扣'} ${item.amount === null ? `酌情，每次最多 ${inPoints(item.most)}` : inPoints(item.amount)}`,
      })),
    ...policy.grounds
      .filter((ground) => ground.clause === clause)
      .map(({ id, name }) => ({ id, label: name, text: '认定为不合格，须有主管单位的认定' })),
    ...policy.procedure
      .filter((step) => step.clause === clause)
      .map(({ id, name, roles, deadline }) => ({
        id,
        label: name,
        text: `${roles.join('、')}；${deadline}`,
      })),
  ];
}

const kindDatum =
  (policy: Policy) =>
  (kind: Policy['kinds'][number]): Datum => ({
    id: kind.id,
    label: kind.name,
    text:
      kind.mechanism === 'cappedBonus'
        ? `有依据才加，全年最多 ${inPoints(kind.year)}`
        : `全年 ${inPoints(kind.year)}，每个${policy.periods.name} ${inPoints(kind.period)}`,
  });

function bandData(policy: Policy, clause: ClauseId): Datum[] {
  const { grades, topShare, eligibility } = policy;
  const data: Datum[] = [];
  if (grades.clause === clause)
    data.push(
      ...grades.bands.map(({ id, name, label, from }) => ({
        id,
        label: name,
        text: label ?? inPoints(from),
      })),
    );
  if (eligibility.clause === clause)
    data.push(
      ...eligibility.bands.map(({ id, name, from }) => ({ id, label: name, text: `${inPoints(from)}起` })),
    );
  if (topShare.clause === clause)
    data.push({
      id: 'topShare',
      label: `前 ${topShare.percent}%`,
      text: `向下取整，至少 ${topShare.atLeast} 名`,
    });
  return data;
}

function categoryData({ name, cap, indicators }: Policy['categories'][number]): Datum[] {
  return [
    { id: 'cap', label: name, text: `全年最多扣 ${inPoints(cap)}` },
    ...indicators.map(({ id, text, amount }) => ({ id, label: text, text: `指标，${inPoints(amount)}` })),
  ];
}
