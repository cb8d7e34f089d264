/** A branch's own roster and records. What is wrong is listed row by row; what was filled in stays. */
import { Alert, Button } from 'antd';
import type { Opened } from '../../contract/opening.ts';
import { FileField, TextField } from '../parts/Field.tsx';
import { importWords } from '../words/import.ts';
import { words } from '../words.ts';
import { Refused } from './Refused.tsx';
import { leavesSomething, useOwnFiles } from './useOwnFiles.ts';

type GoTo = { readonly goTo: (opened: Opened) => Promise<void> };

export function OwnFiles({ goTo }: GoTo) {
  const own = useOwnFiles(goTo);
  const { open } = own;
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
      <Form own={own} />
      <div aria-live="polite">
        {open.isError && <Refused error={open.error} />}
        {open.data !== undefined && leavesSomething(open.data) && <Left opened={open.data} goTo={goTo} />}
      </div>
    </section>
  );
}

function Form({
  own: { filled, lacking, change, submit, open },
}: {
  readonly own: ReturnType<typeof useOwnFiles>;
}) {
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        id="organisation"
        label={words.branchName}
        lacking={lacking.organisation}
        most={60}
        value={filled.organisation}
        change={(organisation) => change({ organisation })}
      />
      <TextField
        id="year"
        label={words.year}
        lacking={lacking.year}
        most={4}
        numeric
        value={filled.year}
        change={(year) => change({ year })}
      />
      <FileField
        id="roster"
        label={words.rosterFile}
        lacking={lacking.roster}
        file={filled.roster}
        choose={(roster) => change({ roster })}
      />
      <FileField
        id="records"
        label={words.recordsFile}
        lacking={lacking.records}
        file={filled.records}
        choose={(records) => change({ records })}
      />
      {filled.correction !== null && (
        <TextField
          id="correction"
          label={words.correction}
          lacking={lacking.correction}
          most={200}
          value={filled.correction}
          change={(correction) => change({ correction })}
        />
      )}
      <Button type="primary" htmlType="submit" loading={open.isPending}>
        {open.isPending ? words.working : words.openOwnAct}
      </Button>
    </form>
  );
}

/** What the import left as it was, and whose it is. */
function Left({
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
      description={
        <>
          {opened.absent.length > 0 && <p>{words.absent(opened.absent)}</p>}
          {opened.otherwise.length > 0 && <p>{importWords.otherwise(opened.otherwise)}</p>}
          {opened.heldBack.own > 0 && <p>{importWords.heldOwn(opened.heldBack.own)}</p>}
          {opened.heldBack.others > 0 && <p>{importWords.heldOthers(opened.heldBack.others)}</p>}
          {opened.heldBack.named.length > 0 && <Held heldBack={opened.heldBack} />}
        </>
      }
      action={<Button onClick={() => void goTo(opened)}>{words.seeTable}</Button>}
    />
  );
}

function Held({ heldBack: { named, own, others } }: Pick<Opened, 'heldBack'>) {
  return (
    <ul className="notes">
      {named.map(({ number, item, day }) => (
        <li key={`${number} ${item ?? ''} ${day ?? ''}`}>{importWords.row(number, item, day)}</li>
      ))}
      {own + others > named.length && <li>{importWords.more(own + others - named.length)}</li>}
    </ul>
  );
}
