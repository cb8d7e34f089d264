/** Rows pasted from Excel or read from a file, handed on as text cells. What was pasted stays until it is taken. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { pastedRows, type SheetProblem, type SheetRow } from '../../domain/taskPlan/sheetRows.ts';
import { api, type YearAddress } from '../api.ts';
import { Refused } from '../pages/Refused.tsx';
import { FileField } from '../parts/Field.tsx';
import { planWords } from '../words/plan.ts';

type Props = {
  readonly at: YearAddress;
  readonly id: string;
  readonly columns: readonly string[];
  /** Gives what is wrong with the rows; nothing when they were taken. */
  readonly take: (rows: readonly SheetRow[]) => readonly SheetProblem[];
};

export function PasteBox({ at: { organisation, year }, id, columns, take }: Props) {
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [problems, setProblems] = useState<readonly SheetProblem[]>([]);
  const reading = useMutation({
    mutationFn: async () =>
      file === null ? pastedRows(text) : (await api.planRows({ organisation, year, file })).rows,
    onSuccess: (rows) => setProblems(take(rows)),
  });
  const empty = text.trim() === '' && file === null;
  const [asked, setAsked] = useState(false);
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={id}>
          {planWords.paste}：{columns.join('、')}
        </label>
        <Input.TextArea id={id} rows={5} value={text} onChange={({ target }) => setText(target.value)} />
      </div>
      <FileField
        id={`${id}-file`}
        label={planWords.orFile}
        lacking={undefined}
        file={file}
        choose={setFile}
      />
      <Button
        loading={reading.isPending}
        onClick={() => {
          setAsked(true);
          if (!empty) reading.mutate();
        }}
      >
        {planWords.read}
      </Button>
      <div aria-live="polite">
        {asked && empty && <p className="lacking">{planWords.nothingRead}</p>}
        {reading.isError && <Refused error={reading.error} />}
        {problems.length > 0 && <Problems problems={problems} />}
      </div>
    </div>
  );
}

const MOST_SHOWN = 100;

function Problems({ problems }: { readonly problems: readonly SheetProblem[] }) {
  return (
    <Alert
      type="error"
      title={planWords.problems(problems.length)}
      description={
        <ul className="notes">
          {problems.slice(0, MOST_SHOWN).map(({ row, column, value, expected }) => (
            <li key={`${row} ${column}`}>{planWords.problem(row, column, value, expected)}</li>
          ))}
        </ul>
      }
    />
  );
}
