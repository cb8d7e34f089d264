/** Why a file of evidence is not taken, as sentences. */
import type { Refusal } from '../../domain/refusal.ts';

const MEGABYTE = 1_000_000;
const megabytes = (bytes: string | number | undefined) => Math.round(Number(bytes) / MEGABYTE);
const KINDS = 'PDF、JPG/PNG/WebP 图片、Word（.docx）或 Excel（.xlsx）';
const named = ({ file }: Refusal['params']) => (file === undefined || file === '' ? '这份材料' : `“${file}”`);

export const EVIDENCE_REFUSALS: Readonly<Record<string, (params: Refusal['params']) => string>> = {
  evidenceEmpty: (params) => `${named(params)}是空文件，没有保存。请检查原件后重新选择。`,
  evidenceTooLarge: (params) =>
    `${named(params)}超过 ${megabytes(params['most'])} MB，没有保存。请压缩图片或分成几份后再上传。`,
  evidenceKind: (params) =>
    `${named(params)}的内容不是能保存的种类，没有保存。应为${KINDS}。请另存后再上传。`,
  evidenceOldOffice: (params) =>
    `${named(params)}是旧版或加了密码的 Office 文件，没有保存。请去掉密码，另存为 .docx、.xlsx 或 PDF 后再上传。`,
  evidenceHeic: (params) =>
    `${named(params)}是手机的 HEIC 图片，很多电脑打不开，没有保存。请在手机上另存为 JPG 后再上传。`,
  evidenceBroken: (params) =>
    `${named(params)}打不开：文件不完整，或内容不是它所说的种类，没有保存。请用原来的软件打开，重新另存后再上传。`,
  evidenceBehind: (params) =>
    `${named(params)}里还夹着别的内容，没有保存。请用原来的软件打开，重新另存后再上传。`,
  evidencePixels: (params) =>
    `${named(params)}有 ${params['width']}×${params['height']} 像素，太大，没有保存。应不超过 ${Number(params['most']) / MEGABYTE} 百万像素，请缩小后再上传。`,
  evidenceMoving: (params) => `${named(params)}是动图，没有保存。请截取一幅静止的图片后再上传。`,
  evidenceMacro: (params) =>
    `${named(params)}含有宏或控件，没有保存。请另存为不带宏的 .docx、.xlsx 或 PDF 后再上传。`,
  evidenceFetches: (params) =>
    `${named(params)}引用了外部的模板、图片或表格，没有保存。请断开外部链接，或另存为 PDF 后再上传。`,
  evidencePassword: (params) => `${named(params)}加了密码，没有保存。请去掉密码后再上传。`,
  evidenceParts: (params) =>
    `${named(params)}里的部件超过 ${params['most']} 个，没有保存。请另存为 PDF 后再上传。`,
  evidenceInflates: (params) =>
    `${named(params)}解压后超过 ${megabytes(params['most'])} MB，没有保存。请压缩其中的图片，或另存为 PDF 后再上传。`,
  evidenceTooSlow: (params) => `${named(params)}检查得太久，没有保存。请另存为 PDF 或缩小图片后再上传。`,
  evidenceBusy: () => '现在上传材料的人很多，没有保存。请过一两分钟再上传，已填写的内容都还在。',
};
