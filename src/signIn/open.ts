/** Opens the room: everything the rest of the program does with accounts and sessions is in what this gives. */
import type { Refusal } from '../domain/refusal.ts';
import * as accounts from './accounts.ts';
import { openAttempts } from './attempts.ts';
import { type Audit, openAudit } from './audit.ts';
import { openAuth } from './auth.ts';
import { cookieProfile } from './cookies.ts';
import type { DeskCode } from './deskCode.ts';
import * as entering from './entering.ts';
import { type FormGuard, formGuard } from './formGuard.ts';
import { openHashing } from './hashing.ts';
import * as notice from './notice.ts';
import * as oidc from './oidc.ts';
import * as passwords from './passwords.ts';
import type {
  Answer,
  Caller,
  Glimpse,
  Identity,
  OwnSession,
  SignedIn,
  SignInSettings,
  Surroundings,
} from './ports.ts';
import * as proving from './proving.ts';
import type { Room } from './room.ts';
import { keyedBy, loadSecret } from './secret.ts';
import * as sessions from './sessions.ts';
import * as setup from './setup.ts';
import * as standing from './standing.ts';

export type AccountView = {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly suspendedAt: string | null;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly founding: string | null;
};

export type SignIn = {
  readonly identify: (caller: Caller) => Promise<Identity | null>;
  readonly glimpse: (caller: Caller) => Promise<Glimpse | null>;
  readonly forms: FormGuard;

  readonly enter: (caller: Caller, credentials: entering.Credentials) => Promise<Answer<SignedIn>>;
  readonly enterSecond: (caller: Caller, factor: entering.SecondFactor) => Promise<Answer<SignedIn>>;
  readonly redeemCode: (caller: Caller, redemption: passwords.Redemption) => Promise<Answer<SignedIn>>;
  readonly oidc: oidc.OidcOffer | null;
  readonly startOidc: (caller: Caller) => Promise<Answer<{ readonly location: string }>>;
  readonly finishOidc: (caller: Caller, query: string) => Promise<Answer<SignedIn>>;
  readonly leave: (caller: Caller) => Promise<Answer>;

  readonly stepUp: (caller: Caller, proof: proving.Proof) => Promise<Answer>;
  readonly changeOffice: (caller: Caller, office: string | null) => Promise<Answer>;
  readonly changePassword: (caller: Caller, change: passwords.Change) => Promise<Answer>;
  readonly enrolFactor: (
    caller: Caller,
    password: string,
  ) => Promise<Answer<{ readonly uri: string; readonly recoveryCodes: readonly string[] }>>;
  readonly confirmFactor: (caller: Caller, code: string) => Promise<Answer>;
  readonly dropFactor: (caller: Caller, password: string) => Promise<Answer>;
  readonly renewRecoveryCodes: (
    caller: Caller,
    password: string,
  ) => Promise<Answer<{ readonly recoveryCodes: readonly string[] }>>;
  readonly ownSessions: (caller: Caller) => Promise<readonly OwnSession[]>;
  readonly revokeOwn: (
    caller: Caller,
    which: { readonly sessionId: string } | 'others',
  ) => Promise<Answer<{ readonly ended: number }>>;

  /** The privacy notice, by accounts that are in no organisation's register. */
  readonly acknowledge: (caller: Caller, version: string) => Promise<Answer>;
  readonly acknowledged: (userId: string, version: string) => Promise<boolean>;

  /** Removes what has lapsed; to be called now and then. */
  readonly sweep: () => Promise<void>;
  readonly isSetUp: () => Promise<boolean>;
  readonly setUp: (caller: Caller, wanted: setup.SetUp) => Promise<setup.Founded | Refusal>;
  readonly accounts: () => Promise<readonly AccountView[]>;
  readonly createAccount: (by: standing.By, account: accounts.NewAccount) => Promise<DeskCode | Refusal>;
  readonly resetAtDesk: (by: standing.By, reset: accounts.Reset) => Promise<DeskCode | Refusal>;
  readonly suspend: (by: standing.By, userId: string) => Promise<Refusal | null>;
  readonly resume: (by: standing.By, userId: string) => Promise<Refusal | null>;
  readonly endSessions: (by: standing.By, userId: string) => Promise<Refusal | null>;
  readonly bindSubject: (by: standing.By, userId: string, subject: string) => Promise<Refusal | null>;
  readonly audit: Audit['list'];
};

