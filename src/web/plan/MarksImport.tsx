/** Results of the unit's performance appraisal from a table or pasted rows: looked at, then recorded. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import type { PlansPage } from '../../contract/plans.ts';
import { MARK_COLUMNS, type ReadMark, readMarks } from '../../domain/taskPlan/markSheet.ts';
import { api, type YearAddress } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { planWords } from '../words/plan.ts';
import { PasteBox } from './PasteBox.tsx';

export function MarksImport({ at, page }: { readonly at: YearAddress; readonly page: PlansPage }) {
  const { organisation, year } = at;
  const queries = useQueryClient();
  const [marks, setMarks] = useState<readonly ReadMark[]>([]);
  const [done, setDone] = useState<string>();
  const named = new Map(page.members.map(({ id, number, name }) => [id, `${number} ${name}`]));
  return (
    <details className="block">
      <summary>{planWords.marksTitle}</summary>
      <p className="quiet">{planWords.marksNote}</p>
      <PasteBox
        at={at}
        id="paste-marks"
        columns={MARK_COLUMNS}
        take={(rows) => {
          const read = readMarks(rows, page.labels, page.members);
          setMarks(read.problems.length > 0 ? [] : read.marks);
          setDone(undefined);
          return read.problems;
        }}
      />
      {marks.length > 0 && (
        <>
          <ul className="notes">
            {marks.map(({ member, period, result }) => (
              <li key={`${member} ${period}`}>
                {named.get(member)} {period === null ? '全年' : page.labels[period - 1]} {result}
              </li>
            ))}
          </ul>
          <AskForm
            fields={[{ id: 'marksReason', label: planWords.marksReason, may: true, complete: 'off' }]}
            act={planWords.marksAct(marks.length)}
            send={async ({ marksReason }) => {
              const reason = marksReason.trim() === '' ? null : marksReason.trim();
              const { marked, same } = await api.importMarks({
                organisation,
                year,
                marks: [...marks],
                reason,
              });
              setMarks([]);
              setDone(planWords.marksDone(marked, same));
              await queries.invalidateQueries();
            }}
          />
        </>
      )}
      <div aria-live="polite">{done !== undefined && <Alert type="success" title={done} />}</div>
    </details>
  );
}
