// 待办: whatever the table allows somebody to do, and the round waits for, stands in exactly their list; and every line can be done.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { can } from '../../../src/domain/access.ts';
import type { AccessObject, PersonActor } from '../../../src/domain/access/actor.ts';
import type { Absence } from '../../../src/domain/office/substitute.ts';
import type { Day } from '../../../src/domain/period.ts';
import { points } from '../../../src/domain/points.ts';
import { ACTS, type ActName, STATE_NAMES, type State } from '../../../src/domain/round/acts.ts';
import { actRefusal, type Matter, openMatter } from '../../../src/domain/round/matter.ts';
import type { Notice, Round } from '../../../src/domain/round/round.ts';
import { DUTIES, type Duty } from '../../../src/domain/todo/duties.ts';
import { waitingFor } from '../../../src/domain/todo/waitingFor.ts';
import { waitsIn } from '../../../src/domain/todo/waits.ts';
import { actorOf, BRANCH, COMMITTEE, holder, object } from '../access/bureau.ts';

const day = (dayOfMonth: number) => `2026-06-${String(dayOfMonth).padStart(2, '0')}` as Day;
const OPENED: NonNullable<Round['opened']> = {
  period: 2,
  people: [],
  applyUntil: day(5),
  opinionUntil: day(10),
  appraisalOn: day(15),
  filingOn: day(26),
  seq: 1,
};

const OFFICES = [
  'secretary',
  'deputySecretary',
  'committeeMember',
  'scorekeeper',
  'checker',
  'leaderInCharge',
  'leadingGroupMember',
  'groupLeader',
  'evidenceBody',
] as const;
const HOLDERS = [...OFFICES.map((office) => holder(BRANCH, office)), holder(COMMITTEE, 'committeeOfficer')];
const PLAIN = ['刘洋', '吴㙦', '郑𠮷'];
const PEOPLE = [
  ...PLAIN,
  ...HOLDERS.filter((one) => one.organisationId === BRANCH).map((one) => one.personId),
];
const ACTORS: readonly PersonActor[] = [
  ...HOLDERS.map((one) => actorOf(one)),
  ...PLAIN.map((personId) => actorOf(holder(BRANCH, 'member', { personId, userId: `${personId}的账号` }))),
];

/** A matter in any state, with whatever such a matter may carry. */
const matterOf = (personId: string): fc.Arbitrary<Matter> =>
  fc
    .record({
      state: fc.constantFrom(...STATE_NAMES),
      until: fc.integer({ min: 1, max: 28 }),
      answered: fc.boolean(),
      proposed: fc.boolean(),
    })
    .map(({ state, until, answered, proposed }) => ({
      ...openMatter(personId),
      state,
      notice: state === 'onNotice' ? { noticeId: '公示', from: day(1), until: day(until) } : null,
      objections:
        state === 'objected'
          ? [
              {
                objectionId: '异议',
                answerUntil: day(until),
                changed: null,
                receivedSeq: 5,
                answeredSeq: null,
              },
            ]
          : [],
      proposals: proposed
        ? [
            {
              proposalId: '拟',
              item: 'A2.5-1',
              day: day(1),
              amount: points(100),
              incident: null,
              evidence: [],
              answerUntil: day(until),
              textHash: 'a'.repeat(64),
              seq: 3,
              answeredSeq: answered ? 4 : null,
              withdrawn: false,
              corrects: null,
            },
          ]
        : [],
    }));

const roundOf = (notices: readonly Notice[] = []): fc.Arbitrary<Round> =>
  fc.tuple(...PEOPLE.map(matterOf)).map((matters) => ({
    opened: { ...OPENED, people: PEOPLE },
    matters: new Map(matters.map((matter) => [matter.personId, matter])),
    meetings: [],
    notices,
    submissions: [],
    bulletins: [],
  }));

const anyDay = fc.integer({ min: 1, max: 30 }).map(day);
const anybodyAway = fc
  .subarray(HOLDERS)
  .map((away) => new Map(away.map((one) => [one.officeId, 'onLeave' as Absence])));

