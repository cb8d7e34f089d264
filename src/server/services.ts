/** What the server is given; compose.ts fills it. */
import type { Actor } from '../domain/access.ts';
import type { TableReading } from '../domain/year/table.ts';
import type { World } from '../service/ports.ts';
import type { Verification } from '../service/verify/verify.ts';
import type { PolicyVersion } from '../service/views/branchYear.ts';

export type NamedFile = { readonly name: string; readonly bytes: Uint8Array };
export type YearFiles = { readonly roster: NamedFile; readonly records: NamedFile };

export type ExampleBranch = YearFiles & { readonly organisation: string; readonly year: number };

export type Services = {
  readonly world: World;
  /** Until sign-in exists: whoever sits at this machine. */
  readonly actor: Actor;
  /** The measure new years are opened under. */
  readonly version: PolicyVersion;
  /** A spreadsheet file as its table, or why there is none; bounded in time and memory. */
  readonly readTable: (file: string, bytes: Uint8Array) => Promise<TableReading>;
  readonly example: () => Promise<ExampleBranch>;
  /** Recomputes chain, views and scores; `head` is an earlier printed one. */
  readonly verify: (head: string | undefined) => Promise<Verification>;
  /** Folder of the built pages. */
  readonly webFolder: string;
  /** Told of faults; what it is given never reaches a response. */
  readonly log: Log;
};

export type Log = {
  readonly info: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
};
