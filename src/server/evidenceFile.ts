/** Opening a file of evidence: always as a download, never shown or run by the browser on our own address. */
import { can } from '../domain/access.ts';
import type { Actor } from '../domain/access/actor.ts';
import { KINDS } from '../domain/evidence/file.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { openEvidence } from '../service/evidence/evidence.ts';
import { attachmentNamed } from './attachment.ts';
import { EVIDENCE, noteLook } from './looking.ts';
import type { Services } from './services.ts';

export const EVIDENCE_ADDRESS = '/evidence/:organisation/:year/:period/:member/:evidence';

export type EvidenceAddress = {
  readonly organisation: string;
  readonly year: string;
  readonly period: string;
  readonly member: string;
  readonly evidence: string;
};

/** Refuses whoever sees no evidence of this member (notAllowed); among the rest, what is not theirs is as unknown as what is not there. */
export async function evidenceResponse(
  { world, evidence: files, looks, log }: Services,
  actor: Actor,
  { organisation, year, period, member, evidence }: EvidenceAddress,
): Promise<Response | Refusal> {
  const today = dayInShanghai(world.now());
  const object = await world.store.read((tx) => accessObject(tx, organisation, today, { about: [member] }));
  const allowed = can(actor, 'readEvidence', object);
  if (isRefusal(allowed)) return allowed;
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(period)) return refuse('evidenceUnknown', null);
  const about = {
    organisationId: organisation,
    year: Number.parseInt(year, 10),
    period: Number.parseInt(period, 10),
    personId: member,
  };
  const opened = await openEvidence({ world, files }, actor, about, evidence);
  if (isRefusal(opened)) {
    if (opened.code === 'evidenceChanged')
      log.error(
        { evidence, state: opened.params['state'] },
        'a file of evidence is not the one that was kept',
      );
    return opened;
  }
  noteLook(looks, actor, { organisation, member, what: EVIDENCE });
  return new Response(opened.bytes, {
    headers: {
      'content-type': KINDS[opened.row.kind].mime,
      'content-disposition': attachmentNamed(opened.row.name, 'evidence'),
      'content-length': String(opened.bytes.length),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
