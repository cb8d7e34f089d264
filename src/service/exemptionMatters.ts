/** Exemptions as the books have them, and who decides on them above. */
import type { AccessObject } from '../domain/access/actor.ts';
import {
  EXEMPTION_FACTS,
  type ExemptionMatter,
  type Matters,
  takeExemption,
} from '../domain/exemption/matter.ts';
import { isOwn } from '../domain/access/grant.ts';
import { readFact, REGISTER } from '../domain/fact.ts';
import { whoActs } from '../domain/office/substitute.ts';
import type { Holder } from '../domain/office/office.ts';
import type { Day } from '../domain/period.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { accessObject } from './accessObject.ts';
import type { Reading } from './ports.ts';
import { yearOfBook } from './project.ts';
import type { Making } from './step.ts';
import { policyOf } from './viewRows.ts';

export async function exemptionMatters(tx: Reading, organisationId: string): Promise<Matters> {
  const matters: Matters = new Map();
  for (const row of await tx.factsOfTypes(organisationId, REGISTER, EXEMPTION_FACTS))
    takeExemption(matters, readFact(row), row);
  return matters;
}

/** Refuses one that is not that member's, like one that is not there (exemptionUnknown). */
export async function matterOf(
  tx: Reading,
  { organisationId, personId, exemptionId }: Record<'organisationId' | 'personId' | 'exemptionId', string>,
): Promise<ExemptionMatter | Refusal> {
  const matter = (await exemptionMatters(tx, organisationId)).get(exemptionId);
  return matter?.personId === personId ? matter : refuse('exemptionUnknown', null);
}

export type Body = { readonly bodyId: string; readonly holders: readonly Holder[] };

/** The nearest organisation above where somebody who is not concerned holds an office that decides. */
export function decidingBody({
  above = [],
  users = [],
  roll = [],
  away = new Map(),
}: AccessObject): Body | null {
  for (const bodyId of above) {
    const matter = { organisation: bodyId, above: [], roll, about: [], users, away };
    const holders = (['committeeOfficer', 'secretary'] as const).flatMap((office) => {
      const acting = whoActs(office, matter);
      return acting.as === 'holder' ? acting.holders : [];
    });
    if (holders.length > 0) return { bodyId, holders };
  }
  return null;
}

/** The member's matter as the ability of the deciding body is asked of it: no other organisation above decides. */
export async function bodyObject(
  tx: Reading,
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
  today: Day,
): Promise<AccessObject> {
  const object = await accessObject(tx, organisationId, today, { about: [personId] });
  const body = decidingBody(object);
  return { ...object, above: body === null ? [] : [body.bodyId] };
}

/** The measure of the branch's latest year; undefined before any year is open. */
export async function latestMeasure(tx: Reading, organisationId: string): Promise<Measure | undefined> {
  const policies = await tx.policies(organisationId);
  const latest = policies.toSorted((a, b) => yearOfBook(a.book) - yearOfBook(b.book)).at(-1);
  return latest === undefined ? undefined : { policy: policyOf(latest.content), sha256: latest.sha256 };
}

type Measure = { readonly policy: Policy; readonly sha256: string };

/** A member writes in their own name; for somebody else a helper is named (missing-helper), for oneself none (needlessHelper). */
export function helperRefusal({ actor, object }: Making, helper: string | null): Refusal | undefined {
  const own = actor.kind === 'person' && isOwn(actor, object);
  if (own) return helper === null ? undefined : refuse('needlessHelper', '2');
  return (helper ?? '').trim() === '' ? refuse('missing-helper', '2') : undefined;
}
