// Random rounds: whatever people try in whatever order, only the table's acts happen, and what the measure forbids never does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Act,
  ACT_NAMES,
  ACTS,
  type ActName,
  STATE_NAMES,
  type State,
} from '../../../src/domain/round/acts.ts';
import type { RoundFact } from '../../../src/domain/round/facts.ts';
import { actRefusal, type Matter, openObjections, stateOn } from '../../../src/domain/round/matter.ts';
import { foldRound } from '../../../src/domain/round/round.ts';
import { points } from '../../../src/domain/points.ts';
import type { Day } from '../../../src/domain/period.ts';

const HASH = 'a'.repeat(64);
const about = (personId: string) => ({ v: 1, period: 1, personId }) as const;
const day = (dayOfMonth: number) => `2026-03-${String(dayOfMonth).padStart(2, '0')}` as Day;

/** The fact an act leaves, in the smallest shape it can have. */
function factOf(act: ActName, matter: Matter, today: Day, serial: number): RoundFact[] {
  const { personId } = matter;
  const branch = { v: 1, period: 1, textHash: HASH } as const;
  const submissionId = matter.submissionId ?? `上报${serial}`;
  const people = [personId];
  const [proposal] = matter.proposals.filter(({ withdrawn }) => !withdrawn);
  const [objection] = openObjections(matter);
  switch (act) {
    case 'apply':
      return [
        {
          type: 'applicationHandedIn',
          ...about(personId),
          tasks: [],
          bonuses: [],
          onBehalf: false,
          late: false,
          textHash: HASH,
        },
      ];
    case 'giveOpinion':
      return [
        {
          type: 'opinionGiven',
          ...about(personId),
          tasks: [],
          quality: null,
          unsigned: false,
          as: 'holder',
          textHash: HASH,
        },
      ];
    case 'proposeDeduction':
      return [
        {
          type: 'deductionProposed',
          ...about(personId),
          proposalId: `拟${serial}`,
          item: '3.4.2-4',
          day: today,
          amount: points(500),
          incident: null,
          evidence: [],
          answerUntil: today,
          textHash: HASH,
        },
      ];
    case 'proposeCorrection':
      return [
        {
          type: 'correctionProposed',
          ...about(personId),
          proposalId: `更${serial}`,
          entryId: '旧分',
          item: '3.4.2-4',
          day: today,
          was: points(500),
          counted: 1,
          amount: points(0),
          withdrawn: true,
          lowers: false,
          evidence: [],
          answerUntil: today,
          textHash: HASH,
        },
      ];
    case 'answerDeduction':
    case 'withdrawDeduction':
      return proposal === undefined
        ? []
        : [
            {
              type: act === 'answerDeduction' ? 'deductionAnswered' : 'deductionWithdrawn',
              ...about(personId),
              proposalId: proposal.proposalId,
              textHash: HASH,
            },
          ];
    case 'assess':
      return [{ type: 'assessmentHandedIn', ...about(personId), tasks: [], textHash: HASH }];
    case 'referTie':
      return [
        {
          type: 'tieReferred',
          ...about(personId),
          meetingId: '会',
          votes: { for: 1, against: 1, abstained: 0 },
          recused: [],
        },
      ];
    case 'appraise':
    case 'decideTie':
      return [
        {
          type: 'appraised',
          ...about(personId),
          meetingId: '会',
          tasks: [],
          bonuses: [],
          deductions: [],
          votes: { for: 3, against: 0, abstained: 0 },
          recused: [],
          textHash: HASH,
        },
      ];
    case 'publish': {
      const noticeId = `公示${serial}`;
      return [
        { type: 'noticeDrafted', ...branch, noticeId, people, workdays: 5 },
        { type: 'noticePublished', v: 1, period: 1, noticeId, from: today, until: today, textHash: HASH },
      ];
    }
    case 'object':
      return [
        { type: 'objectionReceived', ...about(personId), objectionId: `异议${serial}`, answerUntil: today },
      ];
    case 'reject':
    case 'redetermine':
      return objection === undefined
        ? []
        : [
            {
              type: 'objectionAnswered',
              ...about(personId),
              objectionId: objection.objectionId,
              changed: act === 'redetermine',
              textHash: HASH,
            },
          ];
    case 'register':
      return [
        {
          type: 'pointsRegistered',
          ...about(personId),
          entries: [`分${serial}`],
          reversed: [...matter.entries],
        },
      ];
    case 'submit':
      return [{ type: 'roundSubmitted', ...branch, submissionId, people, late: false }];
    case 'sendBack':
      return [{ type: 'roundReturned', ...branch, submissionId, people }];
    case 'review':
      return [{ type: 'roundReviewed', ...branch, submissionId, people }];
    case 'file':
      return [{ type: 'roundFiled', ...branch, submissionId, people }];
  }
}

const OPENED: RoundFact = {
  type: 'roundOpened',
  v: 1,
  period: 1,
  people: ['李梅', '王强'],
  applyUntil: day(9),
  opinionUntil: day(12),
  appraisalOn: day(16),
  filingOn: day(27),
};

