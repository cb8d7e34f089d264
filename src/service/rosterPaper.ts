/** 待登记的名册: a roster file on its way into the register, and how the columns of the last one were mapped. */
import type { Table } from '../domain/year/table.ts';
import type { Reading } from './ports.ts';
import type { Mapping, Remembered } from './yearFiles/rosterMapping.ts';

/** One an organisation. */
export const ROSTER_PAPER = { kind: 'rosterImport', paperId: 'current' } as const;
export const MAPPING_PAPER = { kind: 'rosterMapping', paperId: 'current' } as const;

export type RosterPaper = {
  readonly table: Table;
  readonly mapping: Mapping;
  /** Whether somebody has said that the mapping is right. */
  readonly confirmed: boolean;
  /** Whether the rows that cannot be taken are to be left out. */
  readonly leaveOut: boolean;
};

export type VersionedPaper = RosterPaper & { readonly version: number; readonly savedAt: string };

export async function pendingRoster(
  tx: Pick<Reading, 'workingPaper'>,
  organisationId: string,
): Promise<VersionedPaper | undefined> {
  const row = await tx.workingPaper({ organisationId, ...ROSTER_PAPER });
  if (row === undefined) return undefined;
  return { ...(JSON.parse(row.content) as RosterPaper), version: row.version, savedAt: row.savedAt };
}

export async function rememberedMapping(
  tx: Pick<Reading, 'workingPaper'>,
  organisationId: string,
): Promise<Remembered> {
  const row = await tx.workingPaper({ organisationId, ...MAPPING_PAPER });
  return row === undefined ? [] : (JSON.parse(row.content) as { readonly columns: Remembered }).columns;
}
