/** A rehearsal as its page has it: totals, then everyone whom it touches, each with a door to their year. */
import type { RehearsalPage } from '../../contract/rehearsal.ts';
import type { RehearsedYear } from '../rehearseYear.ts';
import { rehearsalLines } from './rehearsalWords.ts';

export function rehearsalPage(rehearsed: RehearsedYear, organisationId: string): RehearsalPage {
  const { organisation, year, example, records } = rehearsed.source;
  const { booked, drafted, counts, totals, adjustments, members } = rehearsalLines(rehearsed);
  return {
    organisation: { id: organisationId, name: organisation },
    year,
    example,
    booked,
    draft: drafted,
    people: records.length,
    counts,
    totals,
    adjustments,
    members: members.map(({ id, person, touched, lines }) => ({
      id,
      name: person?.name ?? '',
      number: person?.number ?? '',
      touched: [...touched],
      lines,
    })),
  };
}
