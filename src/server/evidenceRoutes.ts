/** Bringing a file to a matter and taking it back; opening one is at an address of its own (evidenceFile.ts). */
import type { Actor } from '../domain/access/actor.ts';
import { refuse } from '../domain/refusal.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { Purpose } from '../service/evidence/about.ts';
import { bringEvidence, takeBackEvidence } from '../service/evidence/evidence.ts';
import { evidenceLine } from '../service/evidence/evidenceLines.ts';
import { findingsPage } from '../service/views/round/findingsPage.ts';
import type { Guarded } from './guarded.ts';
import { hereOf, type Place } from './here.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';

type About = Place & { readonly member: string };

const aboutOf = (place: About) => ({ ...hereOf(place), personId: place.member });

export function evidenceRoutes(os: Guarded, services: Services) {
  return {
    findings: os.findings.handler(({ input: { organisation: id }, context: { actor } }) =>
      services.world.store.read(async (tx) => {
        const found = await tx.organisation(id);
        if (found === undefined) throw thrown(refuse('organisationUnknown', null, { organisationId: id }));
        const today = dayInShanghai(services.world.now());
        return {
          organisation: { id, name: found.name },
          today,
          ...(await findingsPage(tx, id, { actor, today })),
        };
      }),
    ),
    bringToClaim: os.bringToClaim.handler(({ input, context: { actor } }) =>
      bring(services, actor, input, 'claim'),
    ),
    bringToDeduction: os.bringToDeduction.handler(({ input, context: { actor } }) =>
      bring(services, actor, input, 'deduction'),
    ),
    takeBackEvidence: os.takeBackEvidence.handler(async ({ input, context: { actor } }) => {
      const { world, evidence: files } = services;
      const refusal = await takeBackEvidence({ world, files }, actor, aboutOf(input), input.evidence);
      if (refusal !== undefined) throw thrown(refusal);
      return {};
    }),
  };
}

async function bring(
  { world, evidence: files, takeEvidence }: Services,
  actor: Actor,
  { file, ...place }: About & { readonly file: File },
  purpose: Purpose,
) {
  const taken = granted(await takeEvidence(file.name, await file.bytes()));
  const row = granted(await bringEvidence({ world, files }, actor, { ...aboutOf(place), purpose }, taken));
  return evidenceLine(row, actor.kind === 'person' ? actor.name : '');
}
