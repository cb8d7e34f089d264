/** The approval form of an exemption as .xlsx: filled from the application for those who may read it, blank for whoever writes by hand. */
import type { Actor } from '../domain/access/actor.ts';
import { can } from '../domain/access.ts';
import { REGISTER } from '../domain/fact.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import { EXEMPTION_APPROVAL_TITLE, exemptionApproval } from '../forms/exemptionApproval.ts';
import { safeName } from '../domain/fileName.ts';
import type { PaperOrigin } from '../forms/paper.ts';
import { renderXlsx } from '../forms/render/xlsx.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { latestMeasure } from '../service/exemptionMatters.ts';
import { personOf } from '../service/personOf.ts';
import type { BookRow } from '../service/ports.ts';
import { memberExemptions } from '../service/views/exemption.ts';
import { shortHash } from '../service/views/yearHead.ts';
import { workbook } from './papers.ts';
import { problemResponse, refusalProblem } from './problem.ts';
import type { Services } from './services.ts';

/** Asks whether the reader may read why; a foreign or unknown one is refused alike. */
export async function filledApproval(services: Services, actor: Actor, named: Named): Promise<Response> {
  const answer = await paperOf(services, actor, named);
  if (isRefusal(answer)) return problemResponse(refusalProblem(answer));
  return workbook(await renderXlsx(answer.paper), answer.fileName);
}

/** Nothing of the books is on it. */
export async function blankApproval({ version }: Pick<Services, 'version'>): Promise<Response> {
  const { policy, sha256 } = version;
  const origin = {
    policy: measureWords(policy.title, policy.version, sha256),
    source: '空白表，由手写填注',
    short: '空白表',
    code: `jifen:policy:${policy.id}:${policy.version}:${sha256}`,
  };
  return workbook(
    await renderXlsx(exemptionApproval(null, origin)),
    `${EXEMPTION_APPROVAL_TITLE}（空白）.xlsx`,
  );
}

type Named = { readonly organisation: string; readonly member: string; readonly exemption: string };

async function paperOf(
  { world, version }: Services,
  actor: Actor,
  { organisation, member, exemption }: Named,
) {
  const today = dayInShanghai(world.now());
  return world.store.read(async (tx) => {
    const allowed = can(
      actor,
      'readExemption',
      await accessObject(tx, organisation, today, { about: [member] }),
    );
    if (isRefusal(allowed)) return allowed;
    const shown = await memberExemptions(tx, actor, { organisation, member }, today);
    if (isRefusal(shown)) return shown;
    const worded = shown.exemptions.find(({ matter }) => matter.exemptionId === exemption);
    const branch = await tx.organisation(organisation);
    const head = (await tx.books(organisation)).find(({ book }) => book === REGISTER);
    if (worded === undefined || branch === undefined || head === undefined)
      return refuse('exemptionUnknown', null);
    const person = personOf(shown.known.row);
    const { policy, sha256 } = (await latestMeasure(tx, organisation)) ?? version;
    const filled = {
      organisation: branch.name,
      example: branch.example === 1,
      person,
      fullOn: shown.known.member.fullOn,
      worded,
    };
    return {
      paper: exemptionApproval(filled, originOf(head, measureWords(policy.title, policy.version, sha256))),
      fileName: `${safeName(`${EXEMPTION_APPROVAL_TITLE}-${person.number}-${person.name}`)}.xlsx`,
    };
  });
}

const measureWords = (title: string, numbered: string, sha256: string) =>
  `《${title}》 版本 ${numbered} · 摘要 ${shortHash(sha256)}`;

function originOf({ organisationId, seq, hash }: BookRow, policy: string): PaperOrigin {
  return {
    policy,
    source: `名册第 ${seq} 笔 · ${shortHash(hash)}`,
    short: `名册第 ${seq} 笔 ${shortHash(hash)}`,
    code: `jifen:head:${organisationId}:${REGISTER}:${seq}:${hash}`,
  };
}
