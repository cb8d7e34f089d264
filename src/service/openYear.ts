/** Opens a year's book under one version of the policy; founds the organisation's register when it has none. */
import { ORGANISATION_STREAM, REGISTER, YEAR_STREAM, yearBook } from '../domain/fact.ts';
import { canonical } from '../domain/ledger/canonical.ts';
import type { Level } from '../domain/office/office.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { OrganisationRow, PolicyRow, Reading } from './ports.ts';
import type { Decision, Heads, Making, NewFact, Step } from './step.ts';

/** How the organisation is entered when it is not in the books yet. */
export type Founding = {
  readonly name: string;
  readonly level: Level;
  readonly example: boolean;
};

export type YearOpening = {
  readonly organisationId: string;
  readonly year: number;
  readonly founding?: Founding | undefined;
  readonly policy: Policy;
  /** Over the policy's source files. */
  readonly sha256: string;
};

export type OpenYear = YearOpening & { readonly type: 'openYear' };

export type OpeningState = {
  readonly organisation: OrganisationRow | undefined;
  readonly policy: PolicyRow | undefined;
};

export const openYearStep: Step<OpenYear, OpeningState> = {
  ability: 'openYear',
  object: (tx, { organisationId }, today) => accessObject(tx, organisationId, today),
  books: ({ year }) => [yearBook(year)],
  subject: ({ year }) => ({ book: yearBook(year), stream: YEAR_STREAM }),
  load: (tx, { organisationId, year }) => loadOpening(tx, organisationId, year),
  decide: openYear,
};

export async function loadOpening(tx: Reading, organisationId: string, year: number): Promise<OpeningState> {
  return {
    organisation: await tx.organisation(organisationId),
    policy: await tx.policy(organisationId, yearBook(year)),
  };
}

/** Refuses a year that is open already (yearOpen) and an unknown organisation without a founding (organisationUnknown). */
export function openYear(opening: YearOpening, state: OpeningState, making: Making): Decision | Refusal {
  const { organisationId, year, founding, policy, sha256 } = opening;
  if (state.policy !== undefined) return refuse('yearOpen', null, { year });
  if (state.organisation === undefined && founding === undefined)
    return refuse('organisationUnknown', null, { organisationId });
  const founded =
    state.organisation === undefined && founding !== undefined
      ? foundOrganisation(organisationId, founding, making)
      : undefined;
  const book = yearBook(year);
  const content = contentOf(policy);
  const opened: NewFact = {
    book,
    stream: YEAR_STREAM,
    fact: {
      type: 'yearOpened',
      v: 1,
      year,
      policy: {
        id: policy.id,
        version: policy.version,
        sha256,
        contentHash: making.digest(book, '', { content }),
      },
    },
  };
  return {
    facts: founded === undefined ? [opened] : [founded.fact, opened],
    organisation: founded?.row,
    policy: { organisationId, book, policyId: policy.id, version: policy.version, sha256, content },
    outcome: { year, policy: { id: policy.id, version: policy.version, sha256 } },
  };
}

export function foundOrganisation(
  organisationId: string,
  { name, level, example }: Founding,
  making: Making,
): { row: OrganisationRow; fact: NewFact } {
  const row: OrganisationRow = { organisationId, name, level, example: example ? 1 : 0 };
  const organisationHash = making.digest(REGISTER, '', row);
  const fact = { type: 'organisationFounded', v: 1, level, example, organisationHash } as const;
  return { row, fact: { book: REGISTER, stream: ORGANISATION_STREAM, fact } };
}

/** The policy as its book keeps it. */
export function contentOf(policy: Policy): string {
  return canonical(JSON.parse(JSON.stringify(policy)));
}

/** Every command but the one that opens the year needs its book. */
export function yearNotOpen(heads: Heads, year: number): Refusal | undefined {
  return heads.has(yearBook(year)) ? undefined : refuse('yearNotOpen', null, { year });
}
