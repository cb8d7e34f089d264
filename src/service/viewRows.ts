/** The rows of the views, made from facts alone: the write path stores them, `verify` and `rebuildViews` make them again. */
import { canonical } from '../domain/ledger/canonical.ts';
import { countedPeriods } from '../domain/member/counted.ts';
import { asOfYear } from '../domain/member/inYear.ts';
import type { Office } from '../domain/office/office.ts';
import type { RegisteredOffice } from '../domain/office/register.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { type Scoring, scoringOf } from '../domain/policy/scoring.ts';
import { addsUp } from '../domain/policy/transfer.ts';
import { scoreYear } from '../domain/year/corrected.ts';
import { type PostedEntry, type ReceivedQuarters, type RegisteredPerson, scoredEntries } from './fold.ts';
import type { EntryRow, MemberRow, MemberYearRow, OfficeRow, PolicyRow } from './ports.ts';

/** A year book with the policy it was opened under. */
export type OpenYearBook = {
  readonly organisationId: string;
  readonly book: string;
  readonly year: number;
  readonly scoring: Scoring;
};

export function openYearBook({ organisationId, book, content }: PolicyRow, year: number): OpenYearBook {
  return { organisationId, book, year, scoring: scoringOf(policyOf(content)) };
}

export const policyOf = (content: string): Policy => JSON.parse(content) as Policy;

export function memberRow(
  organisationId: string,
  { personId, member, version }: RegisteredPerson,
): MemberRow {
  const { type, joinedOn, leftOn, fullOn, exemption, examPassedOn } = member;
  return {
    organisationId,
    personId,
    type,
    joinedOn,
    leftOn,
    fullOn,
    exemptFrom: exemption?.from ?? null,
    exemptUntil: exemption?.until ?? null,
    examPassedOn,
    version,
  };
}

export function entryRow(
  organisationId: string,
  book: string,
  {
    at: _at,
    transcriptId: _transcriptId,
    corrects: _corrects,
    corrected,
    withdrawn,
    reversedSeq,
    ...entry
  }: PostedEntry,
): EntryRow {
  const overSeq = reversedSeq ?? corrected?.seq ?? (withdrawn ? entry.seq : null);
  return { organisationId, book, ...entry, reversedSeq: overSeq };
}

export function memberYearRow(
  { organisationId, book, year, scoring }: OpenYearBook,
  { personId, member }: RegisteredPerson,
  entries: readonly PostedEntry[],
  received: readonly ReceivedQuarters[],
  version: number,
): MemberYearRow {
  const calendar = { year, count: scoring.periodCount };
  const elsewhere = addsUp(scoring.policy) ? received.flatMap(({ periods: those }) => those) : [];
  const counted = countedPeriods(asOfYear(member, year), calendar, elsewhere);
  const { periods, year: total } = scoreYear(scoring, counted, scoredEntries(scoring.policy, entries));
  return { organisationId, book, personId, score: canonical({ counted, periods, year: total }), version };
}

export function officeRow({ from, until, ...office }: RegisteredOffice): OfficeRow {
  return { ...office, since: from, lastDay: until };
}

export function officeOf(row: OfficeRow): Office {
  const { organisationId, officeId, office, personId, scope, since, lastDay, endedOn, deputyOf } = row;
  return {
    organisationId,
    officeId,
    office,
    personId,
    scope,
    deputyOf,
    endedOn,
    from: since,
    until: lastDay,
  };
}
