/** One form for each act the reader may do with an application now: opinion, decision, withdrawal, ending. */
import { useQueryClient } from '@tanstack/react-query';
import type { Exemption, ExemptionPage as Page } from '../../contract/exemption.ts';
import { api } from '../api.ts';
import { AskForm, type Asked } from '../parts/AskForm.tsx';
import { exemptionWords } from '../words/exemption.ts';

type Filled = Readonly<Record<string, string>>;
type Address = { readonly organisation: string; readonly member: string; readonly exemption: string };
type Form = {
  readonly act: string;
  readonly fields: (own: boolean) => readonly Asked<string>[];
  readonly send: (at: Address, filled: Filled) => Promise<unknown>;
};

const orNull = (text: string | undefined) => {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
};
const of = (filled: Filled, id: string) => (filled[id] ?? '').trim();

const withdrawal = (id: string, dated: boolean): Form => ({
  act: exemptionWords.endAct,
  fields: (own) => [
    ...(dated ? [{ id: `${id}-on`, label: exemptionWords.endOn, may: true, complete: 'off' }] : []),
    { id: `${id}-reason`, label: exemptionWords.endReason, long: true },
    ...(own ? [] : [{ id: `${id}-helper`, label: exemptionWords.helper, complete: 'off' }]),
  ],
  send: (at, filled) =>
    api.withdrawExemption({
      ...at,
      on: orNull(filled[`${id}-on`]),
      reason: of(filled, `${id}-reason`),
      helper: orNull(filled[`${id}-helper`]),
    }),
});

/** By act; approving and refusing are one form. */
const FORMS: Readonly<Record<string, Form>> = {
  giveOpinion: {
    act: exemptionWords.opinionAct,
    fields: () => [
      { id: 'agrees', label: exemptionWords.agrees, options: exemptionWords.agreeOptions },
      { id: 'meetingOn', label: exemptionWords.meetingOn, complete: 'off' },
      { id: 'opinion', label: exemptionWords.opinionWords, long: true },
    ],
    send: (at, filled) =>
      api.giveExemptionOpinion({
        ...at,
        agrees: filled['agrees'] === 'yes',
        meetingOn: of(filled, 'meetingOn'),
        words: of(filled, 'opinion'),
      }),
  },
  approve: {
    act: exemptionWords.decisionAct,
    fields: () => [
      { id: 'approved', label: exemptionWords.approved, options: exemptionWords.approvedOptions },
      { id: 'grantFrom', label: exemptionWords.grantFrom, may: true, complete: 'off' },
      { id: 'grantUntil', label: exemptionWords.grantUntil, may: true, complete: 'off' },
      { id: 'decision', label: exemptionWords.decisionWords, long: true },
    ],
    send: (at, filled) =>
      api.decideExemption({
        ...at,
        approved: filled['approved'] === 'yes',
        from: orNull(filled['grantFrom']),
        until: orNull(filled['grantUntil']),
        words: of(filled, 'decision'),
      }),
  },
  withdraw: withdrawal('withdraw', false),
  giveUp: withdrawal('giveUp', true),
  end: {
    act: exemptionWords.endAct,
    fields: () => [
      { id: 'end-on', label: exemptionWords.endOnNeeded, complete: 'off' },
      { id: 'end-reason', label: exemptionWords.endReason, long: true },
    ],
    send: (at, filled) =>
      api.endExemption({ ...at, on: of(filled, 'end-on'), reason: of(filled, 'end-reason') }),
  },
};

export function ExemptionActs({ page, one }: { readonly page: Page; readonly one: Exemption }) {
  const queries = useQueryClient();
  const at = { organisation: page.organisation.id, member: page.member.id, exemption: one.id };
  return one.acts.flatMap(({ id }) => {
    const form = FORMS[id];
    if (form === undefined) return [];
    const isNext = id === 'giveOpinion' || id === 'approve';
    return [
      <details key={id} className="block" open={isNext}>
        <summary>{exemptionWords.acts[id]}</summary>
        <AskForm
          fields={form.fields(page.own)}
          start={{ grantFrom: one.wish.from ?? '', grantUntil: one.wish.until ?? '' }}
          act={form.act}
          send={async (filled) => {
            await form.send(at, filled);
            await queries.invalidateQueries();
          }}
        />
      </details>,
    ];
  });
}
