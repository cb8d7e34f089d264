/** What is done in the demonstration's rounds, act by act, by whoever's office it is; everything they say is marked 示例. */
import { addDays } from '../../domain/calendar/dayCount.ts';
import { type Points, points } from '../../domain/points.ts';
import type { ClaimedBonus } from '../round/claims.ts';
import type { ProposeDeduction } from '../round/proposeDeduction.ts';
import { COMMITTEE_SEATS, OFFICE } from './townCast.ts';
import type { Stage } from './stage.ts';

/** Those with an account hand in themselves; the others on paper, which the scorekeeper records. */
export async function applied(
  stage: Stage,
  names: readonly string[],
  signedIn: readonly string[],
  bonuses: Readonly<Record<string, readonly ClaimedBonus[]>> = {},
): Promise<void> {
  for (const name of names) {
    const { due } = await stage.matter(name);
    const own = signedIn.includes(name);
    await stage.by(own ? name : OFFICE.scorekeeper, {
      type: 'handInApplication',
      ...stage.here,
      personId: stage.idOf(name),
      tasks: due.map(({ taskId, points: claimed }) => ({
        taskId,
        done: 'done' as const,
        claimed,
        words: '示例：按时完成',
      })),
      bonuses: bonuses[name] ?? [],
      selfReported: null,
      onBehalf: own ? null : { helper: OFFICE.scorekeeper, on: stage.today() },
    });
  }
}

export async function opined(stage: Stage, names: readonly string[]): Promise<void> {
  const opinions = await Promise.all(
    names.map(async (name) => ({
      personId: stage.idOf(name),
      tasks: (await stage.matter(name)).due.map(({ taskId }) => ({ taskId, done: 'done' as const })),
      quality: 'good' as const,
      words: '示例：完成较好',
    })),
  );
  await stage.by(OFFICE.leader, { type: 'giveOpinions', ...stage.here, unsigned: false, opinions });
}

/** The leader kept silent: the secretary records it. */
export async function unsigned(stage: Stage, names: readonly string[]): Promise<void> {
  const opinions = names.map((name) => ({
    personId: stage.idOf(name),
    tasks: [],
    quality: null,
    words: '示例：分管领导未签',
  }));
  await stage.by(OFFICE.secretary, { type: 'giveOpinions', ...stage.here, unsigned: true, opinions });
}

export async function proposed(
  stage: Stage,
  name: string,
  said: Pick<ProposeDeduction['proposed'], 'item' | 'day' | 'amount' | 'reason'>,
): Promise<string> {
  const { proposalId } = await stage.by(OFFICE.scorekeeper, {
    type: 'proposeDeduction',
    ...stage.here,
    personId: stage.idOf(name),
    proposed: { ...said, evidence: '示例：签到表', supplier: '本支部', incident: null },
    files: [],
  });
  return String(proposalId);
}

/** What the plan holds, short of a point for those named. The scorekeeper's own line is the checker's. */
export async function assessed(
  stage: Stage,
  names: readonly string[],
  short: readonly string[] = [],
): Promise<void> {
  const own = names.filter((name) => name === OFFICE.scorekeeper);
  const others = names.filter((name) => name !== OFFICE.scorekeeper);
  for (const [by, whose] of [
    [OFFICE.scorekeeper, others],
    [OFFICE.checker, own],
  ] as const) {
    if (whose.length === 0) continue;
    const lines = await Promise.all(
      whose.map(async (name) => ({
        personId: stage.idOf(name),
        tasks: await pointsOf(stage, name, short),
        words: short.includes(name) ? '示例：有一次报送迟了' : '',
      })),
    );
    await stage.by(by, { type: 'handInAssessments', ...stage.here, lines });
  }
}

const A_POINT = points(100);

async function pointsOf(stage: Stage, name: string, short: readonly string[]) {
  const { due } = await stage.matter(name);
  return due.map(({ taskId, points: planned }, index) => ({
    taskId,
    points: short.includes(name) && index === 0 ? ((planned - A_POINT) as Points) : planned,
  }));
}

