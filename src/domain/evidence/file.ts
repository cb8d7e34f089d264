/** 依据材料: what may be kept as evidence, and what a reader is told of a file beside its name. */
import { safeName } from '../fileName.ts';

export const KINDS = {
  pdf: { word: 'PDF', mime: 'application/pdf' },
  jpg: { word: '图片', mime: 'image/jpeg' },
  png: { word: '图片', mime: 'image/png' },
  webp: { word: '图片', mime: 'image/webp' },
  docx: {
    word: 'Word 文档',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    word: 'Excel 表格',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const;
/** Also the ending of the name it is kept under. */
export type EvidenceKind = keyof typeof KINDS;
export const EVIDENCE_KINDS = Object.keys(KINDS) as readonly EvidenceKind[];

/** What the reader is warned of before opening a file. */
export const FLAGS = {
  script: '内含脚本，打开时请不要允许运行',
  launch: '内含启动其他程序的动作，打开时请不要允许',
  embedded: '内嵌其他文件，请不要打开内嵌的文件',
  unread: '有的部分加密或不能检查，请只用本单位的阅读器打开',
} as const;
export type EvidenceFlag = keyof typeof FLAGS;

/** A file as it came through the intake. */
export type TakenEvidence = {
  /** Harmless on every system, with the ending of what it really is. */
  readonly name: string;
  readonly kind: EvidenceKind;
  readonly bytes: Uint8Array;
  readonly flags: readonly EvidenceFlag[];
};

const ENDING = /\.[a-z][a-z0-9]{0,5}$/i;

/** A name as it was given, by whatever system → one that is harmless everywhere, with the ending of what the file really is. */
export function keptName(given: string, kind: EvidenceKind): string {
  let name = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  // 'a.pdf.exe': whatever looks like an ending goes, so that none stands before the true one.
  while (ENDING.test(name.trim())) name = name.trim().replace(ENDING, '');
  const safe = safeName(name);
  return `${/^_*$/.test(safe) ? '未命名' : safe}.${kind}`;
}