function aroundOf(away: ReadonlyMap<string, Absence>, actors: ReadonlyMap<number, string> = new Map()) {
  const objectOf = (personId: string): AccessObject => {
    const userId = HOLDERS.find((one) => one.personId === personId)?.userId ?? `${personId}的账号`;
    return { ...object(BRANCH, { about: [personId] }), users: [userId], away };
  };
  const base: AccessObject = { ...object(BRANCH), about: [], users: [], away };
  return { base, objectOf, actorOf: (seq: number) => actors.get(seq) ?? '' };
}

/** Said apart from the code under test: which act a matter in that state waits for, on top of what the table allows. */
const ACT_OF: Readonly<Partial<Record<Duty, ActName>>> = {
  apply: 'apply',
  answerDeduction: 'answerDeduction',
  giveOpinion: 'giveOpinion',
  assess: 'assess',
  appraise: 'appraise',
  decideTie: 'decideTie',
  redetermine: 'reject',
  register: 'register',
  review: 'review',
  file: 'file',
};
const OWN: readonly Duty[] = ['apply', 'answerDeduction'];

function waitsToday(duty: Duty, matter: Matter, today: Day): boolean {
  const mayAnswer = matter.proposals.some((one) => one.answeredSeq === null && today <= one.answerUntil);
  switch (duty) {
    case 'answerDeduction':
      return mayAnswer;
    case 'giveOpinion':
      return matter.state === 'applied' || today > OPENED.applyUntil;
    case 'appraise':
      return (
        !mayAnswer || !(['open', 'applied', 'opined', 'assessed'] as readonly State[]).includes(matter.state)
      );
    default:
      return true;
  }
}

