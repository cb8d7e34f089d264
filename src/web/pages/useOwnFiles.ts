/** What was filled in to open one's own files, and sending it; nothing is lost on an error. */
import { ORPCError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Opened } from '../../contract/opening.ts';
import { freshKey } from '../actKey.ts';
import { api } from '../api.ts';
import { words } from '../words.ts';

type Filled = {
  readonly organisation: string;
  readonly year: string;
  readonly roster: File | null;
  readonly records: File | null;
  /** Asked for only once the books were found to differ from the files. */
  readonly correction: string | null;
  /** Names this act; stays while it may have reached the server unanswered. */
  readonly key: string;
};

/** A file changed on disk after it was chosen can no longer be read; that is not a lost connection. */
export class FileChanged extends Error {}

export async function readAgain(file: File | null): Promise<File> {
  if (file === null) throw new FileChanged();
  try {
    return new File([await file.arrayBuffer()], file.name);
  } catch {
    throw new FileChanged();
  }
}

async function send({ organisation, year, roster, records, correction, key }: Filled): Promise<Opened> {
  const [rosterRead, recordsRead] = await Promise.all([readAgain(roster), readAgain(records)]);
  return api.openFiles({
    headers: { 'idempotency-key': key },
    body: {
      organisation: organisation.trim(),
      year,
      roster: rosterRead,
      records: recordsRead,
      ...(correction === null ? {} : { correction: correction.trim() }),
    },
  });
}

type Lacking = Partial<Record<keyof Filled, string>>;

function lackingIn({ organisation, year, roster, records, correction }: Filled): Lacking {
  return {
    ...(organisation.trim().length < 2 ? { organisation: words.branchNameNeeded } : {}),
    ...(/^\d{4}$/.test(year) ? {} : { year: words.yearNeeded }),
    ...(roster === null ? { roster: words.fileNeeded } : {}),
    ...(records === null ? { records: words.fileNeeded } : {}),
    ...(correction !== null && correction.trim().length < 2 ? { correction: words.correctionNeeded } : {}),
  };
}

const blank = (): Filled => ({
  organisation: '',
  year: String(new Date().getFullYear()),
  roster: null,
  records: null,
  correction: null,
  key: freshKey(),
});

/** Whether something is to be read before going on to the year. */
export const leavesSomething = ({ absent, otherwise, heldBack: { own, others } }: Opened) =>
  absent.length + otherwise.length + own + others > 0;

export function useOwnFiles(goTo: (opened: Opened) => Promise<void>) {
  const [filled, setFilled] = useState(blank);
  const [asked, setAsked] = useState(false);
  const open = useMutation({
    mutationFn: send,
    onSuccess: async (opened) => {
      setFilled((now) => ({ ...now, key: freshKey() }));
      if (!leavesSomething(opened)) await goTo(opened);
    },
    onError: (error, { correction }) => {
      if (!(error instanceof ORPCError)) return;
      const differs = error.code === 'booksDiffer' && correction === null;
      if (differs) setAsked(false);
      setFilled((now) => ({ ...now, key: freshKey(), correction: differs ? '' : now.correction }));
    },
  });
  const lacking = lackingIn(filled);
  return {
    filled,
    open,
    /** What is missing, once it was tried to send. */
    lacking: asked ? lacking : {},
    change: (part: Partial<Filled>) => setFilled({ ...filled, ...part, key: freshKey() }),
    submit: () => {
      setAsked(true);
      if (Object.keys(lacking).length === 0) open.mutate(filled);
    },
  };
}
