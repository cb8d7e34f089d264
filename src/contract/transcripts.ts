/** 转移证明: issued where a member leaves, taken in where they join; as a file that travels and as a paper to be signed. */
import { z } from 'zod';
import { asking, askingInCommand } from './wire.ts';

const id = z.string().min(1).max(100);
const text = z.string().trim().max(200);
/** As typed; what is no day is refused in words. */
const typedDay = z.string().trim().max(20);
const ofMember = z.object({ organisation: id, member: id });
const MOST = 2_000_000;

export const transcriptsScreen = {
  issueTranscript: askingInCommand('decideStanding')
    .route({
      method: 'POST',
      path: '/organisations/{organisation}/register/{member}/transcripts',
      summary: '开具转移证明',
    })
    .input(
      ofMember.extend({ version: z.int().min(0), on: typedDay, to: text.min(1).max(60), basis: text.min(1) }),
    )
    .output(z.object({ transcript: z.string() })),
  transcriptFile: asking('readRegister', 'readOwnYear')
    .route({
      method: 'GET',
      path: '/organisations/{organisation}/register/{member}/transcripts/{transcript}/file',
      summary: '转移证明文件',
    })
    .input(ofMember.extend({ transcript: id }))
    .output(z.file()),
  transcriptPaper: asking('readRegister', 'readOwnYear')
    .route({
      method: 'GET',
      path: '/organisations/{organisation}/register/{member}/transcripts/{transcript}/paper',
      summary: '转移证明（纸面）',
    })
    .input(ofMember.extend({ transcript: id }))
    .output(z.file()),
  receiveTranscript: askingInCommand('decideStanding')
    .route({
      method: 'POST',
      path: '/organisations/{organisation}/transcripts',
      summary: '接收转移证明',
    })
    .input(
      z.object({
        organisation: id,
        /** Text of the file. */
        file: z.string().max(MOST),
        number: z.string().trim().max(40),
        group: text.nullable(),
        joinedOn: typedDay,
        basis: text.min(1),
      }),
    )
    .output(z.object({ member: z.string(), checked: z.boolean() })),
};
