/** Words of appeals to the organisation above (An1.6, reading G30). */
import type { Appeals } from '../../contract/appeals.ts';

type Subject = Appeals['appeals'][number]['about'];
type PutRight = Appeals['putRight'];

const SUBJECTS: Readonly<Record<Subject, string>> = {
  points: '已登记的本季积分',
  kept: '异议的答复：维持原评议',
  changed: '异议的答复：重新评议',
};

const verdicts = (upheld: string) => [
  { value: 'kept', label: '不成立，维持原登记' },
  { value: 'upheld', label: upheld },
];

export const appealWords = {
  title: '申诉',
  lead: '向上级党组织申诉',
  note: '对已登记的积分或异议的答复不服的，可以向上级党组织申诉。申诉是党员的权利，不因此扣分。已登记的积分不因申诉改动；申诉成立的，由支部在正在进行的一轮里提出更正，写明原登记；最后一季的退回重新评议，或在年终评定格次时认定（读法 G30、G31）。',
  onBehalfNote: '本人当面说的，照本人所说代为登记；账册写明由他人代为登记。',
  subject: '对什么申诉',
  subjects: SUBJECTS,
  words: '申诉的内容和理由',
  lodge: '提交申诉',
  of: (subject: Subject, on: string, onBehalf: boolean) =>
    `${on}，对${SUBJECTS[subject]}${onBehalf ? '（由他人代为登记）' : ''}`,
  says: '申诉内容',
  sealed: '申诉的内容只由本人和答复的上级党组织查看。',
  state: '办理情况',
  waiting: (day: string, left: number | null) => `等上级党组织答复，${dueWords(day, left)}`,
  result: (upheld: boolean) => (upheld ? '申诉成立' : '申诉不成立，维持原登记'),
  correct: {
    laterRound: '支部应在正在进行的一轮里对这一季提出更正（考核登记表，“更正以前各期已登记的积分”）。',
    yearEnd:
      '这是本年度最后一季。还没有审核的，由党委退回支部重新评议；已经审核或备案的，本季登记不再改动，由支部在年终评定格次上报时附上这份答复，党委审核格次时一并认定（附件一第八步）。',
  } satisfies Readonly<Record<PutRight, string>>,
  lastRound:
    '这是本年度最后一季，本年以后没有一轮可以更正。认定成立的：还没有审核的，请在各支部进度里把这名党员退回支部重新评议；已经审核或备案的，请在书面答复里写明应得的分值，由支部在年终评定格次上报时附上，党委审核格次时一并认定（附件一第八步）。',
  answered: '书面答复',
  answer: '答复申诉',
  verdict: '结论',
  verdicts: {
    laterRound: verdicts('成立，由支部在正在进行的一轮里更正'),
    yearEnd: verdicts('成立，退回支部重新评议或在年终评定格次时认定'),
  } satisfies Readonly<Record<PutRight, unknown>>,
  answerText: '书面答复（本人看得到）',
  answerAct: '作出答复',
  list: '等待答复的申诉',
  listNote:
    '所属支部的党员对已登记的积分或异议的答复提出的申诉。点姓名看本季全部事项和申诉内容，在那里答复。',
  columns: { member: '申诉人', branch: '支部', round: '哪一轮', on: '提出日期', due: '答复期限' },
  roundOf: (year: number, label: string) => `${year} 年${label}`,
  due: dueWords,
  upheldTitle: '申诉成立，等待更正',
  upheldNote:
    '上级党组织认定以下申诉成立。请点“看全部党员”找到本人，在“拟扣分和更正”里“更正以前各期已登记的积分”，依据写上级党组织的答复。',
  upheldLine: (name: string, quarters: readonly string[]) => `${name}：${quarters.join('、')}`,
};

function dueWords(day: string, left: number | null): string {
  if (left === null) return `${day}，已逾期`;
  return left === 0 ? `${day}，今天到期` : `${day}，还有 ${left} 个工作日`;
}
