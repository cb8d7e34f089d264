/** Placing an organisation under another, or under none. */
import { useQueryClient } from '@tanstack/react-query';
import type { OrganisationOffices } from '../../contract/offices.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { officeWords as say } from '../words/offices.ts';

export function Placing({ shown }: { readonly shown: OrganisationOffices }) {
  const queries = useQueryClient();
  const { organisation, above, places } = shown;
  if (places.length === 0 && above === null) return null;
  if (!shown.abilities.includes('placeOrganisation') || organisation.id === 'machine') return null;
  return (
    <details className="block">
      <summary>{say.place}</summary>
      <p className="quiet">{say.placeNote}</p>
      <AskForm
        fields={[
          {
            id: 'above',
            label: say.above,
            may: true,
            options: places.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        start={{ above: above ?? '' }}
        act={say.placeAct}
        send={async (filled) => {
          await api.placeOrganisation({
            organisation: organisation.id,
            parent: filled.above === '' ? null : filled.above,
          });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}
