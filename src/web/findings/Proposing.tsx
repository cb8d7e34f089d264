/** The form of a finding: whom, what, when, on which document. */
import { Alert, Button } from 'antd';
import type { Findings } from '../../contract/findings.ts';
import { sentenceOf } from '../api.ts';
import { DayField } from '../parts/DayField.tsx';
import { EvidencePick } from '../parts/EvidencePick.tsx';
import { ChoiceField, LongField, TextField } from '../parts/Field.tsx';
import { evidenceWords as words } from '../words/evidence.ts';
import { useProposing } from './useProposing.ts';

type Asking = ReturnType<typeof useProposing>;

export function Proposing({ page }: { readonly page: Findings }) {
  const asking = useProposing(page);
  const { at, item, brought, proposing, lacking, submit } = asking;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Whom page={page} asking={asking} />
      {item !== undefined && <p>{item.text}</p>}
      {item?.finding === true && <p>{words.findingNote}</p>}
      <What page={page} asking={asking} />
      {at.member !== '' && (
        <EvidencePick
          key={at.member}
          id="finding-files"
          at={at}
          purpose="deduction"
          files={brought.files}
          lacking={lacking('files')}
          add={brought.add}
          remove={brought.remove}
        />
      )}
      <Button type="primary" htmlType="submit" loading={proposing.isPending}>
        {words.propose}
      </Button>
      <div aria-live="polite">
        {proposing.isError && <Alert type="error" title={sentenceOf(proposing.error)} />}
        {proposing.isSuccess && <Alert type="success" title={words.proposed(proposing.data.answerUntil)} />}
      </div>
    </form>
  );
}

type Part = { readonly page: Findings; readonly asking: Asking };

function Whom({ page: { rounds }, asking: { here, round, filled, lacking, change, chooseRound } }: Part) {
  return (
    <>
      {rounds.length > 1 && (
        <ChoiceField
          id="round"
          label={words.round}
          lacking={undefined}
          options={rounds.map(({ label }, index) => ({ value: String(index), label }))}
          value={String(round)}
          change={(chosen) => chooseRound(Number(chosen))}
        />
      )}
      <ChoiceField
        id="member"
        label={words.member}
        lacking={lacking('member')}
        options={(here?.members ?? []).map(({ id, name, number }) => ({
          value: id,
          label: `${name}（${number}）`,
        }))}
        value={filled.member}
        change={(member) => change({ member })}
      />
      <ChoiceField
        id="item"
        label={words.item}
        lacking={lacking('item')}
        options={(here?.items ?? []).map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))}
        value={filled.item}
        change={(item) => change({ item })}
      />
    </>
  );
}

function What({ page: { bodies }, asking: { item, filled, lacking, change } }: Part) {
  return (
    <>
      {item?.amount === null ? (
        <TextField
          id="amount"
          label={words.amount(item.most)}
          lacking={lacking('amount')}
          most={12}
          value={filled.amount}
          change={(amount) => change({ amount })}
        />
      ) : (
        item !== undefined && (
          <p>
            {words.fixed} {item.amount}
          </p>
        )
      )}
      <DayField
        id="day"
        label={words.day}
        lacking={lacking('day')}
        value={filled.day}
        change={(day) => change({ day })}
      />
      <LongField
        id="reason"
        label={words.reason}
        lacking={lacking('reason')}
        most={500}
        value={filled.reason}
        change={(reason) => change({ reason })}
      />
      <TextField
        id="basis"
        label={words.document}
        lacking={lacking('basis')}
        most={200}
        complete="off"
        value={filled.basis}
        change={(basis) => change({ basis })}
      />
      {bodies.length > 1 && (
        <ChoiceField
          id="supplier"
          label={words.supplier}
          lacking={lacking('supplier')}
          options={bodies.map((name) => ({ value: name, label: name }))}
          value={filled.supplier}
          change={(supplier) => change({ supplier })}
        />
      )}
      <TextField
        id="incident"
        label={words.incident}
        lacking={undefined}
        most={200}
        complete="off"
        value={filled.incident}
        change={(incident) => change({ incident })}
      />
    </>
  );
}
