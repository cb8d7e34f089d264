/** 退回 of one member from their own line: nobody has to be picked or left out. It stands below the list, whatever shape the list takes. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useLayoutEffect } from 'react';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import type { MatterAddress } from './queries.ts';

type Props = {
  readonly at: Omit<MatterAddress, 'member'>;
  readonly submission: string;
  readonly member: { readonly id: string; readonly name: string };
  readonly close: () => void;
  readonly told: (sentence: string) => void;
};

export function Returning({ at, submission, member, close, told }: Props) {
  const queries = useQueryClient();
  const field = `return-${member.id}`;
  const act = words.returnOne(member.name);
  useLayoutEffect(() => document.getElementById(field)?.focus(), [field]);
  return (
    <section className="block" aria-label={act}>
      <AskForm
        fields={[{ id: field, label: words.returnWhy(member.name), long: true }]}
        act={act}
        send={async (filled) => {
          await api.returnRound({ ...at, submission, people: [member.id], words: filled[field] ?? '' });
          told(words.committeeDone(act));
          close();
          await queries.invalidateQueries();
        }}
      />
      <p className="after">
        <Button onClick={close}>{words.returnNot}</Button>
      </p>
    </section>
  );
}
