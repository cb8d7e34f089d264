/** Who keeps the points, since when and on what basis, and every ballot there was (An1.2). */
import { REGISTER } from '../../domain/fact.ts';
import type { Ballot } from '../../domain/office/electionRecord.ts';
import type { Day } from '../../domain/period.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { elections } from '../designation.ts';
import type { Reading } from '../ports.ts';
import { type OfficeLine, organisationOffices } from './offices.ts';

type Named = { readonly id: string; readonly name: string };

export type ShownBallot = Omit<Ballot, 'ballots' | 'elected' | 'seq'> & {
  readonly ballots: readonly { readonly person: Named; readonly votes: number }[];
  readonly elected: Named | null;
  readonly place: string;
  readonly minutes: string;
  readonly reason: string;
};

export type ElectionHistory = {
  readonly organisation: Named;
  readonly scorekeeper: OfficeLine | null;
  readonly checker: OfficeLine | null;
  readonly substitution: string | null;
  readonly elections: readonly { readonly electionId: string; readonly ballots: readonly ShownBallot[] }[];
};

/** Refuses an organisation that is not in the books (organisationUnknown). The latest election first. */
export async function electionHistory(
  tx: Reading,
  organisationId: string,
  today: Day,
): Promise<ElectionHistory | Refusal> {
  const shown = await organisationOffices(tx, organisationId, today);
  if (isRefusal(shown)) return shown;
  const found = [...(await elections(tx, organisationId)).values()].toReversed();
  const named = await naming(
    tx,
    organisationId,
    found.flatMap((one) => one.ballots),
  );
  const holder = (office: string) =>
    shown.offices.find((one) => one.office === office && one.deputyOf === null && one.held) ?? null;
  return {
    organisation: { id: organisationId, name: shown.name },
    scorekeeper: holder('scorekeeper'),
    checker: holder('checker'),
    substitution: shown.substitutions.find((sentence) => sentence.startsWith('记分员')) ?? null,
    elections: found.map(({ electionId, ballots }) => ({ electionId, ballots: ballots.map(named) })),
  };
}

type Said = { readonly place?: string; readonly minutes?: string; readonly reason?: string };

async function naming(tx: Reading, organisationId: string, ballots: readonly Ballot[]) {
  const names = new Map<string, string>();
  const everybody = ballots.flatMap((one) => one.ballots.map(({ personId }) => personId));
  for (const personId of new Set(everybody))
    names.set(personId, (await tx.person(organisationId, personId))?.name ?? '');
  const texts = await tx.textsOf(
    organisationId,
    REGISTER,
    ballots.map(({ seq }) => seq),
  );
  const said = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as Said]));
  const person = (id: string): Named => ({ id, name: names.get(id) ?? '' });
  return ({ seq, elected, ballots: counted, ...ballot }: Ballot): ShownBallot => ({
    ...ballot,
    ballots: counted.map(({ personId, votes }) => ({ person: person(personId), votes })),
    elected: elected === null ? null : person(elected.personId),
    place: said.get(seq)?.place ?? '',
    minutes: said.get(seq)?.minutes ?? '',
    reason: said.get(seq)?.reason ?? '',
  });
}
