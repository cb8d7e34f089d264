/** The files of claims and deductions as pages show them: to each reader those they may open, and how many others there are. */
import type { Ability } from '../../domain/access.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { seesEvidence } from '../../domain/access/evidence.ts';
import { type EvidenceFlag, FLAGS, KINDS } from '../../domain/evidence/file.ts';
import { yearBook } from '../../domain/fact.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import type { EvidenceRow } from '../ports/evidence.ts';
import type { Reading } from '../ports.ts';
import type { Here } from '../round/roundState.ts';
import { isClosed } from './citations.ts';

export type EvidenceLine = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly size: string;
  readonly by: string;
  readonly on: string;
  readonly warnings: string[];
};

/** What names the files. `supplier` null: a claim of the member's own. */
type Cited = { readonly personId: string; readonly ids: readonly string[]; readonly supplier: string | null };
export type FilesOf = (cited: Cited) => { evidence: EvidenceLine[]; hiddenEvidence: number };

type Asked = {
  readonly actor: Actor;
  readonly policy: Policy;
  readonly mayOf: (personId: string) => readonly Ability[];
};

/** Of those people's matters, or of the whole round; the number of queries does not grow with them. */
export async function filesIn(
  tx: Reading,
  { organisationId, year, period }: Here,
  { actor, policy, mayOf }: Asked,
  people?: readonly string[],
): Promise<FilesOf> {
  const rows = await tx.evidenceOf(organisationId, yearBook(year), period, people);
  const nameOf = await bringers(tx, organisationId, rows);
  // Brought by two, it stands there as whoever brought it first.
  const byName = new Map(
    rows.toReversed().map((row) => [keyOf(row.personId, row.purpose, row.evidenceId), row]),
  );
  const selves = actor.kind === 'person' ? actor.selves : [];
  return ({ personId, ids, supplier }) => {
    const purpose = supplier === null ? 'claim' : 'deduction';
    const abilities = mayOf(personId);
    const viewer = {
      actor,
      organisation: organisationId,
      own: selves.some((one) => one.organisationId === organisationId && one.personId === personId),
      may: (one: Ability) => abilities.includes(one),
    };
    const closed = supplier !== null && isClosed(policy, supplier);
    const shown = ids.flatMap((id) => {
      const row = byName.get(keyOf(personId, purpose, id));
      return row !== undefined && seesEvidence(viewer, { ...row, cited: [{ supplier, closed }] })
        ? [evidenceLine(row, nameOf(row.addedBy))]
        : [];
    });
    return { evidence: shown, hiddenEvidence: ids.length - shown.length };
  };
}

/** What was brought to a member's claims, handed in or not. */
export async function claimFiles(
  tx: Reading,
  { organisationId, year, period }: Here,
  personId: string,
): Promise<EvidenceLine[]> {
  const rows = await tx.evidenceOf(organisationId, yearBook(year), period, [personId]);
  const nameOf = await bringers(tx, organisationId, rows);
  const claims = rows.filter(({ purpose }) => purpose === 'claim');
  const once = new Map(claims.toReversed().map((row) => [row.evidenceId, row]));
  return [...once.values()].toReversed().map((row) => evidenceLine(row, nameOf(row.addedBy)));
}

const keyOf = (...parts: readonly string[]) => parts.join(' ');

export function evidenceLine(row: EvidenceRow, by: string): EvidenceLine {
  return {
    id: row.evidenceId,
    name: row.name,
    kind: KINDS[row.kind].word,
    size: sizeWords(row.size),
    by,
    on: dayInShanghai(row.addedAt),
    warnings: (JSON.parse(row.flags) as EvidenceFlag[]).map((flag) => FLAGS[flag]),
  };
}

const KILOBYTE = 1_000;

/** "820 KB", "3.4 MB". */
function sizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  return kilobytes < KILOBYTE ? `${kilobytes} KB` : `${(kilobytes / KILOBYTE).toFixed(1)} MB`;
}

async function bringers(tx: Reading, organisationId: string, rows: readonly EvidenceRow[]) {
  if (rows.length === 0) return () => '';
  const persons = new Map((await tx.persons(organisationId, {})).map((row) => [row.personId, row.name]));
  const names = new Map(
    (await tx.personAccounts(organisationId)).map(({ personId, userId }) => [
      `person:${userId ?? ''}`,
      persons.get(personId) ?? '',
    ]),
  );
  return (addedBy: string) => names.get(addedBy) ?? '';
}
