// The whole table: every office × every ability × where × whose. What is not declared here must be refused.
import { describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR, NOBODY } from '../../../src/domain/access/actor.ts';
import { ABILITY_NAMES, type Ability, abilitiesOf, can, officesToGive } from '../../../src/domain/access.ts';
import { isAdministrator, OFFICE_KINDS, type OfficeKind } from '../../../src/domain/office/office.ts';
import { isRefusal } from '../../../src/domain/refusal.ts';
import { actorOf, BRANCH, COMMITTEE, holder, homeOf, object, TWIN } from './bureau.ts';

/** own: where the office is held, another's matter · self: there, one's own · below, above, twin: other organisations. */
const WHERE = ['own', 'self', 'below', 'above', 'twin'] as const;
type Where = (typeof WHERE)[number];
type Declared = Partial<Record<Where, readonly OfficeKind[]>>;

const everywhere = (...kinds: OfficeKind[]): Declared => ({
  own: kinds,
  below: kinds,
  above: kinds,
  twin: kinds,
});
const READERS = [
  'secretary',
  'deputySecretary',
  'committeeMember',
  'scorekeeper',
  'checker',
  'leadingGroupMember',
] as const;
const IN_BRANCH = OFFICE_KINDS.filter((office) => homeOf(office) === BRANCH);
const ADMINISTRATORS = OFFICE_KINDS.filter(isAdministrator);
const BOTH = (kinds: readonly OfficeKind[]): Declared => ({ own: kinds, self: kinds });

/** Several declarations of one ability. */
function declared(...all: Declared[]): Declared {
  return Object.fromEntries(WHERE.map((where) => [where, all.flatMap((one) => one[where] ?? [])]));
}

const anywhereButSelf = everywhere('securityAdministrator');
const anywhere = (...kinds: OfficeKind[]) => declared(everywhere(...kinds), { self: kinds });
const APPRAISING: readonly OfficeKind[] = ['secretary', 'deputySecretary', 'committeeMember'];
const OFFICER: Declared = { own: [], below: ['committeeOfficer'] };

const EXEMPTING = declared({ self: OFFICE_KINDS }, { own: ['secretary', 'groupLeader', 'scorekeeper'] });
const PROPOSING = declared(
  { self: OFFICE_KINDS },
  { own: ['secretary', 'scorekeeper', 'committeeMember', 'leaderInCharge'] },
);

