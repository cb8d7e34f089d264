// Every state × act × office (promises X7). What a round allows is declared here a second time, apart from the program's own tables.
import { describe, expect, it } from 'vitest';
import { type AccessObject, type Actor, LOCAL_OPERATOR, NOBODY } from '../../../src/domain/access/actor.ts';
import { can } from '../../../src/domain/access.ts';
import { OFFICE_KINDS, type OfficeKind } from '../../../src/domain/office/office.ts';
import type { Day } from '../../../src/domain/period.ts';
import { isRefusal, type Refusal } from '../../../src/domain/refusal.ts';
import { ACT_NAMES, type ActName, STATE_NAMES, type State } from '../../../src/domain/round/acts.ts';
import { actRefusal, type Matter, openMatter } from '../../../src/domain/round/matter.ts';
import { ABILITY_OF } from '../../../src/service/views/round/actAbilities.ts';
import { actorOf, BRANCH, COMMITTEE, holder, homeOf, object, TWIN } from '../access/bureau.ts';

const TODAY = '2026-06-20' as Day;

/** Of another's matter; `self`: the member's own, whatever else they are. */
type Declared = {
  readonly from: readonly State[];
  readonly by: readonly OfficeKind[];
  readonly self?: true;
  /** Not even with an office that may. */
  readonly never?: OfficeKind;
};
const EARLY: readonly State[] = ['open', 'applied', 'opined', 'assessed'];
const DECLARED: Readonly<Record<ActName, Declared>> = {
  apply: { from: ['open'], by: ['secretary', 'groupLeader', 'scorekeeper'], self: true },
  giveOpinion: { from: ['open', 'applied'], by: ['leaderInCharge'] },
  proposeDeduction: { from: EARLY, by: ['scorekeeper', 'evidenceBody'] },
  proposeCorrection: { from: EARLY, by: ['scorekeeper'] },
  answerDeduction: { from: EARLY, by: ['secretary'], self: true },
  withdrawDeduction: { from: EARLY, by: ['scorekeeper', 'evidenceBody'] },
  assess: { from: ['opined'], by: ['scorekeeper'] },
  appraise: { from: ['assessed', 'reopened'], by: ['secretary'] },
  referTie: { from: ['assessed', 'reopened'], by: ['secretary'] },
  decideTie: { from: ['tied'], by: ['committeeOfficer'] },
  publish: { from: ['appraised'], by: ['scorekeeper'] },
  // handed in while it hung, opened the day after: it was in time
  object: {
    from: ['onNotice', 'objected', 'cleared'],
    by: ['secretary', 'committeeMember'],
    never: 'scorekeeper',
  },
  reject: { from: ['objected'], by: ['secretary'], never: 'scorekeeper' },
  redetermine: { from: ['objected'], by: ['secretary'], never: 'scorekeeper' },
  register: { from: ['cleared'], by: ['scorekeeper'] },
  submit: { from: ['registered'], by: ['scorekeeper'] },
  sendBack: { from: ['submitted'], by: ['committeeOfficer'] },
  review: { from: ['submitted'], by: ['committeeOfficer'] },
  file: { from: ['reviewed'], by: ['committeeOfficer'] },
};
/** The branch's own acts are about nobody in particular: a notice and a submission hold everybody, the scorekeeper among them. */
const OF_THE_BRANCH: readonly ActName[] = ['publish', 'submit'];

function matterIn(state: State): Matter {
  const matter = openMatter('吴㙦');
  const notice = (until: string) => ({ noticeId: '公示', from: '2026-06-15' as Day, until: until as Day });
  if (state === 'cleared') return { ...matter, state: 'onNotice', notice: notice('2026-06-19') };
  return state === 'onNotice' ? { ...matter, state, notice: notice('2026-06-22') } : { ...matter, state };
}

type Who = { readonly name: string; readonly actor: Actor; readonly asked: AccessObject };
type Cell = { readonly state: State; readonly act: ActName; readonly who: Who; readonly may: boolean };

/** The office in question, then whatever is tried in that state; a wrong office is told before a wrong state. */
function answer({ state, act, who }: Cell): Refusal | undefined {
  const allowed = can(who.actor, ABILITY_OF[act], who.asked);
  return isRefusal(allowed) ? allowed : actRefusal(matterIn(state), act, TODAY);
}

