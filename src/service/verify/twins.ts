/**
 * An exemption's decision and its early end stand in two registers under one id: the branch's and that of the organisation above
 * (clause 2). A register chained anew or cut off fits itself, and no longer the other.
 */
import type { ExemptionFact } from '../../domain/exemption/facts.ts';
import type { Matters } from '../../domain/exemption/matter.ts';
import { REGISTER } from '../../domain/fact.ts';
import { canonical } from '../../domain/ledger/canonical.ts';
import type { Findings } from './wrong.ts';

type Twin = { readonly bodyId: string; readonly content: TwinContent; readonly seq: number };
type TwinContent = { readonly exemptionId: string; readonly branchId: string } & (
  | { readonly approved: boolean; readonly from: string | null; readonly until: string | null }
  | { readonly endedOn: string }
);

/** What one register says of both kinds: `own` as a branch, `told` as the organisation above. */
export type Twins = { readonly own: readonly Twin[]; readonly told: readonly Twin[] };

export function ownTwins(branchId: string, matters: Matters): Twin[] {
  return [...matters.values()].flatMap(({ exemptionId, decision, ending }) => {
    if (decision === null) return [];
    const { bodyId, approved, from, until, seq } = decision;
    const decided = { bodyId, content: { exemptionId, branchId, approved, from, until }, seq };
    if (ending === null) return [decided];
    return [decided, { bodyId, content: { exemptionId, branchId, endedOn: ending.on }, seq: ending.seq }];
  });
}

export function toldTwin(bodyId: string, fact: { readonly type: string }, seq: number): Twin[] {
  const told = fact as ExemptionFact;
  if (told.type === 'branchExemptionDecided') {
    const { exemptionId, branchId, approved, from, until } = told;
    return [{ bodyId, content: { exemptionId, branchId, approved, from, until }, seq }];
  }
  if (told.type !== 'branchExemptionEnded') return [];
  const { exemptionId, branchId, on } = told;
  return [{ bodyId, content: { exemptionId, branchId, endedOn: on }, seq }];
}

/** By organisation; undefined for a register that is not sound, by which nothing is judged. */
export function checkTwins(registers: ReadonlyMap<string, Twins | undefined>, found: Findings): void {
  const isJudged = (id: string) => !registers.has(id) || registers.get(id) !== undefined;
  const all = [...registers.values()].flatMap((one) => one ?? []);
  const told = new Map<string, Twin[]>();
  for (const twin of all.flatMap((one) => one.told))
    told.set(keyOf(twin), [...(told.get(keyOf(twin)) ?? []), twin]);
  for (const twin of all.flatMap(({ own }) => own)) {
    const [above, ...more] = told.get(keyOf(twin)) ?? [];
    told.set(keyOf(twin), more);
    if (!isJudged(twin.bodyId)) continue;
    const expected = canonical(twin.content);
    const held = above === undefined ? '' : canonical(above.content);
    if (held !== expected) add(found, twin.bodyId, above?.seq ?? null, twin, [expected, held]);
  }
  for (const twin of [...told.values()].flat())
    if (isJudged(twin.content.branchId))
      add(found, twin.content.branchId, null, twin, [canonical(twin.content), '']);
}

const keyOf = ({ bodyId, content }: Twin) =>
  canonical({
    bodyId,
    branchId: content.branchId,
    exemptionId: content.exemptionId,
    ends: 'endedOn' in content,
  });

function add(
  found: Findings,
  organisationId: string,
  seq: number | null,
  { content: { exemptionId } }: Twin,
  [expected, held]: readonly [expected: string, held: string],
): void {
  found.add({
    organisationId,
    book: REGISTER,
    seq,
    subject: exemptionId,
    table: 'fact',
    reason: 'twin',
    expected,
    found: held,
  });
}
