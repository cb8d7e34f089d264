/** Proposed deductions of one member: what stands, what the member answered, withdrawing one, proposing another. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Sheet } from '../../contract/roundSheet.ts';
import { formatPoints, ZERO } from '../../domain/points.ts';
import { api, sentenceOf } from '../api.ts';
import { useBrought } from '../evidence/useBrought.ts';
import { EvidenceList } from '../parts/EvidenceList.tsx';
import { EvidencePick } from '../parts/EvidencePick.tsx';
import { AskForm } from '../parts/AskForm.tsx';
import { ChoiceField, LongField, TextField } from '../parts/Field.tsx';
import type { RoundAddress } from '../round/queries.ts';
import { words } from '../words.ts';
import { sheetWords } from '../words/sheet.ts';
import { Correcting } from './Correcting.tsx';
import { readAmount, type SheetLine } from './sheetValues.ts';

type Props = { readonly at: RoundAddress; readonly sheet: Sheet; readonly line: SheetLine };
type Deduction = SheetLine['deductions'][number];

export function Deductions({ at, sheet, line }: Props) {
  const [open, setOpen] = useState(false);
  const { deductions, mayPropose, mayCorrect } = line;
  if (deductions.length === 0 && !mayPropose && !mayCorrect) return null;
  const standing = deductions.filter(({ withdrawn }) => !withdrawn).length;
  return (
    <details className="sheet-deductions" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{sheetWords.deductions(standing)}</summary>
      {open && (
        <>
          <ul className="notes">
            {deductions.map((one) => (
              <li key={one.proposalId}>
                <Proposed at={at} line={line} deduction={one} />
              </li>
            ))}
          </ul>
          {mayPropose && <Proposing at={at} sheet={sheet} line={line} />}
          {mayCorrect && <Correcting at={at} line={line} />}
        </>
      )}
    </details>
  );
}

function standsAs({ withdrawn, answer, answerUntil, corrects }: Deduction): string {
  if (withdrawn) return sheetWords.withdrawn;
  if (answer !== null) return sheetWords.answered(answer.words);
  return corrects?.lowers === false ? sheetWords.better : sheetWords.answerUntil(answerUntil);
}

type ProposedProps = Omit<Props, 'sheet'> & { readonly deduction: Deduction };

function Proposed({ at, line: { member, mayPropose }, deduction }: ProposedProps) {
  const { proposalId, item, day, amount, reason, basis, supplier, withdrawn, corrects } = deduction;
  const queries = useQueryClient();
  const field = `withdraw-${proposalId}`;
  return (
    <>
      {corrects === null
        ? sheetWords.proposalLine(`${item.id} ${item.name}`, day, amount)
        : `${item.name}，${day}`}
      <span className="person-more">{[reason, basis, supplier].filter(Boolean).join('；')}</span>
      <EvidenceList
        at={{ ...at, member: member.id }}
        files={deduction.evidence}
        hidden={deduction.hiddenEvidence}
      />
      <span className="person-more">{standsAs(deduction)}</span>
      {mayPropose && !withdrawn && (
        <details>
          <summary>{sheetWords.withdraw}</summary>
          <AskForm
            fields={[{ id: field, label: sheetWords.withdrawWhy, complete: 'off' }]}
            act={sheetWords.withdraw}
            send={async (filled) => {
              await api.withdrawDeduction({
                ...at,
                member: member.id,
                proposal: proposalId,
                reason: filled[field] ?? '',
              });
              await queries.invalidateQueries({ queryKey: ['rounds'] });
            }}
          />
        </details>
      )}
    </>
  );
}

const BLANK = { item: '', day: '', amount: '', reason: '', basis: '', supplier: '', incident: '' };
type Filled = typeof BLANK;

/** What is typed, what it lacks, and sending it. */
function useProposing({ at, sheet: { items }, line: { member } }: Props) {
  const queries = useQueryClient();
  const [filled, setFilled] = useState<Filled>(BLANK);
  const [asked, setAsked] = useState(false);
  const place = { ...at, member: member.id };
  const brought = useBrought(place, []);
  const item = items.find(({ id }) => id === filled.item);
  const amount = item?.amount ?? filled.amount;
  const proposing = useMutation({
    mutationFn: () =>
      api.proposeDeduction({
        ...at,
        ...filled,
        member: member.id,
        amount: formatPoints(readAmount(amount) ?? ZERO),
        incident: filled.incident.trim() === '' ? null : filled.incident.trim(),
        evidence: brought.files.map(({ id }) => id),
      }),
    onSuccess: async () => {
      brought.clear();
      setFilled(BLANK);
      setAsked(false);
      await queries.invalidateQueries({ queryKey: ['rounds'] });
    },
  });
  const lacks = (name: keyof Filled) =>
    (name === 'amount' ? readAmount(amount) === undefined : filled[name].trim() === '') &&
    name !== 'incident';
  return {
    item,
    place,
    brought,
    proposing,
    field: (name: keyof Filled, label: string) => ({
      id: `${member.id}-${name}`,
      label,
      lacking: asked && lacks(name) ? words.needed : undefined,
      value: filled[name],
      change: (value: string) => setFilled({ ...filled, [name]: value }),
    }),
    submit: () => {
      setAsked(true);
      if (!(Object.keys(BLANK) as (keyof Filled)[]).some(lacks)) proposing.mutate();
    },
  };
}

function Proposing(props: Props) {
  const { items, suppliers } = props.sheet;
  const headingId = `propose-${props.line.member.id}`;
  const { item, place, brought, proposing, field, submit } = useProposing(props);
  return (
    <form
      className="stack"
      aria-labelledby={headingId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 id={headingId}>{sheetWords.propose}</h2>
      <p className="quiet">{sheetWords.proposeNote}</p>
      <ChoiceField
        {...field('item', sheetWords.item)}
        options={items.map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))}
      />
      {item !== undefined && <p>{item.text}</p>}
      {item?.amount === null ? (
        <TextField {...field('amount', sheetWords.amount(item.most))} most={12} />
      ) : (
        item !== undefined && (
          <p>
            {sheetWords.fixed} {item.amount}
          </p>
        )
      )}
      <TextField {...field('day', sheetWords.day)} most={10} complete="off" />
      <LongField {...field('reason', sheetWords.reason)} most={500} />
      <TextField {...field('basis', sheetWords.basis)} most={200} complete="off" />
      <ChoiceField
        {...field('supplier', sheetWords.supplier)}
        options={suppliers.map((name) => ({ value: name, label: name }))}
      />
      <TextField {...field('incident', sheetWords.incident)} most={200} complete="off" />
      <EvidencePick
        id={`${place.member}-files`}
        at={place}
        purpose="deduction"
        files={brought.files}
        add={brought.add}
        remove={brought.remove}
      />
      <Button htmlType="submit" loading={proposing.isPending}>
        {sheetWords.propose}
      </Button>
      <div aria-live="polite">
        {proposing.isError && <Alert type="error" title={sentenceOf(proposing.error)} />}
        {proposing.isSuccess && (
          <Alert type="success" title={sheetWords.proposed(proposing.data.answerUntil)} />
        )}
      </div>
    </form>
  );
}
