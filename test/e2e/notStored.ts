// Free text of the contract that the stored corpus does not fill, and why that is enough. A new field stands in neither and fails.

/** Of names to be chosen from, keys and ids nothing else is taken. */
const CHOSEN = [
  'adoptRules.acknowledged',
  'amendMember.particulars.gender',
  'decideExemption.exemption',
  'endExemption.exemption',
  'giveExemptionOpinion.exemption',
  'giveOffice.deputyOf',
  'giveOffice.scope',
  'handInApplication.bonuses.evidence',
  'mapRoster.mapping',
  'proposeCorrection.evidence',
  'proposeDeduction.supplier',
  'receiveTranscript.number',
  'saveRulesDraft.base.id',
  'saveRulesDraft.changes.place',
  'saveRulesDraft.changes.to.key',
  'takeBackEvidence.evidence',
  'withdrawExemption.exemption',
];

/** To sign in with: no page says it again. */
const SIGNING_IN = [
  'bindSubject.subject',
  'changePassword.current',
  'changePassword.next',
  'confirmFactor.code',
  'redeemCode.code',
  'redeemCode.username',
  'setUp.securityAdministrator.name',
  'setUp.securityAdministrator.username',
  'setUp.systemAdministrator.name',
  'setUp.systemAdministrator.username',
  'setUp.token',
  'signIn.username',
  'signInSecond.code',
];

/** Brought as files with hostile names and content, here and in storedFiles.test.ts; a transcript is a signed file of ours. */
const FILES = [
  'bringToClaim.file',
  'bringToDeduction.file',
  'openFiles.correction',
  'openFiles.records',
  'openFiles.roster',
  'readRoster.file',
  'receiveTranscript.file',
];

/** Stored through the public form and the receiver's desk (storedObjection.ts). */
const OBJECTION = [
  'recordObjection.name',
  'recordObjection.reach',
  'recordObjection.words',
  'revealObjector.reason',
];

/** Needs a course of its own; its page is opened with every text of every answer replaced. */
const ANSWERED = [
  'adoptRules.meeting.document',
  'amendMember.particulars.workField',
  'applyExemption.attachments',
  'applyExemption.contact',
  'applyExemption.helper',
  'applyExemption.reason',
  'applyExemption.whereabouts',
  'approvePlans.record',
  'confirmHandover.remark',
  'createAccount.name',
  'createAccount.username',
  'decideExemption.words',
  'decideStanding.basis',
  'decideTies.decisions.words',
  'declineObjection.reason',
  'endExemption.reason',
  'endOffice.reason',
  'foundOrganisation.name',
  'giveExemptionOpinion.words',
  'importMarks.marks.result',
  'importMarks.reason',
  'issueTranscript.basis',
  'proposeCorrection.basis',
  'proposeCorrection.reason',
  'proposeDeduction.basis',
  'proposeDeduction.incident',
  'proposePlans.plans.tasks.standard',
  'proposePlans.plans.tasks.wording',
  'proposePlans.reason',
  'receiveTranscript.basis',
  'receiveTranscript.group',
  'recordElection.checker',
  'recordElection.minutes',
  'recordElection.place',
  'recordElection.reason',
  'returnPlansAsBranch.reason',
  'returnPlansAsLeader.reason',
  'returnPlansAsMember.reason',
  'returnRound.words',
  'saveDecision.draft.words',
  'saveSheetLine.words',
  'submitRound.lateReason',
  'withdrawDeduction.reason',
  'withdrawExemption.helper',
  'withdrawExemption.reason',
];

export const NOT_STORED: readonly string[] = [
  ...CHOSEN,
  ...SIGNING_IN,
  ...FILES,
  ...OBJECTION,
  ...ANSWERED,
].toSorted();

/** Reading routes that no page asks as it opens: asked by a choice or a button on it, or by the auditor's page. */
export const UNREAD: readonly string[] = [
  'audit',
  'correctable',
  'draftedNotices',
  'lookCounts',
  'offices',
  'plansInForce',
  'rehearsal',
  'submissions',
  'transcriptFile',
  'transcriptPaper',
  'verify',
  'verifyOrganisation',
];
