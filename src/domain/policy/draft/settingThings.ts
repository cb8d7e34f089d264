/** The settings of policy.yaml as things of a form, each under the clause it stands on or whose reading decides it. */
import type { ClauseId } from '../../clause.ts';
import type { BaseDocuments } from './baseDocuments.ts';
import type { Field, FieldForm, Thing } from './thing.ts';

export function settingThings({ policy, readings }: BaseDocuments): Thing[] {
  const { kinds, periods, grades, eligibility, topShare } = policy;
  const under = (path: string): ClauseId | null =>
    readings.find(({ alternatives }) =>
      alternatives.some(({ sets = {} }) => Object.keys(sets).some((one) => one.startsWith(path))),
    )?.clauses[0] ?? null;
  const thing = (place: string, clause: ClauseId | null, name: string, fields: readonly Field[]): Thing => ({
    place,
    clause,
    name,
    fields,
    removable: false,
  });
  return [
    thing('policy/title', null, '办法', [
      field('policy/title', '名称', 'text', policy.title),
      field('policy/issuer', '制定单位', 'text', policy.issuer),
    ]),
    thing('policy/total', kinds[0]?.clause ?? null, '满分', [
      field('policy/total', '全年满分', 'amount', policy.total),
    ]),
    ...kinds.map(({ id, clause, name, year, period }) =>
      thing(`policy/kinds/${id}`, clause, name, [
        field(`policy/kinds/${id}/name`, '名称', 'text', name),
        field(`policy/kinds/${id}/year`, '全年分值', 'amount', year),
        ...(period === undefined
          ? []
          : [field(`policy/kinds/${id}/period`, `每${periods.name}分值`, 'amount', period)]),
      ]),
    ),
    ...grades.bands.map((band) => bandThing('grades', '等次', grades.clause, band)),
    ...eligibility.bands.map((band) => bandThing('eligibility', '评优层级', eligibility.clause, band)),
    thing('policy/topShare', topShare.clause, '名次', [
      field('policy/topShare/percent', '前百分之几', 'whole', topShare.percent),
      field('policy/topShare/atLeast', '至少几名', 'whole', topShare.atLeast),
    ]),
    thing('policy/discretionary', under('discretionary'), '酌情扣分', [
      field('policy/discretionary/most', '每次最多', 'amount', policy.discretionary.most),
    ]),
    thing('policy/partYear', under('partYear'), '不满全年', [
      field('policy/partYear/atLeast', `至少计几个${periods.name}才评等次`, 'whole', policy.partYear.atLeast),
    ]),
    thing('policy/calendar', under('calendar'), '工作日历', [
      field('policy/periods/filingDay', `每${periods.name}最后一个月的上报日`, 'whole', periods.filingDay),
      ...Object.entries(policy.calendar ?? {}).map(([key, days]) =>
        field(`policy/calendar/${key}`, LENGTHS[key] ?? key, 'whole', days),
      ),
    ]),
  ];
}

const field = (place: string, label: string, form: FieldForm, before: string | number): Field => ({
  place,
  label,
  form,
  before: String(before),
});

function bandThing(
  list: 'grades' | 'eligibility',
  of: string,
  clause: ClauseId,
  { id, name, from, label }: BaseDocuments['policy']['grades']['bands'][number],
): Thing {
  const place = `policy/${list}/bands/${id}`;
  return {
    place,
    clause,
    name: `${of} ${name}`,
    fields: [
      field(`${place}/name`, '名称', 'text', name),
      field(`${place}/from`, '从几分起（含）', 'amount', from),
      ...(label === undefined ? [] : [field(`${place}/label`, '说明', 'text', label)]),
    ],
    removable: false,
  };
}

const LENGTHS: Readonly<Record<string, string>> = {
  application: '党员申请，几个工作日',
  opinion: '签注意见，几个工作日',
  assessment: '汇齐考核登记，几个工作日',
  appraisalDay: '评议日（最后一个月几日前后）',
  publicNotice: '公示，几个工作日',
  registration: '登记，几个工作日',
  grading: '评定格次，几个工作日',
  answer: '答复拟扣分，几个工作日',
  leastNotice: '公示最少，几个工作日',
  redetermination: '重新审定异议，几个工作日',
  freshNotice: '改变后重新公示，几个工作日',
  appeal: '上级答复申诉，几个工作日',
};
