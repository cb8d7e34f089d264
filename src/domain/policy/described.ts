/** A version of a measure as a list of named values in Chinese, each under its clause: what a difference is taken of. */
import type { ClauseId } from '../clause.ts';
import { formatPoints, type Points } from '../points.ts';
import type { Band, Category, Clause, Ground, Item, Kind, Policy, Reading, Step } from './policy.ts';
import { generalSettings } from './settings.ts';
import { EFFECTS, REQUIRED_NAMES } from './settingWords.ts';
import type { Subject } from './subject.ts';

/** Everything a version says, in the order of its files. Amounts are printed as on paper, without a unit. */
export function described(policy: Policy): Subject[] {
  return [
    ...generalSettings(policy),
    ...policy.clauses.map(clauseSubject),
    ...policy.kinds.map(kindSubject),
    ...rulesOnScores(policy),
    ...policy.grades.bands.map((band) => bandSubject('等次', policy.grades.clause, band)),
    ...policy.eligibility.bands.map((band) => bandSubject('评优层级', policy.eligibility.clause, band)),
    ...policy.categories.flatMap(categorySubjects),
    ...policy.items.map((item) => itemSubject(policy, item)),
    ...policy.grounds.map(groundSubject),
    ...policy.procedure.map(stepSubject),
    ...policy.readings.map(readingSubject),
  ];
}

const inPoints = (value: Points) => `${formatPoints(value)} 分`;

const clauseSubject = ({ id, title = '', text, operative }: Clause): Subject => ({
  key: `clause ${id}`,
  clause: id,
  name: '条文',
  values: [
    ['标题', title],
    ['原文', text],
    ['有无可执行内容', operative ? '有' : '无'],
  ],
});

function kindSubject(kind: Kind): Subject {
  const common = [
    ['名称', kind.name],
    ['机制', EFFECTS.mechanism[kind.mechanism]],
    ['全年', inPoints(kind.year)],
  ] as const;
  const own = () => {
    switch (kind.mechanism) {
      case 'pool':
        return [['每期', inPoints(kind.period)] as const, ['扣完为止', EFFECTS.floor[kind.floor]] as const];
      case 'plan':
        return [['每期', inPoints(kind.period)] as const, ['记分用的编号', kind.item] as const];
      case 'cappedBonus':
        return [];
    }
  };
  return {
    key: `kind ${kind.id}`,
    clause: kind.clause,
    name: `一类分 ${kind.name}`,
    values: [['条款', kind.clause], ...common, ...own()],
  };
}

function rulesOnScores({ grades, disqualification, topShare, eligibility }: Policy): Subject[] {
  const rule = (key: string, clause: ClauseId, name: string, values: Subject['values']): Subject => ({
    key,
    clause,
    name,
    values: [['条款', clause], ...values],
  });
  return [
    rule('grades', grades.clause, '评定等次', [
      ['取整', EFFECTS.rounding[grades.rounding]],
      ['不合格的等次', grades.bands.find(({ id }) => id === grades.failing)?.name ?? grades.failing],
    ]),
    rule('disqualification', disqualification.clause, '认定为不合格', [
      ['积分', EFFECTS.disqualified[disqualification.points]],
    ]),
    rule('topShare', topShare.clause, '名次', [
      ['前百分之几', `${topShare.percent}%`],
      ['至少', `${topShare.atLeast} 名`],
      ['边缘并列', EFFECTS.ties[topShare.ties]],
    ]),
    rule('eligibility', eligibility.clause, '评优资格', [
      ['各档关系', EFFECTS.overlap[eligibility.overlap]],
      ['条件', EFFECTS.needs[eligibility.needs]],
    ]),
  ];
}

const bandSubject = (of: string, clause: ClauseId, { id, name, from, label = '' }: Band): Subject => ({
  key: `${of} ${id}`,
  clause,
  name: `${of} ${name}`,
  values: [
    ['名称', name],
    ['起点', inPoints(from)],
    ['说明', label],
  ],
});

const categorySubjects = ({ id, name, cap, standardsText, indicators }: Category): Subject[] => [
  {
    key: `category ${id}`,
    clause: id,
    name: `类别 ${name}`,
    values: [
      ['名称', name],
      ['全年', inPoints(cap)],
      ['扣分标准', standardsText],
    ],
  },
  ...indicators.map((one) => ({
    key: `indicator ${one.id}`,
    clause: id,
    name: `指标 ${one.id}`,
    values: [
      ['所属类别', name],
      ['内容', one.text],
      ['分值', inPoints(one.amount)],
    ] as const,
  })),
];

const requiredText = (requires: Item['requires']) => requires.map((one) => REQUIRED_NAMES[one]).join('、');

const itemSubject = ({ kinds }: Policy, item: Item): Subject => ({
  key: `item ${item.id}`,
  clause: item.clause,
  name: `项目 ${item.id} ${item.name}`,
  values: [
    ['条款', item.clause],
    ['名称', item.name],
    ['内容', item.text],
    ['性质', EFFECTS.group[item.group]],
    ['哪一类分', kinds.find(({ id }) => id === item.kind)?.name ?? item.kind],
    ['类别', item.category ?? ''],
    ['分值', item.amount === null ? `最多 ${inPoints(item.most)}` : inPoints(item.amount)],
    ['须写明', requiredText(item.requires)],
  ],
});

const groundSubject = ({ id, clause, name, text, requires }: Ground): Subject => ({
  key: `ground ${id}`,
  clause,
  name: `不合格情形 ${id} ${name}`,
  values: [
    ['条款', clause],
    ['名称', name],
    ['内容', text],
    ['须写明', requiredText(requires)],
  ],
});

const stepSubject = (step: Step): Subject => ({
  key: `step ${step.id}`,
  clause: step.clause,
  name: `程序 ${step.name}`,
  values: [
    ['条款', step.clause],
    ['名称', step.name],
    ['内容', step.text],
    ['由谁', step.roles.join('、')],
    ['多久一次', EFFECTS.cadence[step.cadence]],
    ['时限', step.deadline],
    ['用表', step.forms.join('、')],
  ],
});

function readingSubject(reading: Reading): Subject {
  const { id, clauses, question, chosen, alternatives, decidedBy, decidedOn } = reading;
  return {
    key: `reading ${id}`,
    clause: clauses[0] ?? null,
    name: `读法 ${id}`,
    values: [
      ['条款', clauses.join('、')],
      ['问题', question],
      ['读法', reading.reading],
      ['采用', alternatives.find((one) => one.id === chosen)?.text ?? '读法本身'],
      ['由谁决定', decidedBy],
      ['哪天决定', decidedOn],
      ...alternatives.map((one) => [`备选 ${one.id}`, one.text + setsText(one.sets)] as const),
    ],
  };
}

const setsText = (sets: Readonly<Record<string, unknown>> = {}) =>
  Object.entries(sets)
    .map(([path, value]) => `（${path} = ${String(value)}）`)
    .join('');
