/** A roster whose columns have any names: what each is likely to be, and the roster read as its keeper says they are. */
import type { MemberType } from '../../domain/member/member.ts';
import { cellText, type Table } from '../../domain/year/table.ts';
import { readRoster, ROSTER_COLUMNS, type Roster, WORK_FIELD, zerosOf } from './roster.ts';

/** What a column can be, in the order in which a choice offers them. */
export const TARGETS = [...ROSTER_COLUMNS.required, ...ROSTER_COLUMNS.optional, WORK_FIELD] as const;
export type Target = (typeof TARGETS)[number];

/** One for each column of the file; null: not read. */
export type Mapping = readonly (Target | null)[];

/** A mapping as it is remembered: by the name of the column. Pairs, so that no name means anything but itself. */
export type Remembered = readonly (readonly [string, Target | null])[];

/** 免予 is given by application and approval (clause 2), not by whoever keeps the roster. */
export const EXEMPTION_TARGETS: readonly Target[] = ['免予自', '免予至', '免予原因'];

const OTHER_NAMES: Readonly<Record<Target, readonly string[]>> = {
  编号: ['党员编号', '人员编号', '工号', '证号'],
  姓名: ['名字', '党员姓名', '人员姓名', '人员'],
  类型: ['政治面貌', '党员类型', '党员类别', '人员类别', '类别', '身份'],
  加入日期: [
    '加入支部日期',
    '加入支部时间',
    '加入本支部日期',
    '进入支部日期',
    '转入日期',
    '转入时间',
    '编入日期',
  ],
  性别: ['男女'],
  出生日期: ['出生年月日', '出生时间', '生日', '出生'],
  入党日期: ['入党时间', '入党年月日', '发展时间'],
  转正日期: ['转正时间', '转正年月日'],
  离开日期: ['离开时间', '转出日期', '转出时间', '离开支部日期'],
  党小组: ['所在党小组', '所属党小组', '小组', '组别'],
  职务: ['岗位', '岗位职务', '岗位/职务', '职务/岗位', '行政职务', '现任职务'],
  分管领导: ['分管负责人', '联系领导', '主管领导'],
  免予自: ['免予开始', '免予起'],
  免予至: ['免予结束', '免予止'],
  免予原因: ['免予理由'],
  党章考试: ['党章考试结果', '党章考试是否合格', '党章测试'],
  党章考试日期: ['党章考试时间', '考试日期'],
  工作领域: ['工作领域/条线', '工作条线', '条线', '工作系统', '领域'],
};

/** 政治面貌 as personnel lists write it. */
const OTHER_TYPES: ReadonlyMap<string, MemberType> = new Map([
  ['正式', 'full'],
  ['中共党员', 'full'],
  ['预备', 'probationary'],
  ['中共预备党员', 'probationary'],
  ['积极分子', 'applicant'],
]);

/** What stands in brackets after a name explains it: 入党时间（年月日）. */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/\(.*?\)/g, '')
    .replace(/[\s*:]/g, '');

const KNOWN: ReadonlyMap<string, Target> = new Map(
  TARGETS.flatMap((target) => [target, ...OTHER_NAMES[target]].map((name) => [plain(name), target] as const)),
);

export const headersOf = ({ header }: Table): string[] => header.map(cellText);

/** As it was mapped last time, else by its own name, else by another for it. Nothing is proposed twice. */
export function proposeMapping(headers: readonly string[], remembered: Remembered): Mapping {
  const before = new Map(remembered);
  const sure = headers.map((name) =>
    before.has(name) ? before.get(name) : TARGETS.find((one) => one === name),
  );
  const taken = new Set<Target>();
  const claim = (target: Target | null | undefined) => {
    if (target === undefined || target === null || taken.has(target)) return null;
    taken.add(target);
    return target;
  };
  const first = sure.map(claim);
  return first.map((target, index) => {
    const name = headers[index] ?? '';
    return target ?? (before.has(name) ? null : claim(KNOWN.get(plain(name))));
  });
}

/** Whether every named column of the file was mapped last time. */
export function fits(headers: readonly string[], remembered: Remembered): boolean {
  const before = new Set(remembered.map(([name]) => name));
  return headers.some((name) => name !== '') && headers.every((name) => name === '' || before.has(name));
}

/** The last of several columns of one name says nothing about the first: such names are not remembered. */
export function rememberedOf(headers: readonly string[], mapping: Mapping): Remembered {
  return headers.flatMap((name, index) =>
    name === '' || headers.indexOf(name) !== headers.lastIndexOf(name)
      ? []
      : [[name, mapping[index] ?? null] as const],
  );
}

/** Required columns nobody is mapped to. */
export const missingTargets = (mapping: Mapping): Target[] =>
  ROSTER_COLUMNS.required.filter((name) => !mapping.includes(name));

/** `numbers`: those of the register, for what a number cell has lost of them. */
export function readMapped(table: Table, mapping: Mapping, year: number, numbers: Iterable<string>): Roster {
  const columns = new Map(
    mapping.flatMap((target, index) => (target === null ? [] : [[target, index] as const])),
  );
  return readRoster(table, year, { columns, types: OTHER_TYPES, withZeros: zerosOf(numbers) });
}
