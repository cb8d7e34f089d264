/** A branch's own roster and records. What is wrong is listed row by row; what was filled in stays. */
import { ORPCError } from '@orpc/client';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Opened, RowProblem } from '../../contract/opening.ts';
import { api, freshKey, problemsOf, sentenceOf } from '../api.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { words } from '../words.ts';

type Filled = {
  readonly organisation: string;
  readonly year: string;
  readonly roster: File | null;
  readonly records: File | null;
  /** Asked for only once the books were found to differ from the files. */
  readonly correction: string | null;
};

/** A file changed on disk after it was chosen can no longer be read; that is not a lost connection. */
class FileChanged extends Error {}

async function readAgain(file: File): Promise<File> {
  try {
    return new File([await file.arrayBuffer()], file.name);
  } catch {
    throw new FileChanged();
  }
}

async function send(
  { organisation, year, roster, records, correction }: Filled,
  key: string,
): Promise<Opened> {
  if (roster === null || records === null) throw new FileChanged();
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

/** The key stays while the same act may have reached the server unanswered. */
function useKey() {
  const key = useRef(freshKey());
  return { current: () => key.current, renew: () => (key.current = freshKey()) };
}

export function OwnFiles({ goTo }: { readonly goTo: (opened: Opened) => Promise<void> }) {
  const [filled, setFilled] = useState<Filled>({
    organisation: '',
    year: String(new Date().getFullYear()),
    roster: null,
    records: null,
    correction: null,
  });
  const [asked, setAsked] = useState(false);
  const key = useKey();
  const open = useMutation({
    mutationFn: (what: Filled) => send(what, key.current()),
    onSuccess: async (opened) => {
      key.renew();
      if (opened.absent.length === 0) await goTo(opened);
    },
    onError: (error, what) => {
      if (!(error instanceof ORPCError)) return;
      key.renew();
      if (error.code === 'booksDiffer' && what.correction === null) {
        setAsked(false);
        setFilled({ ...what, correction: '' });
      }
    },
  });
  const change = (part: Partial<Filled>) => {
    key.renew();
    setFilled({ ...filled, ...part });
  };
  const lacking = lackingIn(filled);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(lacking).length === 0) open.mutate(filled);
  };
  const told = asked ? lacking : {};
  return (
    <section className="way" aria-labelledby="own">
      <h2 id="own">{words.openOwn}</h2>
      <p>{words.openOwnText}</p>
      <p className="quiet">
        {words.templates}：
        <a className="inline-door" href="/templates/roster.xlsx" download>
          {words.rosterTemplate}
        </a>
        <a className="inline-door" href="/templates/records.xlsx" download>
          {words.recordsTemplate}
        </a>
      </p>
      <form className="stack" onSubmit={submit} noValidate>
        <Field id="organisation" label={words.branchName} lacking={told.organisation}>
          <Input
            {...named('organisation', told.organisation)}
            maxLength={60}
            value={filled.organisation}
            onChange={({ target }) => change({ organisation: target.value })}
          />
        </Field>
        <Field id="year" label={words.year} lacking={told.year}>
          <Input
            {...named('year', told.year)}
            inputMode="numeric"
            maxLength={4}
            value={filled.year}
            onChange={({ target }) => change({ year: target.value })}
          />
        </Field>
        <FileField
          id="roster"
          label={words.rosterFile}
          lacking={told.roster}
          file={filled.roster}
          choose={(roster) => change({ roster })}
        />
        <FileField
          id="records"
          label={words.recordsFile}
          lacking={told.records}
          file={filled.records}
          choose={(records) => change({ records })}
        />
        {filled.correction !== null && (
          <Field id="correction" label={words.correction} lacking={told.correction}>
            <Input
              {...named('correction', told.correction)}
              maxLength={200}
              value={filled.correction}
              onChange={({ target }) => change({ correction: target.value })}
            />
          </Field>
        )}
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {open.isPending ? words.working : words.openOwnAct}
        </Button>
      </form>
      <div aria-live="polite">
        {open.isError && <Refused error={open.error} />}
        {open.data !== undefined && open.data.absent.length > 0 && <Absent opened={open.data} goTo={goTo} />}
      </div>
    </section>
  );
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

const named = (id: string, lacking: string | undefined) => ({
  id,
  ...(lacking === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-lacking` }),
});

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly lacking: string | undefined;
  readonly children: ReactNode;
};

function Field({ id, label, lacking, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {lacking !== undefined && (
        <p id={`${id}-lacking`} className="lacking">
          {lacking}
        </p>
      )}
    </div>
  );
}

type FileProps = Omit<FieldProps, 'children'> & {
  readonly file: File | null;
  readonly choose: (file: File | null) => void;
};

/** The browser's own field, under a face that speaks Chinese whatever language the browser was set to. */
function FileField({ id, label, lacking, file, choose }: FileProps) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span className="file-face">
          <span className="file-act">{words.choose}</span>
          <span className="file-name">{file?.name ?? words.noFile}</span>
        </span>
      </label>
      <input
        {...named(id, lacking)}
        className="unseen"
        type="file"
        accept=".xlsx,.csv"
        onChange={({ target }) => choose(target.files?.[0] ?? null)}
      />
      {lacking !== undefined && (
        <p id={`${id}-lacking`} className="lacking">
          {lacking}
        </p>
      )}
    </div>
  );
}

const PROBLEMS: Column<RowProblem>[] = [
  {
    key: 'cell',
    title: words.cell,
    head: true,
    render: ({ cell, sheet, file }) => <ProblemPlace file={file} sheet={sheet} cell={cell} />,
  },
  {
    key: 'value',
    title: words.value,
    wide: true,
    render: ({ value }) => (value === '' ? words.emptyValue : value),
  },
  { key: 'expected', title: words.expected, wide: true, render: ({ expected }) => expected },
  { key: 'mend', title: words.mend, wide: true, render: ({ mend }) => mend },
];

function ProblemPlace({ file, sheet, cell }: Pick<RowProblem, 'file' | 'sheet' | 'cell'>) {
  return (
    <>
      {cell === '' ? file : cell}
      <span className="person-more">
        {[cell === '' ? '' : file, sheet].filter((part) => part !== '').join(' · ')}
      </span>
    </>
  );
}

function Refused({ error }: { readonly error: unknown }) {
  const problems = problemsOf(error);
  if (error instanceof FileChanged) return <Alert type="error" title={words.fileChanged} />;
  if (problems.length === 0) return <Alert type="error" title={sentenceOf(error)} />;
  return (
    <section aria-labelledby="problems">
      <h3 id="problems">{words.problemsTitle(problems.length)}</h3>
      <p>{words.problemsText}</p>
      <Listing
        caption={words.problemsTitle(problems.length)}
        columns={PROBLEMS}
        rows={problems}
        rowKey={({ file, sheet, cell, expected }) => `${file} ${sheet} ${cell} ${expected}`}
      />
    </section>
  );
}

function Absent({
  opened,
  goTo,
}: {
  readonly opened: Opened;
  readonly goTo: (opened: Opened) => Promise<void>;
}) {
  return (
    <Alert
      type="warning"
      title={words.opened(opened.members, opened.added)}
      description={words.absent(opened.absent)}
      action={<Button onClick={() => void goTo(opened)}>{words.seeTable}</Button>}
    />
  );
}
