/** Giving an office on a basis, and ending one for a reason. */
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OrganisationOffices } from '../../contract/offices.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { todayInShanghai as today } from '../today.ts';
import { words } from '../words.ts';

type Shown = { readonly shown: OrganisationOffices };

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

export function Giving({ shown }: Shown) {
  return (
    <>
      {shown.toGive.length > 0 && <Give shown={shown} />}
      {shown.level.id === 'branch' && shown.abilities.includes('recordElection') && (
        <p>
          <Link
            to="/organisation/$organisation/election"
            params={{ organisation: shown.organisation.id }}
            className="inline-door"
          >
            {words.scorekeeperElected}
          </Link>
        </p>
      )}
      {shown.offices.some(({ mayEnd }) => mayEnd) && <End shown={shown} />}
    </>
  );
}

function Give({ shown: { organisation, toGive, people } }: Shown) {
  const queries = useQueryClient();
  return (
    <details className="block">
      <summary>{words.give}</summary>
      <AskForm
        fields={[
          {
            id: 'office',
            label: words.office,
            options: toGive.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            id: 'person',
            label: words.toWhom,
            options: people.map(({ id, name, number }) => ({ value: id, label: `${name}（${number}）` })),
          },
          { id: 'scope', label: words.scope, may: true, complete: 'off' },
          { id: 'from', label: words.termFrom, complete: 'off' },
          { id: 'until', label: words.termUntil, may: true, complete: 'off' },
          { id: 'basis', label: words.basisLong, complete: 'off' },
        ]}
        start={{ from: today() }}
        act={words.giveAct}
        emptied
        send={async ({ office, person, scope, from, until, basis }) => {
          await api.giveOffice({
            organisation: organisation.id,
            office,
            person,
            scope: orNull(scope),
            from: from.trim(),
            until: orNull(until),
            deputyOf: null,
            basis,
          });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}

function End({ shown: { organisation, offices } }: Shown) {
  const queries = useQueryClient();
  return (
    <details className="block">
      <summary>{words.end}</summary>
      <AskForm
        fields={[
          {
            id: 'officeId',
            label: words.office,
            options: offices
              .filter(({ mayEnd }) => mayEnd)
              .map(({ officeId, office, person }) => ({
                value: officeId,
                label: `${office.name} ${person.name}`,
              })),
          },
          { id: 'on', label: words.endOn, complete: 'off' },
          { id: 'reason', label: words.endReason, complete: 'off' },
        ]}
        start={{ on: today() }}
        act={words.endAct}
        emptied
        send={async ({ officeId, on, reason }) => {
          await api.endOffice({ organisation: organisation.id, officeId, on: on.trim(), reason });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}
