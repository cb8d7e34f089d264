// The way of a plan: proposed, agreed by two, approved; every walk of acts keeps to it, and nothing else is allowed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABILITY_NAMES } from '../../../src/domain/access.ts';
import { ImpossibleFact } from '../../../src/domain/ledger/impossible.ts';
import { points } from '../../../src/domain/points.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import type { PlanFact } from '../../../src/domain/taskPlan/facts.ts';
import { inForce, latest, NO_PLAN, takePlan, type TaskPlan } from '../../../src/domain/taskPlan/plan.ts';
import {
  type Act,
  ACT_NAMES,
  ACTS,
  actsIn,
  PHASE_NAMES,
  phaseAfter,
} from '../../../src/domain/taskPlan/procedure.ts';

const HASH = 'ab'.repeat(32);
const 王强 = 'wang';

function factOf(act: Act, version: number): PlanFact {
  const head = { v: 1, personId: 王强, version } as const;
  const returned = { ...head, type: 'planReturned', textHash: HASH } as const;
  const agreed = { ...head, type: 'planAgreed', onBehalf: false, substitute: null, textHash: null } as const;
  switch (act) {
    case 'propose':
      return {
        ...head,
        type: 'planProposed',
        textHash: HASH,
        tasks: [{ taskId: `t${version}`, kind: 'assigned', period: 1, points: points(100) }],
      };
    case 'agreeAsMember':
      return { ...agreed, as: 'member' };
    case 'agreeAsLeader':
      return { ...agreed, as: 'leader' };
    case 'returnAsMember':
      return { ...returned, as: 'member' };
    case 'returnAsLeader':
      return { ...returned, as: 'leader' };
    case 'returnAsBranch':
      return { ...returned, as: 'branch' };
    case 'approve':
      return { ...head, type: 'planApproved', textHash: HASH };
  }
}

function done(plan: TaskPlan, act: Act, seq: number): TaskPlan {
  const version = plan.versions.length + (act === 'propose' ? 1 : 0);
  return takePlan(plan, factOf(act, version), { seq, at: '', actor: '', version: seq });
}

const walk = (...acts: Act[]) => acts.reduce((plan, act, index) => done(plan, act, index + 1), NO_PLAN);

describe('what may be done in which state (3.2)', () => {
  it('is this table, and nothing more', () => {
    expect(Object.fromEntries(PHASE_NAMES.map((phase) => [phase, actsIn(phase)]))).toEqual({
      none: ['propose'],
      proposed: [
        'propose',
        'agreeAsMember',
        'agreeAsLeader',
        'returnAsMember',
        'returnAsLeader',
        'returnAsBranch',
      ],
      memberAgreed: ['propose', 'agreeAsLeader', 'returnAsMember', 'returnAsLeader', 'returnAsBranch'],
      leaderAgreed: ['propose', 'agreeAsMember', 'returnAsMember', 'returnAsLeader', 'returnAsBranch'],
      agreed: ['propose', 'returnAsMember', 'returnAsLeader', 'returnAsBranch', 'approve'],
      returned: ['propose'],
      inForce: ['propose'],
    });
  });

  it.each(PHASE_NAMES.flatMap((phase) => ACT_NAMES.map((act) => ({ phase, act }))))(
    '$phase · $act: its next state, or a refusal that cites the clause',
    ({ phase, act }) => {
      const next = phaseAfter(phase, act);
      if (actsIn(phase).includes(act)) expect(PHASE_NAMES).toContain(next);
      else expect(next).toMatchObject({ code: 'planStep', clause: '3.2', params: { act: ACTS[act].name } });
    },
  );

  it('each act asks an ability of the access table', () => {
    for (const act of ACT_NAMES) expect(ABILITY_NAMES).toContain(ACTS[act].ability);
  });
});

describe('walks', () => {
  it('member and leader agree in either order, then the branch approves', () => {
    expect(walk('propose', 'agreeAsMember', 'agreeAsLeader', 'approve').phase).toBe('inForce');
    expect(walk('propose', 'agreeAsLeader', 'agreeAsMember', 'approve').phase).toBe('inForce');
  });

  it('a new version voids the agreements, and the one in force holds until it is approved', () => {
    const changed = walk(
      'propose',
      'agreeAsMember',
      'agreeAsLeader',
      'approve',
      'propose',
      'agreeAsMember',
      'propose',
    );
    expect(changed.phase).toBe('proposed');
    expect(inForce(changed)?.version).toBe(1);
    expect(latest(changed)).toMatchObject({ version: 3, member: null, leader: null, approved: null });
  });

  it('any walk: in force means that both agreed to that very version, and every refused act changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACT_NAMES), { maxLength: 40 }), (acts) => {
        let plan = NO_PLAN;
        for (const [index, act] of acts.entries()) {
          const allowed = !isRefusal(phaseAfter(plan.phase, act));
          if (allowed) plan = done(plan, act, index + 1);
          else expect(() => done(plan, act, index + 1)).toThrow(ImpossibleFact);
          const held = inForce(plan);
          if (held !== undefined) {
            expect(held.member).not.toBeNull();
            expect(held.leader).not.toBeNull();
            expect(held.returned).toBeNull();
          }
          expect(plan.phase === 'inForce').toBe(held !== undefined && held === latest(plan));
          expect(plan.versions.map(({ version }) => version)).toEqual(plan.versions.map((_, at) => at + 1));
        }
      }),
    );
  });

  it('a fact of another version than the latest was written by nobody’s program', () => {
    const plan = walk('propose', 'propose');
    const at = { seq: 3, at: '', actor: '', version: 3 };
    expect(() => takePlan(plan, factOf('agreeAsMember', 1), at)).toThrow(ImpossibleFact);
    expect(() => takePlan(plan, factOf('propose', 2), at)).toThrow(ImpossibleFact);
  });
});
