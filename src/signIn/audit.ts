/** One record for every sign-in, failure, lock, reset, suspension: who, when, where, what, result. Secrets are never in it. */
import type { Surroundings } from './ports.ts';
import type { AuditRow, Database, Tx } from './tables.ts';

export const ACTS = [
  'signIn',
  'secondFactor',
  'signOut',
  'lock',
  'stepUp',
  'changeOffice',
  'changePassword',
  'redeemCode',
  'createAccount',
  'resetAtDesk',
  'suspend',
  'resume',
  'bindSubject',
  'revokeSession',
  'endSessions',
  'enrolSecondFactor',
  'dropSecondFactor',
  'renewRecoveryCodes',
  'setUp',
  'acknowledgeNotice',
] as const;
export type Act = (typeof ACTS)[number];

/** `who`: the account that acts, null when unknown; a name typed at sign-in may be a password, so it is not kept. */
export type AuditEntry = {
  readonly act: Act;
  readonly result: 'done' | 'refused';
  readonly who: string | null;
  readonly account: string | null;
  readonly from: { readonly address: string; readonly userAgent: string };
  /** A code, such as the refusal's; no free text. */
  readonly detail?: string;
};

export type Audit = {
  /** In the transaction of what it records, or by itself. */
  readonly record: (entry: AuditEntry, tx?: Tx) => Promise<void>;
  /** Newest first, for the audit administrator. `before`: the id of the last row of the page before. */
  readonly list: (range: {
    readonly account?: string;
    readonly before?: string;
    readonly limit: number;
  }) => Promise<AuditRow[]>;
};

const AGENT_LENGTH = 200;

export function openAudit(db: Database, { now, newId }: Pick<Surroundings, 'now' | 'newId'>): Audit {
  return {
    record: async ({ act, result, who, account, from, detail = '' }, tx) => {
      const userAgent = from.userAgent.slice(0, AGENT_LENGTH);
      const row = {
        id: newId(),
        at: now(),
        act,
        result,
        who,
        account,
        address: from.address,
        userAgent,
        detail,
      };
      await (tx ?? db).insertInto('signInAudit').values(row).execute();
    },
    list: async ({ account, before, limit }) => {
      let query = db.selectFrom('signInAudit').selectAll().orderBy('id', 'desc').limit(limit);
      if (account !== undefined) query = query.where('account', '=', account);
      if (before !== undefined) query = query.where('id', '<', before);
      return query.execute();
    },
  };
}
