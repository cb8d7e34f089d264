/** What may be done now to one plan or to several picked ones: each act with how many it fits, and what it asks. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import type { PlanRow } from '../../contract/plans.ts';
import { api, type YearAddress } from '../api.ts';
import { AskForm, type Asked } from '../parts/AskForm.tsx';
import { planWords } from '../words/plan.ts';

type Seen = { readonly plans: { readonly member: string; readonly version: number }[] };
type Filled = Readonly<Record<string, string>>;
type Doing = {
  readonly id: string;
  /** As the rows name it. */
  readonly act: string;
  readonly label: string;
  readonly fields: readonly Asked<string>[];
  readonly own?: boolean;
  readonly send: (at: YearAddress & Seen, filled: Filled) => Promise<unknown>;
};

const ask = (id: string, label: string) => ({ id, label, complete: 'off' });
const REASON = (act: string) => [ask(`${act}-reason`, planWords.reason)];

const DOINGS: readonly Doing[] = [
  {
    id: 'own',
    act: 'agreeAsMember',
    own: true,
    label: planWords.agreeAsMember,
    fields: [],
    send: (at) => api.agreePlansAsMember({ ...at, signedOn: null }),
  },
  {
    id: 'leader',
    act: 'agreeAsLeader',
    label: planWords.agreeAsLeader,
    fields: [],
    send: (at) => api.agreePlansAsLeader(at),
  },
  {
    id: 'onBehalf',
    act: 'agreeAsMember',
    own: false,
    label: planWords.agreeOnBehalf,
    fields: [ask('signedOn', planWords.signedOn)],
    send: (at, { signedOn = '' }) => api.agreePlansAsMember({ ...at, signedOn: signedOn.trim() }),
  },
  {
    id: 'approve',
    act: 'approve',
    label: planWords.approve,
    fields: [ask('heldOn', planWords.heldOn), ask('record', planWords.record)],
    send: (at, { heldOn = '', record = '' }) => api.approvePlans({ ...at, heldOn: heldOn.trim(), record }),
  },
  {
    id: 'returnAsMember',
    act: 'returnAsMember',
    own: true,
    label: planWords.returnAsMember,
    fields: REASON('member'),
    send: (at, filled) => api.returnPlansAsMember({ ...at, reason: filled['member-reason'] ?? '' }),
  },
  {
    id: 'returnAsLeader',
    act: 'returnAsLeader',
    label: planWords.returnAsLeader,
    fields: REASON('leader'),
    send: (at, filled) => api.returnPlansAsLeader({ ...at, reason: filled['leader-reason'] ?? '' }),
  },
  {
    id: 'returnAsBranch',
    act: 'returnAsBranch',
    label: planWords.returnAsBranch,
    fields: REASON('branch'),
    send: (at, filled) => api.returnPlansAsBranch({ ...at, reason: filled['branch-reason'] ?? '' }),
  },
];

type Props = {
  readonly at: YearAddress;
  readonly rows: readonly PlanRow[];
  /** Person ids that are the reader. */
  readonly own: readonly string[];
  readonly after?: () => void;
};

export function PlanActs({ at, rows, own, after }: Props) {
  const [done, setDone] = useState<string>();
  const open = DOINGS.flatMap((doing) => {
    const fit = rows.filter(
      ({ id, may }) => may.includes(doing.act) && (doing.own === undefined || doing.own === own.includes(id)),
    );
    return fit.length === 0 ? [] : [{ doing, fit }];
  });
  return (
    <>
      {open.map(({ doing, fit }) => (
        <Act
          key={doing.id}
          at={at}
          doing={doing}
          rows={fit}
          single={rows.length === 1}
          told={setDone}
          after={after}
        />
      ))}
      {open.length === 0 && <p className="quiet">{planWords.noActs}</p>}
      <div aria-live="polite">{done !== undefined && <Alert type="success" title={done} />}</div>
    </>
  );
}

type ActProps = {
  readonly at: YearAddress;
  readonly doing: Doing;
  readonly rows: readonly PlanRow[];
  readonly single: boolean;
  readonly told: (sentence: string) => void;
  readonly after: (() => void) | undefined;
};

function Act({ at: { organisation, year }, doing, rows, single, told, after }: ActProps) {
  const queries = useQueryClient();
  const label = single ? doing.label : planWords.countOf(doing.label, rows.length);
  const form = (
    <AskForm
      fields={doing.fields}
      act={label}
      emptied
      send={async (filled) => {
        const plans = rows.map(({ id, version }) => ({ member: id, version }));
        await doing.send({ organisation, year, plans }, filled);
        told(planWords.done(doing.label, plans.length));
        after?.();
        await queries.invalidateQueries();
      }}
    />
  );
  if (doing.fields.length === 0) return form;
  return (
    <details className="block">
      <summary>{label}</summary>
      {form}
    </details>
  );
}