function walked(cells: Iterable<Cell>) {
  let [allowed, refused] = [0, 0];
  const wrong: string[] = [];
  for (const cell of cells) {
    const before = JSON.stringify(matterIn(cell.state));
    const said = answer(cell);
    const name = `${cell.state} × ${cell.act} × ${cell.who.name}`;
    if ((said === undefined) !== cell.may) wrong.push(`${name}: ${said?.code ?? 'allowed'}`);
    if (said !== undefined && said.clause === null) wrong.push(`${name}: cites nothing`);
    if (JSON.stringify(matterIn(cell.state)) !== before) wrong.push(`${name}: changed`);
    if (said === undefined) allowed += 1;
    else refused += 1;
  }
  return { allowed, refused, wrong: wrong.slice(0, 20) };
}

function* cellsOf(people: readonly Who[], may: (act: ActName, who: Who) => boolean): Generator<Cell> {
  for (const state of STATE_NAMES)
    for (const act of ACT_NAMES)
      for (const who of people)
        yield { state, act, who, may: DECLARED[act].from.includes(state) && may(act, who) };
}

const anothers = object(BRANCH);
const held = (office: OfficeKind) => holder(homeOf(office), office);
const ofAnother = (...offices: OfficeKind[]): Who => ({
  name: offices.join('+'),
  actor: actorOf(...offices.map(held)),
  asked: anothers,
});

describe('states × acts × offices', () => {
  it('each office alone: only what is declared, every refusal with its clause', () => {
    const people = OFFICE_KINDS.map((office) => ofAnother(office));
    const { allowed, refused, wrong } = walked(
      cellsOf(people, (act, { name }) => DECLARED[act].by.includes(name as OfficeKind)),
    );
    expect(wrong).toEqual([]);
    expect(refused).toBe(STATE_NAMES.length * ACT_NAMES.length * OFFICE_KINDS.length - allowed);
  });

  it('two, three and four offices in one hand may do what each may, and nothing more', () => {
    const people: Who[] = [];
    const grow = (chosen: OfficeKind[], from: number) => {
      if (chosen.length > 1) people.push(ofAnother(...chosen));
      if (chosen.length === 4) return;
      for (let next = from; next < OFFICE_KINDS.length; next += 1)
        grow([...chosen, OFFICE_KINDS[next] as OfficeKind], next + 1);
    };
    grow([], 0);
    const { refused, wrong } = walked(
      cellsOf(people, (act, { name }) => {
        const offices = name.split('+') as OfficeKind[];
        const { by, never } = DECLARED[act];
        return offices.some((office) => by.includes(office)) && !offices.some((office) => office === never);
      }),
    );
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(200_000);
  });

  it('nobody in their own matter, whatever they hold: only to apply and to answer', () => {
    const people = OFFICE_KINDS.filter((office) => homeOf(office) === BRANCH).map((office): Who => {
      const { personId, userId } = held(office);
      return {
        name: office,
        actor: actorOf(held(office)),
        asked: object(BRANCH, { about: [personId], users: [userId ?? ''] }),
      };
    });
    const { wrong } = walked(
      cellsOf(people, (act, { name }) =>
        OF_THE_BRANCH.includes(act)
          ? DECLARED[act].by.includes(name as OfficeKind)
          : DECLARED[act].self === true,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('a batch that holds one’s own is refused whole', () => {
    const people = OFFICE_KINDS.filter((office) => homeOf(office) === BRANCH).map((office): Who => {
      const { personId, userId } = held(office);
      const about = [...(anothers.about ?? []), personId];
      return {
        name: office,
        actor: actorOf(held(office)),
        asked: object(BRANCH, { about, users: [userId ?? ''] }),
      };
    });
    const asOffice = (act: ActName, name: string) =>
      DECLARED[act].by.includes(name as OfficeKind) &&
      (OF_THE_BRANCH.includes(act) || DECLARED[act].self === true);
    expect(walked(cellsOf(people, (act, { name }) => asOffice(act, name))).wrong).toEqual([]);
  });

  it('whoever holds the same offices in the twin branch, nobody at all, a passer-by at the notice, the machine: nothing', () => {
    const twins = OFFICE_KINDS.filter((office) => homeOf(office) === BRANCH).map(
      (office): Who => ({
        name: `the twin's ${office}`,
        actor: actorOf(holder(TWIN, office)),
        asked: anothers,
      }),
    );
    const passer: Actor = { kind: 'publicNotice', organisationId: BRANCH, noticeIds: ['公示'] };
    const others: Who[] = [
      { name: 'nobody', actor: NOBODY, asked: anothers },
      { name: 'a passer-by', actor: passer, asked: { ...anothers, notice: '公示' } },
      { name: 'the machine', actor: LOCAL_OPERATOR, asked: anothers },
      {
        name: 'a member of the committee above',
        actor: actorOf(holder(COMMITTEE, 'member')),
        asked: anothers,
      },
    ];
    const { allowed, wrong } = walked(cellsOf([...twins, ...others], () => false));
    expect([allowed, wrong]).toEqual([0, []]);
  });
});
