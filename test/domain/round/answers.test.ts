// Which proposals wait for the member's answer before the meeting decides (G41).
import { expect, it } from 'vitest';
import type { Day } from '../../../src/domain/period.ts';
import { points } from '../../../src/domain/points.ts';
import { answerRefusal } from '../../../src/domain/round/appraisal.ts';
import { awaitingAnswer, openMatter, type Proposal } from '../../../src/domain/round/matter.ts';

const LAST = '2026-06-05' as Day;
const AFTER = '2026-06-06' as Day;
const deduction: Proposal = {
  proposalId: '拟扣分',
  item: 'A2.5-1',
  day: '2026-05-20' as Day,
  amount: points(100),
  incident: null,
  evidence: [],
  answerUntil: LAST,
  textHash: 'a'.repeat(64),
  seq: 3,
  answeredSeq: null,
  withdrawn: false,
  corrects: null,
};
const correcting = (lowers: boolean): Proposal => ({
  ...deduction,
  proposalId: lowers ? '不利的更正' : '有利的更正',
  corrects: { entryId: '原登记', was: points(100), counted: 1, withdrawn: false, lowers },
});
const withProposals = (...proposals: readonly Proposal[]) => ({
  ...openMatter('吴㙦'),
  state: 'assessed' as const,
  proposals,
});
const waitingOn = (day: Day, ...proposals: readonly Proposal[]) =>
  awaitingAnswer(withProposals(...proposals), day).map(({ proposalId }) => proposalId);

it('a deduction and a correction to the member’s loss wait up to their last day; one in their favour waits for nobody', () => {
  const all = [deduction, correcting(true), correcting(false)];
  expect(waitingOn(LAST, ...all)).toEqual(['拟扣分', '不利的更正']);
  expect(waitingOn(AFTER, ...all)).toEqual([]);
});

it('what is answered or withdrawn waits no more', () => {
  expect(waitingOn(LAST, { ...deduction, answeredSeq: 4 }, { ...correcting(true), withdrawn: true })).toEqual(
    [],
  );
});

it('the meeting is refused what may still be answered, and decides at once what is in the member’s favour', () => {
  expect(answerRefusal(withProposals(correcting(false)), LAST)).toBeUndefined();
  expect(answerRefusal(withProposals(correcting(true)), LAST)).toMatchObject({
    code: 'answerPending',
    clause: '3.4',
    params: { until: LAST },
  });
});
