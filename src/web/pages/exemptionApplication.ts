/** The fields of an application, and handing it in. */
import { api } from '../api.ts';
import type { Asked } from '../parts/AskForm.tsx';
import { exemptionWords } from '../words/exemption.ts';

export type Field =
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

export const FIELDS: readonly Asked<Field>[] = [
  { id: 'category', label: exemptionWords.category, options: exemptionWords.categories },
  { id: 'reason', label: exemptionWords.reason, long: true },
  { id: 'from', label: exemptionWords.from, may: true, complete: 'off' },
  { id: 'until', label: exemptionWords.until, may: true, complete: 'off' },
  { id: 'whereabouts', label: exemptionWords.whereabouts, may: true, complete: 'off' },
  { id: 'contact', label: exemptionWords.contact, may: true, complete: 'off' },
  { id: 'attachments', label: exemptionWords.attachments, may: true, complete: 'off' },
];
export const HELPER: Asked<Field> = { id: 'helper', label: exemptionWords.helper, complete: 'off' };

export async function apply(organisation: string, member: string, renews: string | null, filled: Filled) {
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
