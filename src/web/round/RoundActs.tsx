/** What the branch does for many at once, offered to whoever may and for members in the right state alone. */
import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import type { Round } from '../../contract/round.ts';
import type { RoundDesk } from '../../contract/roundDesk.ts';
import { api } from '../api.ts';
import { AskForm, type Asked } from '../parts/AskForm.tsx';
import { roundWords } from '../words/round.ts';
import { NoticeActs } from './NoticeActs.tsx';
import { type ActsProps, type Offer, offered } from './offers.ts';
import type { RoundAddress } from './queries.ts';
import type { RoundLine } from './roundSearch.ts';

type Filled = Readonly<Record<string, string>>;
type Props = ActsProps & { readonly picked: ReadonlySet<string> };

/** Null where this page offers nobody anything. */
export function openActs(round: Round, desk: RoundDesk) {
  const isLate = desk.terms.some(({ id, left }) => id === 'filing' && left === null);
  const { usual, least, fresh } = desk.noticeDays;
  const ask = (id: string, label: string) => ({ id, label, complete: 'off' });
  return [
    {
      label: roundWords.draftNotice,
      notes: receivingNotes(round, desk),
      offer: offered('publish', 'draftNotice', undrafted(round), desk),
      fields: [
        { ...ask('workdays', roundWords.workdays(usual, Math.min(least, fresh))), numeric: true },
        ask('scope', roundWords.scope),
        ask('receiver', roundWords.receiver),
      ] as Asked<string>[],
      start: { workdays: String(usual) } as Partial<Filled>,
      send: (at: RoundAddress, people: string[], filled: Filled): Promise<unknown> =>
        api.draftNotice({
          ...at,
          people,
          workdays: Number(filled['workdays']),
          scope: filled['scope'] ?? '',
          receiver: filled['receiver'] ?? '',
        }),
    },
    {
      label: roundWords.register,
      notes: [],
      offer: offered('register', 'registerPoints', unobjected(round, desk), desk),
      fields: [],
      start: {},
      send: (at: RoundAddress, people: string[]): Promise<unknown> => api.registerPoints({ ...at, people }),
    },
    {
      label: roundWords.submit,
      notes: [],
      offer: offered('submit', 'submitRound', round.lines, desk),
      fields: isLate ? [{ ...ask('lateReason', roundWords.lateReason), long: true }] : [],
      start: {},
      send: (at: RoundAddress, people: string[], filled: Filled): Promise<unknown> =>
        api.submitRound({ ...at, people, lateReason: filled['lateReason'] ?? '' }),
    },
  ].filter(({ offer: { fit } }) => fit.length > 0);
}

/** Said before a notice names its receiver: who could take an objection in, and about whom nobody could. */
function receivingNotes({ lines }: Round, { receiving }: RoundDesk): string[] {
  if (receiving === null) return [];
  if (receiving.names.length === 0) return [roundWords.receiverNone];
  const alone = lines.filter(({ member }) => receiving.without.includes(member.id));
  return [
    roundWords.receivers(receiving.names.join('、')),
    ...(alone.length === 0
      ? []
      : [roundWords.receiverLess(alone.map(({ member }) => member.name).join('、'))]),
  ];
}

/** Whoever stands on a draft that is not yet decided on needs no other. */
function undrafted({ lines, notices }: Round): RoundLine[] {
  const drafted = new Set(
    notices.flatMap(({ sound, from, people }) => (sound !== false && from === null ? people : [])),
  );
  return lines.filter(({ member }) => !drafted.has(member.id));
}

/** An objection that its receiver has not opened keeps that one member from being registered, and nobody else. */
function unobjected({ lines }: Round, { waiting }: RoundDesk): RoundLine[] {
  const kept = new Set(waiting.map(({ member }) => member));
  return lines.filter(({ member }) => !kept.has(member.id));
}

/** Whose notice has ended, and who waits all the same. */
function Waiting({ round, desk }: Pick<Props, 'round' | 'desk'>) {
  const count = new Map(desk.waiting.map((one) => [one.member, one.count]));
  const kept = round.lines.filter(({ member, state }) => state.id === 'cleared' && count.has(member.id));
  if (kept.length === 0) return null;
  return (
    <ul className="notes">
      {kept.map(({ member }) => (
        <li key={member.id}>{roundWords.objectedFirst(member.name, count.get(member.id) ?? 0)}</li>
      ))}
    </ul>
  );
}

type Open = ReturnType<typeof openActs>[number];

export function RoundActs({ at, round, desk, picked }: Props) {
  const [done, setDone] = useState<string>();
  const open = openActs(round, desk);
  const notices = <NoticeActs at={at} round={round} desk={desk} told={setDone} />;
  const waiting = round.notices.some(({ from }) => from === null);
  return (
    <section className="block" aria-labelledby="acts">
      <h2 id="acts">{roundWords.acts}</h2>
      {open.length === 0 && !waiting && <p className="quiet">{roundWords.noActs}</p>}
      {open.length > 0 && <p className="quiet">{roundWords.pickedOnly}</p>}
      {open.map((one) => (
        <BatchAct key={one.label} at={at} act={one} chosen={chosenOf(one.offer, picked)} told={setDone} />
      ))}
      <Waiting round={round} desk={desk} />
      {notices}
      <div aria-live="polite">{done !== undefined && <Alert type="success" title={done} />}</div>
    </section>
  );
}

const chosenOf = ({ fit }: Offer, picked: ReadonlySet<string>): readonly RoundLine[] =>
  picked.size === 0 ? fit : fit.filter(({ member }) => picked.has(member.id));

type BatchProps = {
  readonly at: RoundAddress;
  readonly act: Open;
  readonly chosen: readonly RoundLine[];
  readonly told: (sentence: string) => void;
};

function BatchAct({ at, act, chosen, told }: BatchProps) {
  const queries = useQueryClient();
  const label = roundWords.allOf(act.label, chosen.length);
  if (chosen.length === 0) return null;
  const form = (
    <AskForm
      fields={act.fields}
      start={act.start}
      act={label}
      send={async (filled) => {
        await act.send(
          at,
          chosen.map(({ member }) => member.id),
          filled,
        );
        told(roundWords.done(act.label, chosen.length));
        await queries.invalidateQueries({ queryKey: ['rounds'] });
      }}
    />
  );
  const { others: left, own } = act.offer;
  const others = left > 0 && (
    <p className="quiet">
      {roundWords.ownLeft(left)}
      {own.map(({ name, keeper }) => roundWords.ownBy(name, keeper))}
    </p>
  );
  if (act.fields.length === 0)
    return (
      <div className="after">
        {form}
        {others}
      </div>
    );
  return (
    <details className="block">
      <summary>{label}</summary>
      {act.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {form}
      {others}
    </details>
  );
}
