/** Opens a year under the rules the branch has adopted for it (开立年度). */
import { YEAR_STREAM, yearBook } from '../domain/fact.ts';
import { yearOf } from '../domain/period.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import { loadOpening, type OpeningState, openYear } from './openYear.ts';
import { versionInForce } from './rulesVersion.ts';
import type { OpenAdoptedYear } from './rulesCommands.ts';
import type { Step } from './step.ts';
import type { PolicyVersion } from './views/branchYear.ts';

type State = OpeningState & { readonly version: PolicyVersion | undefined };

/** Refuses a year too far (yearTooFar), a branch that has adopted no rules for it (rulesNotAdopted), and what openYear refuses. */
export const openAdoptedYearStep: Step<OpenAdoptedYear, State> = {
  ability: 'openYear',
  object: (tx, { organisationId }, today) => accessObject(tx, organisationId, today),
  books: ({ year }) => [yearBook(year)],
  subject: ({ year }) => ({ book: yearBook(year), stream: YEAR_STREAM }),
  load: async (tx, { organisationId, year }): Promise<State | Refusal> => ({
    ...(await loadOpening(tx, organisationId, year)),
    version: await versionInForce(tx, organisationId, year),
  }),
  decide({ organisationId, year }, { version, ...state }, making) {
    const furthest = yearOf(making.today) + 1;
    if (year > furthest) return refuse('yearTooFar', null, { year, furthest });
    if (state.policy !== undefined) return refuse('yearOpen', null, { year });
    if (version === undefined) return refuse('rulesNotAdopted', 'An1.1', { year });
    return openYear({ organisationId, year, ...version }, state, making);
  },
};
