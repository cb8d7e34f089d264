/** Who is known in an organisation: entering somebody who is to hold an office, and saying whose account is whose. */
import { useQueryClient } from '@tanstack/react-query';
import type { OfficePerson, OrganisationOffices } from '../../contract/offices.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import type { Column } from '../parts/Listing.tsx';
import { LongListing } from '../parts/LongListing.tsx';
import { words } from '../words.ts';
import { longListingWords } from '../words/longListing.ts';
import { officeWords } from '../words/offices.ts';

type Shown = { readonly shown: OrganisationOffices };

const COLUMNS: Column<OfficePerson>[] = [
  { key: 'name', title: words.name, head: true, render: ({ name }) => name },
  { key: 'number', title: words.number, render: ({ number }) => number },
  { key: 'account', title: words.accountsTitle, render: ({ account }) => account?.name ?? words.none },
];

const namesOf = ({ name, number }: OfficePerson) => `${name} ${number}`;

export function People({ shown }: Shown) {
  const { abilities, people } = shown;
  return (
    <>
      {people.length > 0 && (
        <LongListing
          caption={words.peopleTitle}
          columns={COLUMNS}
          rows={people}
          rowKey={({ id }) => id}
          textOf={namesOf}
          search={longListingWords.people}
        />
      )}
      {abilities.includes('enterPerson') && <Enter shown={shown} />}
      {abilities.includes('linkAccount') && people.length > 0 && <Matching shown={shown} />}
      {people.some(({ mayUnlink }) => mayUnlink) && <Unlinking shown={shown} />}
    </>
  );
}

function Enter({ shown: { organisation } }: Shown) {
  const queries = useQueryClient();
  return (
    <details className="block">
      <summary>{words.enter}</summary>
      <p className="quiet">{words.enterNote}</p>
      <AskForm
        fields={[
          { id: 'personNumber', label: words.number, complete: 'off' },
          { id: 'personName', label: words.name, complete: 'off' },
          { id: 'post', label: words.post, may: true, complete: 'off' },
        ]}
        act={words.enterAct}
        emptied
        send={async ({ personNumber, personName, post }) => {
          await api.enterPerson({
            organisation: organisation.id,
            number: personNumber,
            name: personName,
            post: post.trim() === '' ? null : post,
          });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}

function Matching({ shown: { organisation, people, accounts } }: Shown) {
  const queries = useQueryClient();
  return (
    <details className="block">
      <summary>{words.link}</summary>
      <p className="quiet">{words.linkNote}</p>
      <AskForm
        fields={[
          {
            id: 'linkPerson',
            label: words.person,
            options: people
              .filter(({ account }) => account === null)
              .map(({ id, name, number }) => ({ value: id, label: `${name}（${number}）` })),
          },
          {
            id: 'linkAccount',
            label: words.accountsTitle,
            options: accounts.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        act={words.linkAct}
        emptied
        send={async ({ linkPerson, linkAccount }) => {
          await api.linkAccount({ organisation: organisation.id, person: linkPerson, account: linkAccount });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}

function Unlinking({ shown: { organisation, people } }: Shown) {
  const queries = useQueryClient();
  return (
    <details className="block">
      <summary>{officeWords.unlink}</summary>
      <p className="quiet">{officeWords.unlinkNote}</p>
      <AskForm
        fields={[
          {
            id: 'unlinkPerson',
            label: words.person,
            options: people
              .filter(({ mayUnlink }) => mayUnlink)
              .map(({ id, name, number, account }) => ({
                value: id,
                label: `${name}（${number}）${account === null ? '' : `：${account.name}`}`,
              })),
          },
        ]}
        act={officeWords.unlinkAct}
        emptied
        send={async ({ unlinkPerson }) => {
          await api.unlinkAccount({ organisation: organisation.id, person: unlinkPerson });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}
