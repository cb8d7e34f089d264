/** Putting a member's particulars right, and the fields of particulars wherever somebody is entered. */
import { useQueryClient } from '@tanstack/react-query';
import type { Particulars, RegisterMemberPage as Page } from '../../contract/standing.ts';
import { api } from '../api.ts';
import { AskForm, type Asked } from '../parts/AskForm.tsx';
import { standingWords } from '../words/standing.ts';

export const PARTICULARS = [
  { id: 'number', label: standingWords.number },
  { id: 'name', label: standingWords.name },
  { id: 'gender', label: standingWords.gender, may: true },
  { id: 'bornOn', label: standingWords.bornOn, may: true },
  { id: 'admittedOn', label: standingWords.admittedOn, may: true },
  { id: 'group', label: standingWords.group, may: true },
  { id: 'post', label: standingWords.post, may: true },
  { id: 'workField', label: standingWords.workField, may: true },
  { id: 'leader', label: standingWords.leader, may: true },
].map((field) => ({ ...field, complete: 'off' })) as readonly Asked<keyof Particulars>[];

/** What was typed, empty fields as nothing. */
export function particularsOf(filled: Readonly<Record<keyof Particulars, string>>): Particulars {
  const orNull = (key: keyof Particulars) => (filled[key].trim() === '' ? null : filled[key].trim());
  return {
    number: filled.number.trim(),
    name: filled.name.trim(),
    gender: orNull('gender'),
    bornOn: orNull('bornOn'),
    admittedOn: orNull('admittedOn'),
    group: orNull('group'),
    post: orNull('post'),
    workField: orNull('workField'),
    leader: orNull('leader'),
  };
}

export function Amending({ page: { organisation, member, version, particulars } }: { readonly page: Page }) {
  const queries = useQueryClient();
  const start = Object.fromEntries(PARTICULARS.map(({ id }) => [id, particulars[id] ?? ''])) as Record<
    keyof Particulars,
    string
  >;
  return (
    <details className="block">
      <summary>{standingWords.amend}</summary>
      <p className="quiet">{standingWords.amendNote}</p>
      <AskForm
        fields={PARTICULARS}
        start={start}
        act={standingWords.record}
        send={async (filled) => {
          await api.amendMember({
            organisation: organisation.id,
            member: member.id,
            version,
            particulars: particularsOf(filled),
          });
          await queries.invalidateQueries();
        }}
      />
    </details>
  );
}
