/** 依据材料: a file as it is shown, bringing one to a member's claim or to a deduction, taking it back. */
import { z } from 'zod';
import { about, at, id, nothing, post } from './roundPlace.ts';
import { asking, dayText } from './wire.ts';

/** `size` in words: "3.4 MB". `warnings`: what its reader should know before opening it. */
export const evidenceFile = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  size: z.string(),
  by: z.string(),
  on: dayText,
  warnings: z.array(z.string()),
});
export type EvidenceFile = z.infer<typeof evidenceFile>;

/** What supports a claim or a deduction: the files this reader may open, and how many others there are. */
export const attached = { evidence: z.array(evidenceFile), hiddenEvidence: z.int() };

const one = about.extend({ file: z.file() });

export const evidenceActs = {
  bringToClaim: asking('applyPoints')
    .route(post(at('/members/{member}/claim-evidence'), '上传奖励分的依据材料'))
    .input(one)
    .output(evidenceFile),
  bringToDeduction: asking('proposeDeduction')
    .route(post(at('/members/{member}/deduction-evidence'), '上传拟扣分的依据材料'))
    .input(one)
    .output(evidenceFile),
  takeBackEvidence: asking('applyPoints', 'proposeDeduction')
    .route(post(at('/members/{member}/evidence/{evidence}/end'), '删去还没有提交的依据材料'))
    .input(about.extend({ evidence: id }))
    .output(nothing),
};
