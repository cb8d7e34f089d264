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
  evidenceUnknown: () => '没有这份材料，或者您不能查看。请从本季积分页面重新打开。',
  evidenceChanged: ({ state }) =>
    state === 'missing'
      ? '这份材料的文件不见了，不能打开。已经记在运行日志里，请告诉维护的人用备份恢复。'
      : '这份材料的文件被改动过，与当时保存的不符，不能打开。已经记在运行日志里，请告诉维护的人用备份恢复。',
  evidenceCited: () => '这份材料已随申报或拟扣分提交，不能删去。',
  evidenceMissing: () => '所附的材料里有没有上传成功或已经删去的。请刷新页面，重新选择材料后再提交。',
  evidenceQuota: ({ held, most }) =>
    `这名党员本年的材料已有 ${megabytes(held)} MB，再加这一份就超过 ${megabytes(most)} MB，没有保存。请压缩图片，或删去还没有提交的材料。`,
  evidenceQuotaHere: ({ held, most }) =>
    `本组织的材料已有 ${megabytes(held)} MB，再加这一份就超过 ${megabytes(most)} MB，没有保存。请联系维护的人。`,
  evidenceNoRoom: () => '服务器的磁盘满了，没有保存。请联系维护的人腾出空间后再上传，已填写的内容都还在。',
  notYourBody: ({ body }) => `您只能以“${body}”的名义提供依据。请改选提供单位。`,
  findingNeeded: ({ item, by }) =>
    `“${item}”须附书面认定（读法 G40）：依法信访、举报、申诉和传闻都不得作为扣分理由。请上传${by}作出的认定文件，并把它写为提供单位。`,
  evidenceBusy: () => '现在上传材料的人很多，没有保存。请过一两分钟再上传，已填写的内容都还在。',
};
