/** Whose matter a file is brought to, and what for. */
import type { EvidenceRow } from '../ports/evidence.ts';
import type { Here } from '../round/roundState.ts';

export type AboutMember = Here & { readonly personId: string };
export type Purpose = EvidenceRow['purpose'];
