/** What bytes are, by themselves: their name is not believed. Runs in a process of its own (worker.ts). */
import { fileTypeFromBuffer } from 'file-type';
import { EVIDENCE_KINDS, type EvidenceFlag, type EvidenceKind } from '../../domain/evidence/file.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { redrawn } from './image.ts';
import { officeFlags } from './office.ts';
import { pdfFlags } from './pdf.ts';

/** `bytes` are those to keep: a picture's are not those that came. */
export type Examined = {
  readonly kind: EvidenceKind;
  readonly bytes: Uint8Array;
  readonly flags: readonly EvidenceFlag[];
};

const MACRO = ['docm', 'xlsm', 'dotm', 'xltm', 'pptm'];
/** What people have and could easily hand in otherwise. */
const INSTEAD: Readonly<Record<string, string>> = {
  cfb: 'evidenceOldOffice',
  heic: 'evidenceHeic',
  avif: 'evidenceHeic',
};

export async function examine(bytes: Uint8Array): Promise<Examined | Refusal> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const ending = found?.ext ?? '';
  if (MACRO.includes(ending)) return refuse('evidenceMacro', null);
  const kind = EVIDENCE_KINDS.find((one) => one === ending);
  if (kind === undefined) return refuse(INSTEAD[ending] ?? 'evidenceKind', null);
  if (kind === 'jpg' || kind === 'png' || kind === 'webp') {
    const drawn = await redrawn(bytes, kind);
    return isRefusal(drawn) ? drawn : { kind, bytes: drawn, flags: [] };
  }
  const flags = kind === 'pdf' ? pdfFlags(bytes) : officeFlags(bytes, kind);
  return isRefusal(flags) ? flags : { kind, bytes, flags };
}
