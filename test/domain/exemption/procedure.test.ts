// Clause 2 as a state machine: every act in every state, and long random walks held against what a clerk would say.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExemptionFact } from '../../../src/domain/exemption/facts.ts';
import { type Matters, takeExemption } from '../../../src/domain/exemption/matter.ts';
import {
  actsIn,
  EXEMPTION_ACTS,
  EXEMPTION_STATES,
  type ExemptionAct,
  type ExemptionState,
  isOpen,
  stateAfter,
} from '../../../src/domain/exemption/procedure.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { day } from '../../cast.ts';

const STATES = Object.keys(EXEMPTION_STATES) as ExemptionState[];
const ACTS = Object.keys(EXEMPTION_ACTS) as ExemptionAct[];

/** What the clause says, written down a second time by hand. */
const ALLOWED: Readonly<Record<ExemptionState | 'none', Partial<Record<ExemptionAct, ExemptionState>>>> = {
  none: { apply: 'applied' },
  applied: { giveOpinion: 'considered', withdraw: 'withdrawn' },
  considered: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  approved: { giveUp: 'ended', end: 'ended' },
  refused: {},
  withdrawn: {},
  ended: {},
};

describe('an exemption step by step', () => {
  it.each([null, ...STATES].flatMap((state) => ACTS.map((act) => [state, act] as const)))(
    '%s · %s',
    (state, act) => {
      const expected = ALLOWED[state ?? 'none'][act];
      const answer = stateAfter(state, act);
      if (expected === undefined)
        expect(answer).toMatchObject({
          code: 'exemptionStep',
          clause: '2',
          params: { act: EXEMPTION_ACTS[act].name },
        });
      else expect(answer).toBe(expected);
    },
  );

  it('the buttons are exactly the acts of that role in that state', () => {
    for (const state of STATES)
      for (const role of ['member', 'secretary', 'body'] as const)
        expect(actsIn(state, role)).toEqual(
          ACTS.filter((act) => EXEMPTION_ACTS[act].by === role && ALLOWED[state][act] !== undefined),
        );
  });

  it('whatever is tried in whatever order: nothing is granted without an opinion first, and what is closed stays closed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 40 }), (tried) => {
        let state: ExemptionState | null = null;
        const done: ExemptionAct[] = [];
        for (const act of tried) {
          const wasOpen: boolean = state === null || isOpen(state);
          const answer: ExemptionState | ReturnType<typeof stateAfter> = stateAfter(state, act);
          if (isRefusal(answer)) continue;
          if (!wasOpen) expect(state).toBe('approved');
          state = answer;
          done.push(act);
        }
        expect(done.length).toBeLessThanOrEqual(4);
        if (done.includes('approve')) expect(done.slice(0, 3)).toEqual(['apply', 'giveOpinion', 'approve']);
        if (done.includes('end') || done.includes('giveUp')) expect(done).toContain('approve');
      }),
    );
  });
});

const HASH = 'a'.repeat(64);
const of = { v: 1, exemptionId: 'e1', personId: '张建国', textHash: HASH } as const;
const FACTS: Readonly<Record<ExemptionAct, ExemptionFact>> = {
  apply: { type: 'exemptionApplied', ...of, from: null, until: null, renews: null, onBehalf: false },
  giveOpinion: { type: 'exemptionOpinionGiven', ...of, agrees: true, meetingOn: day('2026-04-01') },
  approve: {
    type: 'exemptionDecided',
    ...of,
    bodyId: '党委',
    approved: true,
    from: day('2026-04-02'),
    until: null,
  },
  refuse: { type: 'exemptionDecided', ...of, bodyId: '党委', approved: false, from: null, until: null },
  withdraw: { type: 'exemptionWithdrawn', ...of, onBehalf: false },
  giveUp: { type: 'exemptionEnded', ...of, on: day('2026-06-01'), bodyId: null },
  end: { type: 'exemptionEnded', ...of, on: day('2026-06-01'), bodyId: '党委' },
};

describe('the facts of an exemption', () => {
  it('folded in any order: a fact out of turn is impossible, all others lead where the table leads', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 12 }), (tried) => {
        const matters: Matters = new Map();
        for (const [index, act] of tried.entries()) {
          const before = matters.get('e1')?.state ?? null;
          const expected = stateAfter(before, act);
          const take = () => takeExemption(matters, FACTS[act], { seq: index + 1, at: '', actor: '' });
          if (isRefusal(expected)) expect(take).toThrow(/out of turn/);
          else take();
          expect(matters.get('e1')?.state ?? null).toBe(isRefusal(expected) ? before : expected);
        }
      }),
    );
  });

  it('a fact of somebody else under the same id is impossible', () => {
    const matters: Matters = new Map();
    takeExemption(matters, FACTS.apply, { seq: 1, at: '', actor: '' });
    expect(() =>
      takeExemption(matters, { ...FACTS.giveOpinion, personId: '李梅' } as ExemptionFact, {
        seq: 2,
        at: '',
        actor: '',
      }),
    ).toThrow(/somebody else/);
  });
});
