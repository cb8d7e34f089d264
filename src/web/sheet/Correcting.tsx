/** Registered points of an earlier quarter put right in this round (G31): which entry, what it should say, why. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { formatPoints } from '../../domain/points.ts';
import { api, sentenceOf } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import type { RoundAddress } from '../round/queries.ts';
import { sheetWords } from '../words/sheet.ts';
import { readAmount, type SheetLine } from './sheetValues.ts';

type Props = { readonly at: RoundAddress; readonly line: SheetLine };

export function Correcting({ at, line: { member } }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{sheetWords.correctLead}</summary>
      <p className="quiet">{sheetWords.correctNote}</p>
      {open && <Entries at={at} member={member.id} />}
    </details>
  );
}

function Entries({ at, member }: { readonly at: RoundAddress; readonly member: string }) {
  const queries = useQueryClient();
  const [said, setSaid] = useState<string>();
  const found = useQuery({
    queryKey: ['rounds', at, 'correctable', member],
    queryFn: () => api.correctable({ ...at, member }),
  });
  if (found.isError) return <Alert type="error" title={sentenceOf(found.error)} />;
  if (found.data === undefined) return null;
  if (found.data.entries.length === 0) return <p>{sheetWords.correctNone}</p>;
  const options = found.data.entries.map(({ id, item, day, period, amount, reason }) => ({
    value: id,
    label: sheetWords.correctRow(period, item.name, day, amount, reason),
  }));
  const [entry, amount, reason, basis] = ['entry', 'amount', 'reason', 'basis'].map(
    (name) => `correct-${member}-${name}`,
  ) as [string, string, string, string];
  return (
    <>
      <AskForm
        fields={[
          { id: entry, label: sheetWords.correctEntry, options },
          { id: amount, label: sheetWords.correctAmount, may: true, complete: 'off' },
          { id: reason, label: sheetWords.correctReason, long: true },
          { id: basis, label: sheetWords.basis, complete: 'off' },
        ]}
        act={sheetWords.correct}
        emptied
        send={async (filled) => {
          const typed = (filled[amount] ?? '').trim();
          const right = readAmount(typed);
          const answer = await api.proposeCorrection({
            ...at,
            member,
            entry: filled[entry] ?? '',
            // what is no amount is refused in words
            amount: typed === '' ? null : right === undefined ? typed : formatPoints(right),
            reason: filled[reason] ?? '',
            basis: filled[basis] ?? '',
            evidence: [],
          });
          setSaid(answer.lowers ? sheetWords.proposed(answer.answerUntil) : sheetWords.proposedBetter);
          await queries.invalidateQueries({ queryKey: ['rounds'] });
        }}
      />
      <div aria-live="polite">{said !== undefined && <Alert type="success" title={said} />}</div>
    </>
  );
}
