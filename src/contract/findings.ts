/** 提供扣分依据: what a supplying body may propose, of whom, and what became of what it proposed. */
import { z } from 'zod';
import { attached } from './evidence.ts';
import { id } from './roundPlace.ts';
import { asking, dayText, heading, pointsText } from './wire.ts';

const round = z.object({
  year: z.int(),
  period: z.int(),
  label: z.string(),
  /** What this body may supply; `amount` null: up to `most`. `finding`: only with the written finding. */
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      text: z.string(),
      amount: pointsText.nullable(),
      most: pointsText,
      finding: z.boolean(),
    }),
  ),
  /** Those whose matter is not appraised yet, the reader left out. */
  members: z.array(heading.extend({ number: z.string() })),
});

const proposed = z.object({
  proposalId: z.string(),
  year: z.int(),
  period: z.int(),
  label: z.string(),
  member: heading,
  item: heading,
  day: dayText,
  amount: pointsText,
  reason: z.string(),
  basis: z.string(),
  supplier: z.string(),
  ...attached,
  /** What became of it, as a sentence. */
  became: z.string(),
  mayWithdraw: z.boolean(),
});

const findings = z.object({
  organisation: heading,
  today: dayText,
  /** Names of the bodies the reader stands for. */
  bodies: z.array(z.string()),
  rounds: z.array(round),
  /** What the reader proposed, the latest first. */
  proposed: z.array(proposed),
});
export type Findings = z.infer<typeof findings>;

export const findingsScreen = {
  findings: asking('enterFindings')
    .route({ method: 'GET', path: '/organisations/{organisation}/findings', summary: '提供扣分依据' })
    .input(z.object({ organisation: id }))
    .output(findings),
};