describe('待办', () => {
  it('of 1,000 rounds: exactly whoever may do what waits has it, substitutes and self-interest among them', () => {
    fc.assert(
      fc.property(roundOf(), anyDay, anybodyAway, (round, today, away) => {
        const around = aroundOf(away);
        const waits = waitsIn(round, today);
        for (const actor of ACTORS) {
          const lines = waitingFor(actor, waits, around);
          for (const [duty, act] of Object.entries(ACT_OF) as [Duty, ActName][]) {
            const had = new Set(lines.filter((line) => line.duty === duty).flatMap(({ people }) => people));
            const expected = [...round.matters.values()]
              .filter((matter) => actRefusal(matter, act, today) === undefined)
              .filter((matter) => waitsToday(duty, matter, today))
              .filter(({ personId }) => can(actor, DUTIES[duty].ability, around.objectOf(personId)) === true)
              .filter(
                ({ personId }) =>
                  !OWN.includes(duty) || actor.selves.some((self) => self.personId === personId),
              )
              .map(({ personId }) => personId);
            expect([...had].toSorted(), `${actor.userId} ${duty}`).toEqual(expected.toSorted());
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('no wait that somebody could do is in nobody’s list', () => {
    fc.assert(
      fc.property(roundOf(), anyDay, anybodyAway, (round, today, away) => {
        const around = aroundOf(away);
        for (const wait of waitsIn(round, today)) {
          const able = ACTORS.filter((actor) => {
            const about =
              DUTIES[wait.duty].of === 'member' ? around.objectOf(wait.people[0] ?? '') : around.base;
            return can(actor, DUTIES[wait.duty].ability, about) === true;
          });
          const told = ACTORS.filter((actor) => waitingFor(actor, [wait], around).length > 0);
          if (able.length > 0 && !OWN.includes(wait.duty)) expect(told.length).toBeGreaterThan(0);
          for (const one of told) expect(able).toContain(one);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('every act of the table leads somewhere: a state that is not the end waits for an act, or for a day', () => {
    const today = day(20);
    for (const state of STATE_NAMES) {
      const matter: Matter = {
        ...openMatter('刘洋'),
        state,
        notice: { noticeId: '公示', from: day(1), until: day(28) },
        objections: [
          { objectionId: '异议', answerUntil: day(3), changed: null, receivedSeq: 5, answeredSeq: null },
        ],
      };
      const round: Round = {
        opened: { ...OPENED, people: ['刘洋'] },
        matters: new Map([['刘洋', matter]]),
        meetings: [],
        notices: [],
        submissions: [],
        bulletins: [],
      };
      const duties = waitsIn(round, today).map(({ duty }) => duty);
      const resting: readonly State[] = ['onNotice'];
      expect(duties.length > 0, state).toBe(!resting.includes(state));
      expect(
        Object.values(ACTS).some(({ from }) => (from as readonly State[]).includes(state)) ||
          state === 'filed',
      ).toBe(true);
    }
  });

  it('a notice is checked by another than whoever drafted it, approved by another than whoever checked it', () => {
    const people = ['刘洋'];
    const notice: Notice = {
      noticeId: '公示',
      people,
      workdays: 5,
      draftedSeq: 20,
      checked: null,
      published: null,
    };
    const appraised: Matter = { ...openMatter('刘洋'), state: 'appraised' };
    const roundWith = (hanging: Notice): Round => ({
      opened: { ...OPENED, people },
      matters: new Map([['刘洋', appraised]]),
      meetings: [],
      notices: [hanging],
      submissions: [],
      bulletins: [],
    });
    const by = (office: (typeof OFFICES)[number]) => `person:${holder(BRANCH, office).userId}`;
    const told = (round: Round, duty: Duty, actors: ReadonlyMap<number, string>) =>
      ACTORS.filter((actor) =>
        waitingFor(actor, waitsIn(round, day(16)), aroundOf(new Map(), actors)).some(
          (line) => line.duty === duty,
        ),
      ).map(({ userId }) => userId.replace(/的账号$/, '').replace(`${BRANCH}的`, ''));
    const drafted = new Map([[20, by('scorekeeper')]]);
    expect(told(roundWith(notice), 'checkNotice', drafted).toSorted()).toEqual(
      ['checker', 'committeeMember', 'deputySecretary', 'secretary'].toSorted(),
    );
    expect(told(roundWith(notice), 'checkNotice', new Map([[20, by('checker')]]))).not.toContain('checker');
    const checked = { ...notice, checked: { sound: true, seq: 21 } };
    expect(told(roundWith(checked), 'publishNotice', new Map([[21, by('checker')]]))).toEqual(['secretary']);
    expect(told(roundWith(checked), 'publishNotice', new Map([[21, by('secretary')]]))).toEqual([
      'deputySecretary',
    ]);
    const unsound = { ...notice, checked: { sound: false, seq: 21 } };
    expect(told(roundWith(unsound), 'draftNotice', drafted)).toEqual(['scorekeeper']);
    expect(told(roundWith(unsound), 'publishNotice', drafted)).toEqual([]);
  });

  it('says why a substitute acts, and nothing to the holder of the office', () => {
    const round: Round = {
      opened: { ...OPENED, people: ['刘洋'] },
      matters: new Map([['刘洋', { ...openMatter('刘洋'), state: 'opined' }]]),
      meetings: [],
      notices: [],
      submissions: [],
      bulletins: [],
    };
    const away = new Map<string, Absence>([[holder(BRANCH, 'scorekeeper').officeId, 'onLeave']]);
    const lineOf = (office: (typeof OFFICES)[number], absent: ReadonlyMap<string, Absence>) =>
      waitingFor(actorOf(holder(BRANCH, office)), waitsIn(round, day(12)), aroundOf(absent)).find(
        ({ duty }) => duty === 'assess',
      );
    expect(lineOf('scorekeeper', new Map())).toMatchObject({ instead: null, due: OPENED.appraisalOn });
    expect(lineOf('secretary', new Map())).toBeUndefined();
    expect(lineOf('secretary', away)).toMatchObject({ instead: { as: 'secretary', because: 'onLeave' } });
  });
});
