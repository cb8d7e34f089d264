/** 请假 and 销假 of whoever holds an office: who acts meanwhile follows by itself (G17). */
import { useQueryClient } from '@tanstack/react-query';
import type { OfficeLine, OrganisationOffices } from '../../contract/offices.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { todayInShanghai } from '../today.ts';
import { words } from '../words.ts';
import { officeWords as say } from '../words/offices.ts';

type Shown = { readonly shown: OrganisationOffices };

const optionsOf = (offices: readonly OfficeLine[]) =>
  offices.map(({ officeId, office, person }) => ({
    value: officeId,
    label: `${office.name} ${person.name}`,
  }));

export function Absences({ shown }: Shown) {
  const mine = shown.offices.filter(({ mayRecordAbsence }) => mayRecordAbsence);
  const away = mine.filter((line) => line.away !== null);
  return (
    <>
      {mine.length > 0 && <Leave shown={shown} offices={mine} />}
      {away.length > 0 && <Back shown={shown} offices={away} />}
    </>
  );
}

type Props = Shown & { readonly offices: readonly OfficeLine[] };

function Leave({ shown: { organisation }, offices }: Props) {
  const queries = useQueryClient();
  return (
    <details className="block">
      <summary>{say.absence}</summary>
      <p className="quiet">{say.absenceNote}</p>
      <AskForm
        fields={[
          { id: 'awayOffice', label: words.office, options: optionsOf(offices) },
          { id: 'awayFrom', label: say.awayFrom, complete: 'off' },
          { id: 'awayUntil', label: say.awayUntil, may: true, complete: 'off' },
          { id: 'awayReason', label: say.awayReason, complete: 'off' },
        ]}
        start={{ awayFrom: todayInShanghai() }}
        act={say.absenceAct}
        emptied
        send={async ({ awayOffice, awayFrom, awayUntil, awayReason }) => {
          await api.recordAbsence({
            organisation: organisation.id,
            officeId: awayOffice,
            from: awayFrom.trim(),
            until: awayUntil.trim() === '' ? null : awayUntil.trim(),
            reason: awayReason,
          });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}

function Back({ shown: { organisation }, offices }: Props) {
  const queries = useQueryClient();
  return (
    <details className="block">
      <summary>{say.back}</summary>
      <AskForm
        fields={[
          { id: 'backOffice', label: words.office, options: optionsOf(offices) },
          { id: 'backOn', label: say.backOn, complete: 'off' },
        ]}
        start={{ backOn: todayInShanghai() }}
        act={say.backAct}
        emptied
        send={async ({ backOffice, backOn }) => {
          await api.endAbsence({ organisation: organisation.id, officeId: backOffice, on: backOn.trim() });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}
