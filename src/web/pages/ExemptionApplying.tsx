/** The application, by the member or written down for them; for a renewal it names the exemption it continues. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExemptionList } from '../../contract/exemption.ts';
import { api } from '../api.ts';
import { AskForm, type Asked } from '../parts/AskForm.tsx';
import { exemptionWords } from '../words/exemption.ts';

type Field =
  | 'member'
  | 'category'
  | 'reason'
  | 'from'
  | 'until'
  | 'whereabouts'
  | 'contact'
  | 'attachments'
  | 'helper';
type Filled = Readonly<Record<Field, string>>;

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

const FIELDS: readonly Asked<Field>[] = [
  { id: 'category', label: exemptionWords.category, options: exemptionWords.categories },
  { id: 'reason', label: exemptionWords.reason, long: true },
  { id: 'from', label: exemptionWords.from, may: true, complete: 'off' },
  { id: 'until', label: exemptionWords.until, may: true, complete: 'off' },
  { id: 'whereabouts', label: exemptionWords.whereabouts, may: true, complete: 'off' },
  { id: 'contact', label: exemptionWords.contact, may: true, complete: 'off' },
  { id: 'attachments', label: exemptionWords.attachments, may: true, complete: 'off' },
];
const HELPER: Asked<Field> = { id: 'helper', label: exemptionWords.helper, complete: 'off' };

async function apply(organisation: string, member: string, renews: string | null, filled: Filled) {
  await api.applyExemption({
    organisation,
    member,
    renews,
    category: filled.category as (typeof exemptionWords.categories)[number]['value'],
    reason: filled.reason,
    from: orNull(filled.from),
    until: orNull(filled.until),
    whereabouts: orNull(filled.whereabouts),
    contact: orNull(filled.contact),
    attachments: orNull(filled.attachments),
    helper: orNull(filled.helper ?? ''),
  });
}

type Props = {
  readonly organisation: string;
  readonly member: string;
  readonly onBehalf: boolean;
  readonly renews: string | null;
};

export function Applying({ organisation, member, onBehalf, renews }: Props) {
  const queries = useQueryClient();
  return (
    <AskForm
      fields={onBehalf ? [...FIELDS, HELPER] : FIELDS}
      act={exemptionWords.applyAct}
      send={async (filled) => {
        await apply(organisation, member, renews, filled);
        await queries.invalidateQueries();
      }}
    />
  );
}

/** For whoever writes for others: they choose whom, and do not read it again afterwards. */
export function ApplyingFor({ list }: { readonly list: ExemptionList }) {
  const queries = useQueryClient();
  const [done, setDone] = useState<string | null>(null);
  const { organisation, members } = list;
  const member: Asked<Field> = {
    id: 'member',
    label: exemptionWords.forWhom,
    options: members.map(({ id, name, number }) => ({ value: id, label: `${name}（${number}）` })),
  };
  return (
    <details className="block">
      <summary>{exemptionWords.applyOnBehalf}</summary>
      <p className="quiet">{exemptionWords.onBehalfIntro}</p>
      <AskForm
        fields={[member, ...FIELDS, HELPER]}
        act={exemptionWords.applyAct}
        emptied
        send={async (filled) => {
          setDone(null);
          await apply(organisation.id, filled.member, null, filled);
          setDone(members.find(({ id }) => id === filled.member)?.name ?? '');
          await queries.invalidateQueries();
        }}
      />
      <p aria-live="polite">{done === null ? '' : exemptionWords.applied(done)}</p>
    </details>
  );
}
