/** The tables, as the queries see them; their columns are the rows of service/ports in snake_case. */
import type { Kysely, Transaction } from 'kysely';
import type { EvidenceRow } from '../service/ports/evidence.ts';
import type { Chained } from '../domain/ledger/envelope.ts';
import type {
  BookRow,
  CommandRow,
  DigestRow,
  EntryRow,
  LookRow,
  MemberRow,
  MemberYearRow,
  MessageMarkRow,
  OfficeRow,
  OrganisationRow,
  PersonAccountRow,
  PersonRow,
  PlacingRow,
  PolicyRow,
  TextRow,
  WorkingPaperRow,
} from '../service/ports.ts';
import type { ObjectionFileRow, ObjectionRow } from '../service/ports/objections.ts';

export type Tables = {
  organisation: OrganisationRow;
  book: BookRow;
  fact: Chained;
  person: PersonRow;
  text: TextRow;
  policy: PolicyRow;
  member: MemberRow;
  entry: EntryRow;
  memberYear: MemberYearRow;
  organisationPlace: PlacingRow;
  personAccount: PersonAccountRow;
  office: OfficeRow;
  command: CommandRow;
  workingPaper: WorkingPaperRow;
  look: LookRow;
  messageMark: MessageMarkRow;
  digest: DigestRow;
  objection: ObjectionRow;
  objectionFile: ObjectionFileRow;
  evidence: EvidenceRow;
};

export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;