/** giveOffice and endOffice are of a scorekeeper's office here; the others have their own table below. */
const DECLARED: Readonly<Record<Ability, Declared>> = {
  foundOrganisation: anywhere('systemAdministrator'),
  placeOrganisation: anywhere('systemAdministrator'),
  enterPerson: declared(anywhere('systemAdministrator'), BOTH(['secretary'])),
  giveOffice: { own: ['secretary'] },
  endOffice: { own: ['secretary'] },
  readOffices: declared(anywhere(...ADMINISTRATORS), BOTH(IN_BRANCH), BOTH(['committeeOfficer']), OFFICER),
  linkAccount: anywhereButSelf,
  createAccount: anywhereButSelf,
  resetAtDesk: anywhereButSelf,
  bindSubject: anywhereButSelf,
  suspend: anywhereButSelf,
  endSessions: anywhereButSelf,
  acknowledgeNotice: { self: OFFICE_KINDS },
  readAudit: anywhere('auditAdministrator'),
  openYear: BOTH(['secretary', 'scorekeeper']),
  importYear: BOTH(['scorekeeper', 'checker']),
  postEntry: { own: ['scorekeeper'] },
  reverseEntry: { own: ['scorekeeper'] },
  readBooks: declared(BOTH(READERS), OFFICER),
  readOverview: declared(BOTH(READERS), BOTH(['committeeOfficer']), OFFICER),
  readOwnYear: { self: OFFICE_KINDS },
  // Administrators: of the machine, which has none.
  readMeasure: declared(BOTH(IN_BRANCH), BOTH(['committeeOfficer']), BOTH(ADMINISTRATORS), OFFICER),
  verifyBooks: declared(BOTH(READERS), OFFICER, anywhere('auditAdministrator')),
  readRegister: declared(BOTH(READERS), OFFICER),
  keepRegister: BOTH(['secretary', 'scorekeeper', 'committeeMember']),
  maskNames: BOTH(['secretary']),
  // Administrators: of the machine, whose names nobody masks.
  // Supplying bodies are of the branch by office alone: what they pick a member by is the number.
  seeNames: declared(
    BOTH(IN_BRANCH.filter((office) => office !== 'evidenceBody')),
    BOTH(['committeeOfficer']),
    BOTH(ADMINISTRATORS),
  ),
  assignLeader: { own: ['secretary', 'scorekeeper', 'committeeMember'] },
  decideStanding: { own: ['secretary', 'committeeMember'] },
  applyExemption: EXEMPTING,
  withdrawExemption: EXEMPTING,
  readExemption: declared({ self: OFFICE_KINDS }, { own: ['secretary'] }, OFFICER),
  listExemptions: declared(
    BOTH(['secretary', 'deputySecretary', 'groupLeader', 'scorekeeper', 'committeeOfficer']),
    OFFICER,
  ),
  giveExemptionOpinion: { own: ['secretary'] },
  approveExemption: OFFICER,
  draftRules: BOTH(['secretary', 'scorekeeper', 'committeeMember']),
  adoptRules: BOTH(['secretary']),
  rehearseRules: declared(BOTH(READERS), OFFICER),
  readPlan: declared({ self: OFFICE_KINDS }, { own: [...READERS, 'leaderInCharge', 'groupLeader'] }, OFFICER),
  proposePlan: PROPOSING,
  agreePlan: declared({ self: OFFICE_KINDS }, { own: ['secretary', 'scorekeeper'] }),
  agreePlanAsLeader: { own: ['leaderInCharge'] },
  approvePlan: { own: ['secretary'] },
  importMarks: BOTH(['scorekeeper']),
  confirmHandover: declared({ self: OFFICE_KINDS }, { own: ['secretary'] }),
  recordElection: { own: ['secretary'] },
  recordAbsence: { own: ['secretary'] },
  readRound: declared(BOTH([...READERS, 'leaderInCharge', 'groupLeader']), OFFICER),
  readMatter: declared({ self: OFFICE_KINDS }, { own: [...READERS, 'leaderInCharge'] }, OFFICER),
  openRound: BOTH(['secretary', 'scorekeeper']),
  applyPoints: EXEMPTING,
  giveOpinion: { own: ['leaderInCharge'] },
  proposeCorrection: { own: ['scorekeeper'] },
  proposeDeduction: { own: ['scorekeeper', 'evidenceBody'] },
  answerDeduction: declared({ self: OFFICE_KINDS }, { own: ['secretary'] }),
  assess: { own: ['scorekeeper'] },
  appraise: { own: ['secretary'] },
  readAppraisal: declared(
    BOTH(['secretary', 'deputySecretary', 'committeeMember', 'scorekeeper', 'checker']),
    OFFICER,
  ),
  prepareAppraisal: declared({ own: ['secretary', 'deputySecretary', 'scorekeeper'] }, OFFICER),
  decideTie: OFFICER,
  draftNotice: BOTH(['scorekeeper']),
  checkNotice: { own: ['secretary', 'committeeMember', 'deputySecretary', 'checker'] },
  publishNotice: { own: ['secretary'] },
  receiveObjection: { own: ['secretary', 'committeeMember'] },
  readObjection: { own: ['secretary', 'deputySecretary', 'committeeMember'] },
  revealObjector: { own: ['secretary', 'committeeMember'] },
  redetermine: { own: ['secretary'] },
  lodgeAppeal: declared({ self: OFFICE_KINDS }, { own: ['secretary'] }, OFFICER),
  answerAppeal: OFFICER,
  registerPoints: { own: ['scorekeeper'] },
  submitRound: BOTH(['scorekeeper']),
  reviewRound: OFFICER,
  fileRound: OFFICER,
  issueBulletin: BOTH(['leadingGroupMember']),
  // Administrators: of the machine, which hangs no notices.
  readPublicNotice: declared(BOTH(IN_BRANCH), BOTH(['committeeOfficer']), BOTH(ADMINISTRATORS), OFFICER),
  raiseObjection: declared(BOTH(IN_BRANCH), BOTH(['committeeOfficer']), BOTH(ADMINISTRATORS)),
  // Administrators: of the machine, which has no bulletin.
  readBulletin: declared(BOTH(IN_BRANCH), BOTH(['committeeOfficer']), BOTH(ADMINISTRATORS), OFFICER),
  readEvidence: declared(
    { self: OFFICE_KINDS },
    { own: [...APPRAISING, 'scorekeeper', 'leaderInCharge', 'groupLeader', 'evidenceBody'] },
    OFFICER,
  ),
  weighEvidence: declared(
    { self: OFFICE_KINDS },
    { own: [...APPRAISING, 'scorekeeper', 'leaderInCharge'] },
    OFFICER,
  ),
  weighClosedEvidence: declared({ self: OFFICE_KINDS }, { own: APPRAISING }, OFFICER),
  enterFindings: BOTH(['evidenceBody']),
};

