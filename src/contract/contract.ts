/** The whole wire: one file a screen. */
import { appealsScreen } from './appeals.ts';
import { booksScreen } from './books.ts';
import { bulletinScreen } from './bulletin.ts';
import { calendarScreen } from './calendar.ts';
import { deskScreen } from './desk.ts';
import { electionScreen } from './election.ts';
import { exemptionScreen } from './exemption.ts';
import { exemptionsScreen } from './exemptions.ts';
import { handoverScreen } from './handover.ts';
import { measureScreen } from './measure.ts';
import { memberYearScreen } from './memberYear.ts';
import { noticesScreen } from './notices.ts';
import { objectionsScreen } from './objections.ts';
import { officesScreen } from './offices.ts';
import { messagesScreen } from './messages.ts';
import { organisationScreen } from './organisation.ts';
import { openingScreen } from './opening.ts';
import { privacyScreen } from './privacy.ts';
import { planActs } from './planActs.ts';
import { plansScreen } from './plans.ts';
import { rosterScreen } from './roster.ts';
import { overviewScreen } from './overview.ts';
import { rehearsalScreen } from './rehearsal.ts';
import { rulesScreen } from './rules.ts';
import { roundReads } from './round.ts';
import { roundDeskScreen } from './roundDesk.ts';
import { roundActs } from './roundActs.ts';
import { roundCommittee } from './roundCommittee.ts';
import { roundFiling } from './roundFiling.ts';
import { evidenceActs } from './evidence.ts';
import { findingsScreen } from './findings.ts';
import { roundMember } from './roundMember.ts';
import { roundOpinions } from './roundOpinions.ts';
import { roundMeeting } from './roundMeeting.ts';
import { roundMeetingMode } from './roundMeetingMode.ts';
import { roundSheetScreen } from './roundSheet.ts';
import { sessionScreen } from './session.ts';
import { standingScreen } from './standing.ts';
import { statementScreen } from './statement.ts';
import { todosScreen } from './todos.ts';
import { transcriptsScreen } from './transcripts.ts';
import { yearTableScreen } from './yearTable.ts';

export const contract = {
  ...roundReads,
  ...noticesScreen,
  ...roundActs,
  ...roundDeskScreen,
  ...roundSheetScreen,
  ...evidenceActs,
  ...findingsScreen,
  ...roundMeeting,
  ...roundMeetingMode,
  ...objectionsScreen,
  ...appealsScreen,
  ...roundFiling,
  ...bulletinScreen,
  ...roundMember,
  ...roundCommittee,
  ...roundOpinions,
  ...sessionScreen,
  ...deskScreen,
  ...officesScreen,
  ...electionScreen,
  ...rosterScreen,
  ...handoverScreen,
  ...overviewScreen,
  ...organisationScreen,
  ...booksScreen,
  ...standingScreen,
  ...transcriptsScreen,
  ...yearTableScreen,
  ...memberYearScreen,
  ...statementScreen,
  ...measureScreen,
  ...plansScreen,
  ...planActs,
  ...openingScreen,
  ...privacyScreen,
  ...exemptionScreen,
  ...exemptionsScreen,
  ...rulesScreen,
  ...rehearsalScreen,
  ...calendarScreen,
  ...todosScreen,
  ...messagesScreen,
};