/** The tables must be there (migrate.ts). Throws a SignInFault when the secret will not do; says the set-up token on a first run. */
export async function openSignIn(
  surroundings: Surroundings,
  settings: SignInSettings,
  hashing = openHashing(),
): Promise<SignIn> {
  const { db, now, newId } = surroundings;
  const secret = loadSecret(surroundings.dataDir, settings.secret);
  const [keyed, cookies] = [keyedBy(secret), cookieProfile(settings.origin)];
  const room: Room = {
    ...surroundings,
    settings,
    keyed,
    cookies,
    hashing,
    // better-auth's key is its own as well: what it signs can never pass for a hash of this room
    auth: openAuth({ ...surroundings, secret: keyed('better-auth', ''), settings, cookies, hashing }),
    attempts: openAttempts(surroundings, now),
    audit: openAudit(db, { now, newId }),
  };
  await setup.offerSetUp(room);
  return { ...ofAnyone(room), ...ofTheSignedIn(room), ...ofTheDesk(room) };
}

function ofAnyone(room: Room) {
  return {
    identify: (caller) => sessions.identify(room, caller),
    glimpse: (caller) => sessions.glimpse(room, caller),
    forms: formGuard(room.settings.origin, room.cookies, room.keyed),
    enter: (caller, credentials) => entering.enter(room, caller, credentials),
    enterSecond: (caller, factor) => entering.enterSecond(room, caller, factor),
    redeemCode: (caller, redemption) => passwords.redeemCode(room, caller, redemption),
    oidc: oidc.oidcOffer(room.settings),
    startOidc: (caller) => oidc.startOidc(room, caller),
    finishOidc: (caller, query) => oidc.finishOidc(room, caller, query),
    leave: (caller) => sessions.leave(room, caller),
    sweep: () => sessions.sweep(room),
    isSetUp: () => setup.isSetUp(room),
    setUp: (caller, wanted) => setup.setUp(room, caller, wanted),
  } satisfies Partial<SignIn>;
}

function ofTheSignedIn(room: Room) {
  return {
    stepUp: (caller, proof) => proving.stepUp(room, caller, proof),
    changeOffice: (caller, office) => sessions.changeOffice(room, caller, office),
    changePassword: (caller, change) => passwords.changePassword(room, caller, change),
    enrolFactor: (caller, password) => proving.enrolFactor(room, caller, password),
    confirmFactor: (caller, code) => proving.confirmFactor(room, caller, code),
    dropFactor: (caller, password) => proving.dropFactor(room, caller, password),
    renewRecoveryCodes: (caller, password) => proving.renewRecoveryCodes(room, caller, password),
    ownSessions: (caller) => sessions.ownSessions(room, caller),
    acknowledge: (caller, version) => notice.acknowledge(room, caller, version),
    acknowledged: (userId, version) => notice.acknowledged(room, userId, version),
    revokeOwn: (caller, which) => sessions.revokeOwn(room, caller, which),
  } satisfies Partial<SignIn>;
}

function ofTheDesk(room: Room) {
  return {
    accounts: () => accountViews(room),
    createAccount: (by, account) => accounts.createAccount(room, by, account),
    resetAtDesk: (by, reset) => accounts.resetAtDesk(room, by, reset),
    suspend: (by, userId) => standing.suspend(room, by, userId),
    resume: (by, userId) => standing.resume(room, by, userId),
    endSessions: (by, userId) => standing.endSessions(room, by, userId),
    bindSubject: (by, userId, subject) => standing.bindSubject(room, by, userId, subject),
    audit: room.audit.list,
  } satisfies Partial<SignIn>;
}

async function accountViews({ db }: Room): Promise<readonly AccountView[]> {
  const rows = await db.selectFrom('signInUser').selectAll().orderBy('username').execute();
  return rows.map(({ id, username, name, suspendedAt, passwordSetAt, twoFactorEnabled, founding }) => ({
    userId: id,
    username,
    name,
    suspendedAt,
    hasPassword: passwordSetAt !== null,
    hasSecondFactor: Boolean(twoFactorEnabled),
    founding,
  }));
}
