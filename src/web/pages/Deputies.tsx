/** Naming a deputy for whoever holds an office now (G17). */
import { useQueryClient } from '@tanstack/react-query';
import type { OrganisationOffices } from '../../contract/offices.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { todayInShanghai } from '../today.ts';
import { words } from '../words.ts';
import { officeWords as say } from '../words/offices.ts';

export function Deputies({ shown }: { readonly shown: OrganisationOffices }) {
  const queries = useQueryClient();
  const { organisation, toDeputise, people, offices } = shown;
  if (toDeputise.length === 0) return null;
  return (
    <details className="block">
      <summary>{say.deputies}</summary>
      <p className="quiet">{say.deputiesNote}</p>
      <AskForm
        fields={[
          {
            id: 'principal',
            label: say.principal,
            options: toDeputise.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            id: 'deputy',
            label: say.deputy,
            options: people.map(({ id, name, number }) => ({ value: id, label: `${name}（${number}）` })),
          },
          { id: 'deputyFrom', label: words.termFrom, complete: 'off' },
          { id: 'deputyUntil', label: words.termUntil, may: true, complete: 'off' },
          { id: 'deputyBasis', label: words.basisLong, complete: 'off' },
        ]}
        start={{ deputyFrom: todayInShanghai() }}
        act={say.deputyAct}
        emptied
        send={async ({ principal, deputy, deputyFrom, deputyUntil, deputyBasis }) => {
          const held = offices.find(({ officeId }) => officeId === principal);
          await api.giveOffice({
            organisation: organisation.id,
            office: held?.office.id ?? '',
            person: deputy,
            scope: held?.scope ?? null,
            from: deputyFrom.trim(),
            until: deputyUntil.trim() === '' ? null : deputyUntil.trim(),
            deputyOf: principal,
            basis: deputyBasis,
          });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}
