/** The steps of a round by the commands they decide, in the order of the procedure. */
import { type AnswerAppeal, answerAppealStep } from './answerAppeal.ts';
import { type AnswerDeduction, answerDeductionStep } from './answerDeduction.ts';
import { type AnswerObjection, answerObjectionStep } from './answerObjection.ts';
import { type Appraise, appraiseStep } from './appraise.ts';
import { type DecideTies, decideTiesStep } from './decideTies.ts';
import { type CheckNotice, checkNoticeStep } from './checkNotice.ts';
import { type DeclineObjection, declineObjectionStep } from './declineObjection.ts';
import { type DraftNotice, draftNoticeStep } from './draftNotice.ts';
import { type GiveOpinions, giveOpinionsStep } from './giveOpinions.ts';
import type { HandInApplication } from './claims.ts';
import { handInApplicationStep } from './handInApplication.ts';
import { type HandInAssessments, handInAssessmentsStep } from './handInAssessments.ts';
import { type HoldMeeting, holdMeetingStep } from './holdMeeting.ts';
import { type IssueBulletin, issueBulletinStep } from './issueBulletin.ts';
import {
  type FileRound,
  fileRoundStep,
  type ReturnRound,
  returnRoundStep,
  type ReviewRound,
  reviewRoundStep,
} from './onSubmission.ts';
import { type LodgeAppeal, lodgeAppealStep } from './lodgeAppeal.ts';
import { type OpenRound, openRoundStep } from './openRound.ts';
import { type ProposeCorrection, proposeCorrectionStep } from './proposeCorrection.ts';
import { type ProposeDeduction, proposeDeductionStep } from './proposeDeduction.ts';
import { type PublishNotice, publishNoticeStep } from './publishNotice.ts';
import { type ReceiveObjection, receiveObjectionStep } from './receiveObjection.ts';
import { type ReferTies, referTiesStep } from './referTies.ts';
import { type RegisterPoints, registerPointsStep } from './registerPoints.ts';
import { type RevealObjector, revealObjectorStep } from './revealObjector.ts';
import { type SubmitRound, submitRoundStep } from './submitRound.ts';
import { type WithdrawDeduction, withdrawDeductionStep } from './withdrawDeduction.ts';

export type RoundCommand =
  | OpenRound
  | HandInApplication
  | GiveOpinions
  | ProposeDeduction
  | ProposeCorrection
  | AnswerDeduction
  | WithdrawDeduction
  | HandInAssessments
  | HoldMeeting
  | Appraise
  | ReferTies
  | DecideTies
  | DraftNotice
  | CheckNotice
  | PublishNotice
  | ReceiveObjection
  | DeclineObjection
  | RevealObjector
  | AnswerObjection
  | LodgeAppeal
  | AnswerAppeal
  | RegisterPoints
  | SubmitRound
  | ReturnRound
  | ReviewRound
  | FileRound
  | IssueBulletin;

export const ROUND_STEPS = {
  openRound: openRoundStep,
  handInApplication: handInApplicationStep,
  giveOpinions: giveOpinionsStep,
  proposeDeduction: proposeDeductionStep,
  proposeCorrection: proposeCorrectionStep,
  answerDeduction: answerDeductionStep,
  withdrawDeduction: withdrawDeductionStep,
  handInAssessments: handInAssessmentsStep,
  holdMeeting: holdMeetingStep,
  appraise: appraiseStep,
  referTies: referTiesStep,
  decideTies: decideTiesStep,
  draftNotice: draftNoticeStep,
  checkNotice: checkNoticeStep,
  publishNotice: publishNoticeStep,
  receiveObjection: receiveObjectionStep,
  declineObjection: declineObjectionStep,
  revealObjector: revealObjectorStep,
  answerObjection: answerObjectionStep,
  lodgeAppeal: lodgeAppealStep,
  answerAppeal: answerAppealStep,
  registerPoints: registerPointsStep,
  submitRound: submitRoundStep,
  returnRound: returnRoundStep,
  reviewRound: reviewRoundStep,
  fileRound: fileRoundStep,
  issueBulletin: issueBulletinStep,
} as const;