/** All that may be done outside sign-in. */
const ON_NOTICE: readonly Ability[] = ['readPublicNotice', 'raiseObjection'];

/** An office of the branch has no branch below; an officer has no twin but a committee unknown to the branches. */
function objectAt(office: OfficeKind, where: Where) {
  const home = homeOf(office);
  const own = holder(home, office);
  const target = { own: home, self: home, below: BRANCH, above: COMMITTEE, twin: TWIN }[where];
  const about = where === 'self' ? { about: [own.personId], users: [own.userId ?? ''] } : {};
  return object(target, { ...about, office: 'scorekeeper' });
}

/** Where that relation means something: the branch is below the committee and the machine, the committee above the branch. */
function isRelated(office: OfficeKind, where: Where): boolean {
  const home = homeOf(office);
  if (where === 'below') return home !== BRANCH;
  if (where === 'above') return home !== COMMITTEE;
  if (where === 'twin') return home !== COMMITTEE;
  return true;
}

const CELLS = OFFICE_KINDS.flatMap((office) =>
  ABILITY_NAMES.flatMap((ability) =>
    WHERE.filter((where) => isRelated(office, where)).map((where) => {
      const may = DECLARED[ability][where]?.includes(office) === true;
      return { office, ability, where, may };
    }),
  ),
);

