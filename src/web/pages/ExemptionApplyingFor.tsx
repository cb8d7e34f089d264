/** An application written down for a member: whoever does it chooses whom, and does not read it again afterwards. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExemptionList } from '../../contract/exemptions.ts';
import { AskForm, type Asked } from '../parts/AskForm.tsx';
import { exemptionWords } from '../words/exemption.ts';
import { apply, type Field, FIELDS, HELPER } from './exemptionApplication.ts';

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
