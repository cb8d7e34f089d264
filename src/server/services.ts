/** What the server is given; compose.ts fills it. */
import type { RehearsalPage } from '../contract/rehearsal.ts';
import type { Actor } from '../domain/access/actor.ts';
import type { TakenEvidence } from '../domain/evidence/file.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { RequestRates } from './requestRates.ts';
import type { Certificate } from '../signIn/certificate.ts';
import type { SignIn } from '../signIn/open.ts';
import type { Caller } from '../signIn/ports.ts';
import type { TableReading } from '../domain/year/table.ts';
import type { Notice } from '../domain/privacy/notice.ts';
import type { EvidenceFiles } from '../service/ports/evidence.ts';
import type { Robots } from '../service/digest/send.ts';
import type { Looks } from '../service/looks.ts';
import type { World } from '../service/ports.ts';
import type { Verification } from '../service/verify/verify.ts';
import type { PolicyVersion } from '../service/views/branchYear.ts';

export type NamedFile = { readonly name: string; readonly bytes: Uint8Array };
export type YearFiles = { readonly roster: NamedFile; readonly records: NamedFile };

export type ExampleBranch = YearFiles & { readonly organisation: string; readonly year: number };

export type Rehearsing = {
  readonly organisation: string;
  readonly year: number;
  readonly draft: PolicyVersion;
};

export type Services = {
  readonly world: World;
  readonly people: People;
  /** The offices of whoever is signed in, as the registers have them today. */
  readonly actorOf: (person: { readonly userId: string; readonly name: string }) => Promise<Actor>;
  /** What counts as one place where requests come from; X-Forwarded-For is believed from configured proxies alone. */
  readonly placeFrom: (caller: Caller) => string;
  /** How often an account and a place are answered. */
  readonly rates: RequestRates;
  /** The measure new years are opened under. */
  readonly version: PolicyVersion;
  /** A spreadsheet file as its table, or why there is none; bounded in time and memory. */
  readonly readTable: (file: string, bytes: Uint8Array) => Promise<TableReading>;
  /** A file of evidence as it is kept, or why it is not; bounded in time and memory, beside this process. */
  readonly takeEvidence: (file: string, bytes: Uint8Array) => Promise<TakenEvidence | Refusal>;
  /** The files of evidence in the data folder. */
  readonly evidence: EvidenceFiles;
  /** Who looked at whose points and papers. */
  readonly looks: Looks;
  /** The privacy notice, and whom to ask in an organisation of that name; of none: about this machine. */
  readonly notice: Notice;
  readonly contactOf: (organisation?: string) => string;
  /** Whether somebody comes from the office network, where notices are read without a link (G29); null: there is none. */
  readonly office: ((caller: Caller) => boolean) | null;
  /** Group robots of organisations; none unless whoever keeps the machine has named some. */
  readonly robots: Robots;
  readonly example: () => Promise<ExampleBranch>;
  /** Recomputes chain, views and scores; `head` is an earlier printed one, `only` the one organisation to look at. */
  readonly verify: (wanted: {
    readonly head?: string | undefined;
    readonly only?: string | undefined;
  }) => Promise<Verification>;
  /** Reckons a year of the books under another version, beside this thread. */
  readonly rehearse: (wanted: Rehearsing) => Promise<RehearsalPage | Refusal>;
  /** The certificate this machine makes for itself, for TLS without one from elsewhere. */
  readonly certificate: (host: string) => Promise<Certificate>;
  /** Folder of the built pages. */
  readonly webFolder: string;
  /** Told of faults; what it is given never reaches a response. */
  readonly log: Log;
};

/** The room of accounts beside the books. It opens once the address people type is known. */
export type People = {
  /** Whether a first account exists; until then whoever sits at this machine keeps the books. */
  readonly isSetUp: () => Promise<boolean>;
  /** The address people type, without a path; empty until it is open. */
  readonly origin: () => string;
  /** Gives what must be said on the console. `origin`: scheme, host and port. */
  readonly open: (origin: string) => Promise<readonly string[]>;
  /** The room, once it is open. */
  readonly opened: () => Promise<SignIn>;
  readonly passwords: 'dengbao' | 'nist';
  readonly close: () => Promise<void>;
};

export type Log = {
  readonly info: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
};
