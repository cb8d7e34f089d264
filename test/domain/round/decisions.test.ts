import { describe, expect, it } from 'vitest';
import { points } from '../../../src/domain/points.ts';
import type { Day } from '../../../src/domain/period.ts';
import { decisionRefusal } from '../../../src/domain/round/appraisal.ts';
import { type Matter, openMatter } from '../../../src/domain/round/matter.ts';
import { quorumRefusal, recusalRefusal, voteRefusal } from '../../../src/domain/round/meeting.ts';

const code = (refusal: { code: string } | undefined) => refusal?.code;
const TODAY = '2026-03-16' as Day;
const DUE = [
  { taskId: '预算编制', points: points(900) },
  { taskId: '下乡走访', points: points(600) },
];
const decided = (more: object = {}) => ({
  tasks: [
    { taskId: '预算编制', points: points(900) },
    { taskId: '下乡走访', points: points(250) },
  ],
  bonuses: [],
  deductions: [],
  ...more,
});
const 李梅 = openMatter('李梅');
const proposal = (more: Partial<Matter['proposals'][number]> = {}): Matter['proposals'][number] => ({
  proposalId: '拟一',
  item: '3.4.2-4',
  day: '2026-03-02' as Day,
  amount: points(500),
  incident: null,
  evidence: [],
  answerUntil: '2026-03-16' as Day,
  textHash: 'a'.repeat(64),
  seq: 5,
  answeredSeq: null,
  withdrawn: false,
  corrects: null,
  ...more,
});

describe('what a meeting may decide of 李梅', () => {
  it('each task between nothing and what was planned', () => {
    expect(decisionRefusal(李梅, DUE, decided(), TODAY)).toBeUndefined();
  });

  it('no planned task is left undecided, none is decided that was not planned, none twice, none beyond its plan', () => {
    const [first, second] = decided().tasks;
    expect(code(decisionRefusal(李梅, DUE, decided({ tasks: [first] }), TODAY))).toBe('taskUndecided');
    const stranger = { taskId: '没有的任务', points: points(100) };
    expect(code(decisionRefusal(李梅, DUE, decided({ tasks: [first, second, stranger] }), TODAY))).toBe(
      'taskUnknown',
    );
    expect(code(decisionRefusal(李梅, DUE, decided({ tasks: [first, second, second] }), TODAY))).toBe(
      'taskUnknown',
    );
    const more = { taskId: '下乡走访', points: points(601) };
    expect(decisionRefusal(李梅, DUE, decided({ tasks: [first, more] }), TODAY)).toMatchObject({
      code: 'beyondPlan',
      clause: 'An1.3',
      params: { points: '6.01', most: '6.00' },
    });
    const less = { taskId: '下乡走访', points: points(-1) };
    expect(code(decisionRefusal(李梅, DUE, decided({ tasks: [first, less] }), TODAY))).toBe('beyondPlan');
  });

  it('a proposed deduction is decided, and not before it was answered or the days to answer are over', () => {
    const waiting = { ...李梅, proposals: [proposal()] };
    const upheld = decided({ deductions: [{ proposalId: '拟一', upheld: true }] });
    expect(code(decisionRefusal(waiting, DUE, decided(), TODAY))).toBe('undecided');
    expect(code(decisionRefusal(waiting, DUE, upheld, TODAY))).toBe('answerPending');
    expect(decisionRefusal(waiting, DUE, upheld, '2026-03-17' as Day)).toBeUndefined();
    const answered = { ...李梅, proposals: [proposal({ answeredSeq: 7 })] };
    expect(decisionRefusal(answered, DUE, upheld, TODAY)).toBeUndefined();
    const withdrawn = { ...李梅, proposals: [proposal({ withdrawn: true })] };
    expect(decisionRefusal(withdrawn, DUE, decided(), TODAY)).toBeUndefined();
    expect(code(decisionRefusal(withdrawn, DUE, upheld, TODAY))).toBe('undecided');
  });
});

describe('the meeting itself (G36)', () => {
  const entitled = ['张建国', '李梅', '王强', '赵敏', '陈志远', '刘洋'];
  it('more than half of those entitled, and nobody else at the table', () => {
    expect(code(quorumRefusal({ entitled, present: entitled.slice(0, 3) }))).toBe('meetingNoQuorum');
    expect(quorumRefusal({ entitled, present: entitled.slice(0, 4) })).toBeUndefined();
    expect(code(quorumRefusal({ entitled, present: ['孙丽', ...entitled] }))).toBe('notEntitled');
    expect(code(quorumRefusal({ entitled, present: ['张建国', '张建国', '李梅', '王强'] }))).toBe(
      'notEntitled',
    );
  });

  it('the recused count for the quorum, not for the vote', () => {
    expect(voteRefusal({ for: 2, against: 1, abstained: 0 }, 4, 1)).toBeUndefined();
    expect(code(voteRefusal({ for: 2, against: 1, abstained: 1 }, 4, 1))).toBe('votesMiscounted');
    expect(code(voteRefusal({ for: 2, against: 2, abstained: 0 }, 4, 0))).toBe('votesTied');
    expect(code(voteRefusal({ for: 1, against: 2, abstained: 1 }, 4, 0))).toBe('votedDown');
    expect(code(voteRefusal({ for: 2, against: 0, abstained: 2 }, 4, 0))).toBe('votedDown');
  });

  it('whoever it is about leaves the vote, and only the present can', () => {
    expect(code(recusalRefusal(['张建国', '李梅'], [], '李梅'))).toBe('mustRecuse');
    expect(recusalRefusal(['张建国', '李梅'], ['李梅'], '李梅')).toBeUndefined();
    expect(recusalRefusal(['张建国', '王强'], [], '李梅')).toBeUndefined();
    expect(code(recusalRefusal(['张建国', '王强'], ['赵敏'], '李梅'))).toBe('recusedAbsent');
  });
});
