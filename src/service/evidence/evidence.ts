/** Files of evidence brought to a member's matter, opened, and taken back before anything names them. */
import { type Ability, abilitiesOf } from '../../domain/access.ts';
import { type Actor, actorText } from '../../domain/access/actor.ts';
import { isOwn } from '../../domain/access/grant.ts';
import type { TakenEvidence } from '../../domain/evidence/file.ts';
import { quotaRefusal } from '../../domain/evidence/quota.ts';
import { REGISTER, yearBook } from '../../domain/fact.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { ActName } from '../../domain/round/acts.ts';
import { actRefusal } from '../../domain/round/matter.ts';
import { accessObject } from '../accessObject.ts';
import { dayInShanghai } from '../dayInShanghai.ts';
import { type EvidenceFiles, type EvidenceRow, NoRoom } from '../ports/evidence.ts';
import type { Reading, World } from '../ports.ts';
import { loadMatters, matterOf } from '../round/roundState.ts';
import type { AboutMember, Purpose } from './about.ts';
import { isCited, sees, suppliersOf } from './citations.ts';

export type Keeping = { readonly world: World; readonly files: EvidenceFiles };

const ACT_FOR: Readonly<Record<Purpose, ActName>> = { claim: 'apply', deduction: 'proposeDeduction' };

/**
 * Keeps the file, then the row that says whose matter it belongs to: what is killed in between leaves a file nobody names, which
 * the sweep removes. The same file brought twice is there once. Refuses what may not be brought now (actNotNow), what would not
 * fit (evidenceQuota, evidenceQuotaHere), and a full disk (evidenceNoRoom).
 */
export async function bringEvidence(
  { world, files }: Keeping,
  actor: Actor,
  about: AboutMember & { readonly purpose: Purpose },
  { name, kind, bytes, flags }: TakenEvidence,
): Promise<EvidenceRow | Refusal> {
  const refusal = await world.store.read((tx) => bringingRefusal(tx, world, about, bytes.length));
  if (refusal !== undefined) return refusal;
  const evidenceId = await kept(files, bytes);
  if (isRefusal(evidenceId)) return evidenceId;
  const { organisationId, year, period, personId, purpose } = about;
  const row: EvidenceRow = {
    organisationId,
    book: yearBook(year),
    period,
    personId,
    evidenceId,
    purpose,
    addedBy: actorText(actor),
    addedAt: world.now(),
    name,
    kind,
    size: bytes.length,
    flags: JSON.stringify(flags),
  };
  const answer = await world.store.write(async (tx) => {
    // One after another, so that two files together keep to what one alone would have to.
    await tx.lockHeads(organisationId, [REGISTER]);
    const late = await bringingRefusal(tx, world, about, bytes.length);
    if (late === undefined) await tx.addEvidence(row);
    return late ?? row;
  });
  // The sweep may have taken an older file of the same bytes just before the row was there.
  if (!isRefusal(answer) && !(await files.has(evidenceId))) await kept(files, bytes);
  return answer;
}

async function kept(files: EvidenceFiles, bytes: Uint8Array): Promise<string | Refusal> {
  try {
    return await files.keep(bytes);
  } catch (error) {
    if (error instanceof NoRoom) return refuse('evidenceNoRoom', null);
    throw error;
  }
}

async function bringingRefusal(
  tx: Reading,
  world: World,
  about: AboutMember & { readonly purpose: Purpose },
  bytes: number,
): Promise<Refusal | undefined> {
  const { organisationId, year, personId, purpose } = about;
  const state = await loadMatters(tx, about, [personId]);
  const matter = isRefusal(state) ? state : matterOf(state, about, personId);
  if (isRefusal(matter)) return matter;
  return (
    actRefusal(matter, ACT_FOR[purpose], dayInShanghai(world.now())) ??
    quotaRefusal(await tx.evidenceBytes(organisationId, yearBook(year), personId), bytes)
  );
}

export type OpenedEvidence = { readonly row: EvidenceRow; readonly bytes: Uint8Array<ArrayBuffer> };

/** Refuses what is not there or not for this reader, both alike (evidenceUnknown), and a file that is no longer the one kept (evidenceChanged). */
export async function openEvidence(
  { world, files }: Keeping,
  actor: Actor,
  about: AboutMember,
  evidenceId: string,
): Promise<OpenedEvidence | Refusal> {
  const row = await world.store.read(async (tx) => {
    const found = await rowsOf(tx, about, evidenceId);
    const state = await loadMatters(tx, about, [about.personId]);
    const matter = isRefusal(state) ? state : matterOf(state, about, about.personId);
    if (isRefusal(state) || isRefusal(matter)) return undefined;
    const suppliers = await suppliersOf(tx, about, matter);
    const viewer = await viewerOf(tx, world, actor, about);
    return found.find((one) => sees(viewer, one, { matter, suppliers, policy: state.policy }));
  });
  if (row === undefined) return refuse('evidenceUnknown', null);
  const bytes = await files.read(evidenceId);
  return typeof bytes === 'string' ? refuse('evidenceChanged', null, { state: bytes }) : { row, bytes };
}

async function rowsOf(tx: Reading, { organisationId, year, period, personId }: AboutMember, id: string) {
  const rows = await tx.evidenceOf(organisationId, yearBook(year), period, [personId]);
  return rows.filter(({ evidenceId }) => evidenceId === id);
}

async function viewerOf(
  tx: Reading,
  { now }: World,
  actor: Actor,
  { organisationId, personId }: AboutMember,
) {
  const object = await accessObject(tx, organisationId, dayInShanghai(now()), { about: [personId] });
  const abilities: readonly Ability[] = abilitiesOf(actor, object);
  const own = actor.kind === 'person' && isOwn(actor, object);
  return { actor, organisation: organisationId, own, may: (one: Ability) => abilities.includes(one) };
}

/** Takes back what nothing names yet; of a claim also whoever may hand it in. Refuses what is named (evidenceCited) or not theirs (evidenceUnknown). */
export async function takeBackEvidence(
  { world, files }: Keeping,
  actor: Actor,
  about: AboutMember,
  evidenceId: string,
): Promise<Refusal | undefined> {
  const refusal = await world.store.write(async (tx) => {
    await tx.lockHeads(about.organisationId, [REGISTER]);
    const state = await loadMatters(tx, about, [about.personId]);
    const matter = isRefusal(state) ? state : matterOf(state, about, about.personId);
    if (isRefusal(matter)) return matter;
    const viewer = await viewerOf(tx, world, actor, about);
    const theirs = (await rowsOf(tx, about, evidenceId)).filter(
      ({ addedBy, purpose }) =>
        addedBy === actorText(actor) || (purpose === 'claim' && viewer.may('applyPoints')),
    );
    if (theirs.length === 0) return refuse('evidenceUnknown', null);
    if (theirs.some((row) => isCited(row, matter))) return refuse('evidenceCited', 'An1.3');
    for (const row of theirs) await tx.removeEvidence(row);
    return undefined;
  });
  if (refusal !== undefined) return refusal;
  const held = await world.store.read((tx) => tx.evidenceHeld([evidenceId]));
  if (!held.has(evidenceId)) files.remove(evidenceId);
  return undefined;
}
