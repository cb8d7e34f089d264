/** A short form: labelled fields, what each lacks, one act, and the sentence when it is refused. What was typed stays. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../api.ts';
import { words } from '../words.ts';
import { ChoiceField, LongField, TextField } from './Field.tsx';

export type Asked<K extends string> = {
  readonly id: K;
  readonly label: string;
  readonly secret?: boolean;
  readonly numeric?: boolean;
  /** Several lines: a reason, an opinion. */
  readonly long?: boolean;
  /** Characters of a long one; 500 unless said. */
  readonly most?: number;
  /** May be left empty. */
  readonly may?: boolean;
  readonly complete?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
};

type Filled<K extends string> = Readonly<Record<K, string>>;
type AskFormProps<K extends string> = {
  readonly fields: readonly Asked<K>[];
  readonly act: string;
  readonly send: (filled: Filled<K>) => Promise<void>;
  readonly start?: Partial<Filled<K>>;
  /** Nothing typed stays once it is done. */
  readonly emptied?: boolean;
};

export function AskForm<K extends string>({ fields, act, send, start = {}, emptied }: AskFormProps<K>) {
  const blank = () => Object.fromEntries(fields.map(({ id }) => [id, start[id] ?? ''])) as Filled<K>;
  const [filled, setFilled] = useState(blank);
  const [asked, setAsked] = useState(false);
  const sending = useMutation({
    mutationFn: () => send(filled),
    onSuccess: () => {
      setAsked(false);
      if (emptied === true) setFilled(blank());
    },
  });
  const isLacking = ({ id, may }: Asked<K>) => may !== true && filled[id].trim() === '';
  const submit = () => {
    setAsked(true);
    if (!fields.some(isLacking)) sending.mutate();
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {/* what is typed while it is being sent would be emptied with the rest */}
      <fieldset className="asked" disabled={sending.isPending}>
        {fields.map((field) => (
          <AskedField
            key={field.id}
            field={field}
            lacking={asked && isLacking(field) ? words.needed : undefined}
            value={filled[field.id]}
            change={(value) => setFilled({ ...filled, [field.id]: value })}
          />
        ))}
      </fieldset>
      <Button type="primary" htmlType="submit" loading={sending.isPending}>
        {sending.isPending ? words.sending : act}
      </Button>
      <div aria-live="polite">
        {sending.isError && <Alert type="error" title={sentenceOf(sending.error)} />}
      </div>
    </form>
  );
}

function AskedField<K extends string>({
  field: { id, label, secret, numeric, long, most, complete, options },
  lacking,
  value,
  change,
}: {
  readonly field: Asked<K>;
  readonly lacking: string | undefined;
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  const common = { id, label, lacking, value, change };
  if (options !== undefined) return <ChoiceField {...common} options={options} />;
  if (long === true) return <LongField {...common} most={most ?? 500} />;
  return (
    <TextField
      {...common}
      most={200}
      secret={secret === true}
      numeric={numeric === true}
      complete={complete}
    />
  );
}
