// A whole round in the fewest acts: 吴㙦 commended and with a deduction proposed, 孙丽 left unsigned, 郑𠮷 objected to and shown
// again; everybody else filed. For whoever looks at what a round leaves behind.
import { points } from '../../src/domain/points.ts';
import { type acts, type Bureau, day, handedInHere, HERE, type Name } from './rounds.ts';

const ALL: readonly Name[] = ['张建国', '李梅', '王强', '郑𠮷', '吴㙦', '孙丽'];
const except = (...left: Name[]) => ALL.filter((one) => !left.includes(one));

type Acting = {
  readonly world: Bureau['world'];
  readonly by: Bureau['done'];
  readonly on: Bureau['on'];
  readonly id: Bureau['id'];
  readonly acts: ReturnType<typeof acts>;
};

export type Told = {
  readonly reason: string;
  readonly words: string;
  /** Evidence brought before, by 吴㙦 to the claim and by 李梅 to the deduction. */
  readonly files?: { readonly claim: readonly string[]; readonly deduction: readonly string[] };
};
export type Ids = { readonly meetingId: string; readonly noticeId: string; readonly proposalId: string };

/** From a round that has begun. `told`: the words of the commendation, of the deduction and of its answer. */
async function toMeeting({ by, on, id, acts: act }: Acting, told: Told): Promise<string> {
  const { reason, words, files = { claim: [], deduction: [] } } = told;
  const commended = { item: '3.4.1-4', day: day('2026-05-08'), reason, document: '财发〔2026〕8号' };
  const bonuses = [{ ...commended, achievement: null, evidence: files.claim }];
  await by('吴㙦', await act.applying('吴㙦', { bonuses, selfReported: words }));
  for (const name of ['张建国', '李梅', '王强'] as const) await by(name, await act.applying(name));
  await by('李梅', await act.applying('郑𠮷', { onBehalf: { helper: '李梅', on: day('2026-06-01') } }));
  await by('赵敏', await act.opinions(except('孙丽')));
  on('2026-06-12');
  await by('赵敏', await act.opinions(['孙丽'], true));
  const { proposalId } = await by('李梅', {
    type: 'proposeDeduction',
    ...HERE,
    personId: id.吴㙦,
    proposed: {
      item: 'A2.5-1',
      day: day('2026-05-20'),
      amount: points(100),
      reason,
      evidence: '签到表',
      supplier: null,
      incident: null,
    },
    files: files.deduction,
  });
  const answer = { type: 'answerDeduction', ...HERE, personId: id.吴㙦, words, spoken: false } as const;
  await by('吴㙦', { ...answer, proposalId: String(proposalId) });
  await by('李梅', await act.sheet(except('李梅')));
  await by('孙丽', await act.sheet(['李梅']));
  return String(proposalId);
}

export async function toFiling(acting: Acting, told: Told): Promise<Ids> {
  const { world, by, on, acts: act } = acting;
  const proposalId = await toMeeting(acting, told);
  on('2026-06-15');
  const { meetingId } = await by('张建国', act.meeting('2026-06-15', ['张建国', '王强'], ['郑𠮷']));
  // the recused stay for the quorum and do not vote
  await by('张建国', await act.appraising(meetingId, except('张建国', '郑𠮷'), 2));
  await by(
    '张建国',
    await act.appraising(meetingId, ['郑𠮷'], 2, {
      recused: [],
      votes: { for: 2, against: 0, abstained: 0 },
    }),
  );
  await by('刘洋', await act.appraising(meetingId, ['张建国'], 2));
  const { noticeId } = await by('李梅', act.drafting(ALL));
  await by('王强', act.checking(noticeId));
  await by('张建国', act.publishing(noticeId));
  for (const [name, objectionId] of [
    ['郑𠮷', '异议一'],
    ['孙丽', '异议二'],
  ] as const) {
    const taking = act.objecting(name, objectionId);
    await handedInHere(world, taking);
    await by('王强', taking);
  }
  await by('张建国', act.answering('孙丽', '异议二', false));
  await by('张建国', act.answering('郑𠮷', '异议一', true));
  on('2026-06-24');
  await by('李梅', act.registering(except('李梅', '郑𠮷')));
  await by('孙丽', act.registering(['李梅']));
  const { submissionId } = await by('李梅', act.submitting(except('郑𠮷')));
  await by('刘洋', act.onSubmission('reviewRound', submissionId, except('郑𠮷')));
  await by('刘洋', act.onSubmission('fileRound', submissionId, except('郑𠮷'), '县财党备〔2026〕1号'));
  return { meetingId: String(meetingId), noticeId: String(noticeId), proposalId };
}
