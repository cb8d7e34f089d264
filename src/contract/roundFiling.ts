/** Acts between branch and committee: submission, review, return and filing. */
import { z } from 'zod';
import { at, here, id, nothing, people, post, words } from './roundPlace.ts';
import { askingInCommand } from './wire.ts';

export const roundFiling = {
  submitRound: askingInCommand('submitRound')
    .route(post(at('/submissions'), '上报'))
    .input(here.extend({ people, lateReason: words }))
    .output(z.object({ submissionId: z.string(), late: z.boolean() })),
  returnRound: askingInCommand('reviewRound')
    .route(post(at('/submissions/{submission}/return'), '退回'))
    .input(here.extend({ submission: id, people, words }))
    .output(nothing),
  reviewRound: askingInCommand('reviewRound')
    .route(post(at('/submissions/{submission}/review'), '审核'))
    .input(here.extend({ submission: id, people, words }))
    .output(nothing),
  fileRound: askingInCommand('fileRound')
    .route(post(at('/submissions/{submission}/filing'), '备案'))
    .input(here.extend({ submission: id, people, words }))
    .output(nothing),
};
