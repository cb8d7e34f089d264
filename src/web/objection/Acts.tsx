/** One form for each act the reader may do with an objection now. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import type { ObjectionPage } from '../../contract/objections.ts';
import { api } from '../api.ts';
import { AskForm, type Asked } from '../parts/AskForm.tsx';
import { objectionWords as words } from '../words/objections.ts';
import type { ObjectionAddress } from './queries.ts';

type Act = ObjectionPage['acts'][number];
type Filled = Readonly<Record<string, string>>;
type Form = {
  readonly intro: string;
  readonly act: string;
  readonly fields: readonly Asked<string>[];
  /** What is said afterwards; empty: the page shows it. */
  readonly send: (at: ObjectionAddress, filled: Filled) => Promise<string>;
};

const FORMS: Readonly<Record<Act, Form>> = {
  receive: {
    intro: words.receiveIntro,
    act: words.receive,
    fields: [],
    send: async (at) => words.received((await api.receiveObjection(at)).answerUntil),
  },
  decline: {
    intro: '',
    act: words.decline,
    fields: [{ id: 'decline-reason', label: words.reason, long: true, most: 2_000 }],
    send: async (at, filled) => {
      await api.declineObjection({ ...at, reason: filled['decline-reason'] ?? '' });
      return '';
    },
  },
  answer: {
    intro: '',
    act: words.answerAct,
    fields: [
      { id: 'verdict', label: words.verdict, options: words.verdicts },
      { id: 'answer', label: words.answerWords, long: true, most: 2_000 },
    ],
    send: async (at, filled) => {
      const changed = filled['verdict'] === 'changed';
      await api.answerObjection({ ...at, changed, answer: filled['answer'] ?? '' });
      return '';
    },
  },
  reveal: {
    intro: words.revealIntro,
    act: words.reveal,
    fields: [{ id: 'reveal-reason', label: words.revealReason }],
    send: async (at, filled) => {
      const { name, capacity, reach } = await api.revealObjector({
        ...at,
        reason: filled['reveal-reason'] ?? '',
      });
      return words.objector(name, capacity.name, reach);
    },
  },
};

const TITLES: Readonly<Record<Act, string>> = {
  receive: words.receive,
  decline: words.decline,
  answer: words.answer,
  reveal: words.reveal,
};

export function ObjectionActs({
  at,
  acts,
}: {
  readonly at: ObjectionAddress;
  readonly acts: readonly Act[];
}) {
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  return (
    <>
      <div aria-live="polite">{said !== '' && <Alert className="block" type="success" title={said} />}</div>
      {acts.map((act) => {
        const { intro, fields, act: does, send } = FORMS[act];
        return (
          <details key={act} className="block" open={act === 'receive' || act === 'answer'}>
            <summary>{TITLES[act]}</summary>
            {intro !== '' && <p className="quiet">{intro}</p>}
            <AskForm
              fields={fields}
              act={does}
              send={async (filled) => {
                setSaid(await send(at, filled));
                await queries.invalidateQueries();
              }}
              emptied
            />
          </details>
        );
      })}
    </>
  );
}
