/** The tables of sign-in. The first five are better-auth's own shapes; their instants are text or Date, as the engine has it. */
import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';

/** better-auth keeps instants as text in SQLite and as timestamps in PostgreSQL; written as ISO text on both. */
type Instant = ColumnType<string | Date, string, string>;
/** Written by better-auth alone, or by the column's default. */
type Flag = Generated<boolean | number>;

export type UserRow = {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
  image: string | null;
  username: string;
  displayUsername: string | null;
  twoFactorEnabled: Flag;
  /** UTC instant; while set no session is made or known. */
  suspendedAt: string | null;
  /** UTC instant of the password now in force; null while only a code from the desk opens the account. */
  passwordSetAt: string | null;
  /** First accounts of a new installation: securityAdministrator or systemAdministrator. */
  founding: string | null;
  createdAt: Instant;
  updatedAt: Instant;
};

type SessionRow = {
  id: string;
  userId: string;
  token: string;
  expiresAt: Instant;
  createdAt: Instant;
  updatedAt: Instant;
  ipAddress: string | null;
  userAgent: string | null;
  startedAt: string;
  seenAt: string;
  provedAt: string;
  secondFactorAt: string | null;
  way: 'password' | 'oidc';
  office: string | null;
};

type AccountRow = {
  id: string;
  userId: string;
  accountId: string;
  providerId: string;
  password: string | null;
  createdAt: Instant;
  updatedAt: Instant;
};

type TwoFactorRow = { id: string; userId: string; verified: Flag };
type VerificationRow = { id: string; identifier: string; value: string; expiresAt: Instant };

/** A one-time code from the desk, at most one per account; `codeHash` is keyed with the secret. */
type DeskCodeRow = { userId: string; codeHash: string; expiresAt: string };
/** Earlier passwords of an account. */
type FormerPasswordRow = { id: string; userId: string; setAt: string; password: string };
/** A device or address an account has signed in from before; `place` is a keyed hash. */
type KnownPlaceRow = { userId: string; place: string; lastSeenAt: string };
/** Failures counted under a keyed hash of account, place or address; instants in milliseconds. */
export type AttemptRow = {
  key: string;
  failures: number;
  windowFrom: number;
  consecutive: number;
  locks: number;
  blockedUntil: number;
};
/** Codes of the second factor already used, until they lapse (milliseconds). */
type SpentCodeRow = { key: string; until: number };
type SetupRow = { id: string; doneAt: string };
/** Added to, never changed. `who` did it, `account` is whose account it concerns; `detail` names no secret. */
export type AuditRow = {
  id: string;
  at: string;
  act: string;
  result: string;
  who: string | null;
  account: string | null;
  address: string;
  userAgent: string;
  detail: string;
};

export type SignInTables = {
  signInUser: UserRow;
  signInSession: SessionRow;
  signInAccount: AccountRow;
  signInTwoFactor: TwoFactorRow;
  signInVerification: VerificationRow;
  signInDeskCode: DeskCodeRow;
  signInFormerPassword: FormerPasswordRow;
  signInKnownPlace: KnownPlaceRow;
  signInAttempt: AttemptRow;
  signInSpentCode: SpentCodeRow;
  signInSetup: SetupRow;
  signInAudit: AuditRow;
};

export type Database = Kysely<SignInTables>;
export type Tx = Transaction<SignInTables>;