describe('the access table', () => {
  it('declares every cell', () => {
    const related = OFFICE_KINDS.flatMap((office) => WHERE.filter((where) => isRelated(office, where)));
    expect(CELLS).toHaveLength(related.length * ABILITY_NAMES.length);
    expect(CELLS.filter(({ may }) => may).length).toBeGreaterThan(60);
  });

  it.each(CELLS)('$office · $ability · $where → $may', ({ office, ability, where, may }) => {
    const actor = actorOf(holder(homeOf(office), office));
    const answer = can(actor, ability, objectAt(office, where));
    expect(answer === true).toBe(may);
    if (isRefusal(answer)) expect(String(answer.params['may'])).toMatch(/。$/);
  });

  it('an office in another branch gives nothing here, whatever it is', () => {
    for (const office of IN_BRANCH) {
      const actor = actorOf(holder(TWIN, office));
      expect(abilitiesOf(actor, object(BRANCH, { office: 'scorekeeper' }))).toEqual([]);
    }
  });

  it('an administrator’s office held anywhere but on the machine gives nothing', () => {
    for (const office of ADMINISTRATORS) {
      const actor = actorOf(holder(TWIN, office));
      expect(abilitiesOf(actor, object(BRANCH, { office: 'secretary' }))).toEqual([]);
    }
  });

  it('whoever holds nothing may do nothing, and nobody even less', () => {
    expect(abilitiesOf(actorOf(), object(BRANCH, { office: 'scorekeeper' }))).toEqual([]);
    expect(abilitiesOf(NOBODY, object(BRANCH, { office: 'scorekeeper' }))).toEqual([]);
  });

  it('whoever has a public notice before them reads it and objects: of everything else, and of every other notice, nothing', () => {
    const reader = { kind: 'publicNotice', organisationId: BRANCH, noticeIds: ['notice-1'] } as const;
    const office = { office: 'scorekeeper' } as const;
    expect(abilitiesOf(reader, object(BRANCH, { ...office, notice: 'notice-1' }))).toEqual(ON_NOTICE);
    for (const elsewhere of [
      object(BRANCH, { ...office, notice: 'notice-2' }),
      object(BRANCH, office),
      object(TWIN, { ...office, notice: 'notice-1' }),
      object(COMMITTEE, { ...office, notice: 'notice-1' }),
    ])
      expect(abilitiesOf(reader, elsewhere)).toEqual([]);
    for (const ability of ABILITY_NAMES.filter((one) => !ON_NOTICE.includes(one)))
      expect(can(reader, ability, object(BRANCH, { ...office, notice: 'notice-1' }))).toMatchObject({
        code: 'notAllowed',
      });
  });

  it('the local operator keeps the books and names the first offices, but has no accounts and no record of sign-ins', () => {
    const may = abilitiesOf(LOCAL_OPERATOR, object(BRANCH, { office: 'secretary' }));
    expect(may).toEqual(
      expect.arrayContaining(['importYear', 'postEntry', 'readBooks', 'giveOffice', 'linkAccount']),
    );
    for (const ability of ['createAccount', 'resetAtDesk', 'suspend', 'endSessions', 'readAudit'] as const)
      expect(may).not.toContain(ability);
  });

  it('a scorekeeper’s own points: refused as their own matter, naming the clause', () => {
    const 记分员 = holder(BRANCH, 'scorekeeper');
    const answer = can(actorOf(记分员), 'postEntry', object(BRANCH, { about: [记分员.personId] }));
    expect(answer).toMatchObject({ code: 'ownMatter', clause: 'An1.2' });
  });
});

const GIVERS: Readonly<Record<OfficeKind, OfficeKind | null>> = {
  secretary: 'systemAdministrator',
  committeeOfficer: 'systemAdministrator',
  systemAdministrator: 'securityAdministrator',
  securityAdministrator: 'systemAdministrator',
  auditAdministrator: 'securityAdministrator',
  member: null,
  deputySecretary: 'secretary',
  committeeMember: 'secretary',
  scorekeeper: 'secretary',
  checker: 'secretary',
  groupLeader: 'secretary',
  leaderInCharge: 'secretary',
  leadingGroupMember: 'secretary',
  evidenceBody: 'secretary',
};

describe('who gives which office', () => {
  it.each(OFFICE_KINDS)('%s gives these and no others, to others and never to oneself', (giver) => {
    const own = holder(homeOf(giver), giver);
    const target = homeOf(giver) === COMMITTEE ? BRANCH : homeOf(giver);
    const given = OFFICE_KINDS.filter((office) => GIVERS[office] === giver);
    expect(officesToGive(actorOf(own), object(target))).toEqual(given);
    expect(
      officesToGive(actorOf(own), object(target, { about: [own.personId], users: [own.userId ?? ''] })),
    ).toEqual([]);
    expect(officesToGive(actorOf(own), object(TWIN))).toEqual(isAdministrator(giver) ? given : []);
  });
});