/** `pick` chooses among what is allowed then; `wild` tries an act whether it is allowed or not. */
type Tried = {
  readonly who: '李梅' | '王强';
  readonly pick: number;
  readonly wild: ActName | null;
  readonly days: number;
};
const tries = fc.array(
  fc.record({
    who: fc.constantFrom('李梅' as const, '王强' as const),
    pick: fc.nat({ max: 999 }),
    wild: fc.option(fc.constantFrom(...ACT_NAMES), { freq: 4 }),
    days: fc.nat({ max: 1 }),
  }),
  { minLength: 20, maxLength: 60, size: 'max' },
);

/** Plays what is tried; whatever the table refuses leaves no fact. */
function played(all: readonly Tried[]) {
  const facts: { fact: RoundFact; seq: number }[] = [{ fact: OPENED, seq: 1 }];
  const path: { who: string; act: ActName; before: State; after: State }[] = [];
  let round = foldRound(facts);
  let refused = 0;
  let dayOfMonth = 1;
  for (const { who, pick, wild, days } of all) {
    dayOfMonth = Math.min(31, dayOfMonth + days);
    const today = day(dayOfMonth);
    const matter = round.matters.get(who);
    if (matter === undefined) throw new Error(who);
    const open = ACT_NAMES.filter((name) => actRefusal(matter, name, today) === undefined);
    const act = wild ?? open[pick % open.length];
    if (act === undefined || actRefusal(matter, act, today) !== undefined) {
      refused += 1;
      continue;
    }
    const made = factOf(act, matter, today, facts.length);
    if (made.length === 0) continue;
    for (const fact of made) facts.push({ fact, seq: facts.length + 1 });
    round = foldRound(facts);
    path.push({ who, act, before: stateOn(matter, today), after: round.matters.get(who)?.state ?? 'open' });
  }
  return { round, path, facts, refused };
}

const stepsOf = (path: ReturnType<typeof played>['path'], who: string) =>
  path.filter((one) => one.who === who);

describe('a round as the table has it', () => {
  it('every state but the first is reached by some act or by its date, and every act starts somewhere', () => {
    const reached = new Set<State>(['open', 'cleared', ...ACT_NAMES.flatMap((name) => ACTS[name].to ?? [])]);
    expect(STATE_NAMES.filter((state) => !reached.has(state))).toEqual([]);
    expect(ACT_NAMES.filter((name) => (ACTS[name] as Act).from.length === 0)).toEqual([]);
  });

  it('10,000 random rounds: only acts of the table, each leading where it says, and every state is met', () => {
    const met = new Set<State>();
    let refused = 0;
    fc.assert(
      fc.property(tries, (all) => {
        const game = played(all);
        refused += game.refused;
        for (const { act, before, after } of game.path) {
          const { from, to }: Act = ACTS[act];
          met.add(before).add(after);
          if (!from.includes(before)) throw new Error(`${act} from ${before}`);
          const answers = act === 'reject' || act === 'redetermine';
          if (!answers && after !== (to ?? before)) throw new Error(`${act} led to ${after}`);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(refused).toBeGreaterThan(10_000);
    expect(STATE_NAMES.filter((state) => !met.has(state))).toEqual([]);
  }, 120_000);

  it('nothing is registered before a notice of it has ended, and each registration follows its own appraisal and notice', () => {
    fc.assert(
      fc.property(tries, (all) => {
        const { path } = played(all);
        for (const who of ['李梅', '王强']) {
          const acts = stepsOf(path, who).map(({ act }) => act);
          let [appraised, published] = [false, false];
          for (const act of acts) {
            if (act === 'appraise' || act === 'decideTie') [appraised, published] = [true, false];
            if (act === 'publish') {
              expect(appraised).toBe(true);
              published = true;
            }
            if (act === 'register') {
              expect(published).toBe(true);
              [appraised, published] = [false, false];
            }
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('one member’s matter is the same whatever is done in another’s', () => {
    fc.assert(
      fc.property(tries, (all) => {
        const { facts, round } = played(all);
        const others = facts.filter(
          ({ fact }) =>
            !('personId' in fact && fact.personId === '王强') &&
            !('people' in fact && fact.people.every((one) => one === '王强')),
        );
        const known = new Set(
          others.flatMap(({ fact }) => (fact.type === 'noticeDrafted' ? [fact.noticeId] : [])),
        );
        const alone = foldRound(
          others.filter(({ fact }) => fact.type !== 'noticePublished' || known.has(fact.noticeId)),
        );
        expect(alone.matters.get('李梅')).toEqual(round.matters.get('李梅'));
      }),
      { numRuns: 1_000 },
    );
  });

  it('what stands in the ledger is what the latest registration put there', () => {
    fc.assert(
      fc.property(tries, (all) => {
        const { round, facts } = played(all);
        for (const [who, matter] of round.matters) {
          const last = facts
            .map(({ fact }) => fact)
            .findLast((fact) => fact.type === 'pointsRegistered' && fact.personId === who);
          expect(matter.entries).toEqual(last?.type === 'pointsRegistered' ? last.entries : []);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