/** The committee sits, one of its members away on duty; the secretary's own matter is the deputy's to record. Gives the meeting's id. */
export async function appraised(
  stage: Stage,
  names: readonly string[],
  short: readonly string[] = [],
): Promise<string> {
  const present = COMMITTEE_SEATS.filter((name) => name !== OFFICE.absent);
  const { meetingId } = await stage.by(OFFICE.secretary, {
    type: 'holdMeeting',
    ...stage.here,
    on: stage.today(),
    place: '示例：二楼会议室',
    host: OFFICE.secretary,
    present: present.map(stage.idOf),
    absent: [{ personId: stage.idOf(OFFICE.absent), reason: '示例：下乡包村' }],
    minutes: '示例：逐人比对申报、意见和考核登记，逐人表决',
  });
  const own = names.filter((name) => name === OFFICE.secretary);
  const others = names.filter((name) => name !== OFFICE.secretary);
  for (const [by, whose] of [
    [OFFICE.secretary, others],
    [OFFICE.deputy, own],
  ] as const) {
    if (whose.length === 0) continue;
    const decisions = await Promise.all(whose.map((name) => decisionOn(stage, name, present, short)));
    await stage.by(by, { type: 'appraise', ...stage.here, meetingId: String(meetingId), decisions });
  }
  return String(meetingId);
}

/** Tied, discussed again, tied again (G36): half for, half against, whoever is left abstains. */
export async function tiedAt(stage: Stage, meetingId: string, names: readonly string[]): Promise<void> {
  const present: readonly string[] = COMMITTEE_SEATS.filter((name) => name !== OFFICE.absent);
  const ties = names.map((name) => {
    const recused = present.includes(name) ? [stage.idOf(name)] : [];
    const voters = present.length - recused.length;
    const half = Math.floor(voters / 2);
    return {
      personId: stage.idOf(name),
      votes: { for: half, against: half, abstained: voters - 2 * half },
      recused,
    };
  });
  await stage.by(OFFICE.secretary, { type: 'referTies', ...stage.here, meetingId, ties });
}

async function decisionOn(stage: Stage, name: string, present: readonly string[], short: readonly string[]) {
  const { matter, proposals } = await stage.matter(name);
  const recused = present.includes(name) ? [stage.idOf(name)] : [];
  return {
    personId: stage.idOf(name),
    tasks: await pointsOf(stage, name, short),
    bonuses: (matter.application?.bonuses ?? []).map(({ bonusId }) => ({ bonusId, accepted: true })),
    deductions: proposals.map(({ proposalId }) => ({ proposalId, upheld: true })),
    votes: { for: present.length - recused.length, against: 0, abstained: 0 },
    recused,
    words: short.includes(name) ? '示例：与考核登记一致' : '',
  };
}

/** Drafted alone; hangs once it is checked and approved. */
export async function drafted(stage: Stage, names: readonly string[], workdays: number): Promise<string> {
  const { noticeId } = await stage.by(OFFICE.scorekeeper, {
    type: 'draftNotice',
    ...stage.here,
    people: names.map(stage.idOf),
    workdays,
    scope: '示例：各乡镇财政所',
    receiver: `示例：${OFFICE.receiver}，二楼 203 室`,
  });
  return String(noticeId);
}

export async function published(stage: Stage, names: readonly string[], workdays: number) {
  const noticeId = await drafted(stage, names, workdays);
  await stage.by(OFFICE.checksNotice, {
    type: 'checkNotice',
    ...stage.here,
    noticeId,
    sound: true,
    words: '',
  });
  const { until } = await stage.by(OFFICE.secretary, { type: 'publishNotice', ...stage.here, noticeId });
  return { noticeId, dayAfter: addDays(until as never, 1) };
}

/** The scorekeeper's own points are registered by the checker. */
export async function registered(stage: Stage, names: readonly string[]): Promise<void> {
  for (const own of [false, true]) {
    const whose = names.filter((name) => (name === OFFICE.scorekeeper) === own);
    const by = own ? OFFICE.checker : OFFICE.scorekeeper;
    if (whose.length > 0)
      await stage.by(by, { type: 'registerPoints', ...stage.here, people: whose.map(stage.idOf) });
  }
}

export async function submitted(stage: Stage, names: readonly string[]): Promise<string> {
  const { submissionId } = await stage.by(OFFICE.scorekeeper, {
    type: 'submitRound',
    ...stage.here,
    people: names.map(stage.idOf),
    lateReason: '示例：公示期顺延',
  });
  return String(submissionId);
}

export async function above(
  stage: Stage,
  type: 'returnRound' | 'reviewRound' | 'fileRound',
  submissionId: string,
  names: readonly string[],
  words: string,
): Promise<void> {
  const people = names.map(stage.idOf);
  await stage.by(OFFICE.officer, { type, ...stage.here, submissionId, people, words });
}
