/** Transcripts: issued and taken in through `perform`, handed out as they were sealed. */
import { renderXlsx } from '../forms/render/xlsx.ts';
import { transcriptPaper } from '../forms/transcript.ts';
import { safeName } from '../domain/fileName.ts';
import { yearBook } from '../domain/fact.ts';
import { refuse } from '../domain/refusal.ts';
import { can } from '../domain/access.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import type { Asking } from './asking.ts';
import { readTranscript } from '../domain/year/transcript.ts';
import { policyOf } from '../service/viewRows.ts';
import { transcriptFile } from '../service/views/transcriptFile.ts';
import { dayIn, doing } from './doing.ts';
import type { Guarded } from './guarded.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';

type Which = { readonly organisation: string; readonly member: string; readonly transcript: string };

const JSON_TYPE = 'application/json';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function transcriptRoutes(os: Guarded, services: Services) {
  return {
    issueTranscript: os.issueTranscript.handler(async ({ input, context }) => {
      const { organisation: organisationId, member: personId, version, to, basis } = input;
      const on = dayIn(input.on);
      const command = { type: 'issueTranscript', organisationId, personId, on, to, basis } as const;
      const done = await doing<{ transcriptId: string }>(services, context, command, version);
      return { transcript: done.transcriptId };
    }),
    receiveTranscript: os.receiveTranscript.handler(async ({ input, context }) => {
      const { organisation: organisationId, number, group, basis } = input;
      await askedFirst(services, context, organisationId);
      const file = readTranscript(input.file);
      if (file === undefined) throw thrown(refuse('notTranscript', null));
      const joinedOn = dayIn(input.joinedOn);
      const { personId, checked } = await doing<{ personId: string; checked: boolean }>(services, context, {
        type: 'receiveTranscript',
        organisationId,
        file,
        number,
        group: group === '' ? null : group,
        joinedOn,
        basis,
      });
      return { member: personId, checked };
    }),
    transcriptFile: os.transcriptFile.handler(async ({ input }) => {
      const file = await fileOf(services, input);
      const name = `${nameOf(file.content)}.json`;
      return new File([JSON.stringify(file)], name, { type: JSON_TYPE });
    }),
    transcriptPaper: os.transcriptPaper.handler(async ({ input }) => {
      const file = await fileOf(services, input);
      const { year } = file.content;
      const row =
        year === null
          ? undefined
          : await services.world.store.read((tx) => tx.policy(input.organisation, yearBook(year.year)));
      const policy = row === undefined ? null : policyOf(row.content);
      const bytes = await renderXlsx(transcriptPaper(file, policy));
      return new File([new Uint8Array(bytes)], `${nameOf(file.content)}.xlsx`, { type: XLSX_TYPE });
    }),
  };
}

/** Before the file is judged: to whoever may take none in, all files are alike. */
async function askedFirst({ world }: Services, { actor }: Asking, organisation: string): Promise<void> {
  const today = dayInShanghai(world.now());
  granted(
    can(actor, 'decideStanding', await world.store.read((tx) => accessObject(tx, organisation, today))),
  );
}

async function fileOf({ world }: Services, { organisation, member, transcript }: Which) {
  return granted(await world.store.read((tx) => transcriptFile(tx, organisation, member, transcript)));
}

const nameOf = ({ person }: { readonly person: { readonly number: string; readonly name: string } }) =>
  safeName(`转移证明-${person.number}-${person.name}`);
