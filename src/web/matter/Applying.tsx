/** 党员积分申请 (An1.3): prefilled from the plan in force, so that whoever has nothing to correct hands in with one press. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Matter } from '../../contract/round.ts';
import type { ApplicationForm, MatterCourse } from '../../contract/roundMember.ts';
import { api, sentenceOf } from '../api.ts';
import { KeptOrTwo } from '../draft/KeptNote.tsx';
import { type Keeper, useKeptDraft } from '../draft/useKeptDraft.ts';
import { useBrought } from '../evidence/useBrought.ts';
import { DayField } from '../parts/DayField.tsx';
import { LongField, TextField } from '../parts/Field.tsx';
import { roundPeopleWords as words } from '../words/roundPeople.ts';
import { faultsOf, NO_BONUS, startFrom, wireOf } from './applicationForm.ts';
import { BonusFields } from './BonusFields.tsx';
import type { MatterAddress } from './queries.ts';
import { TaskFields } from './TaskFields.tsx';

type Shown = { readonly at: MatterAddress; readonly matter: Matter; readonly course: MatterCourse };

const keeperFor = (at: MatterAddress): Keeper<ApplicationForm> => ({
  save: (form, expected) => api.saveApplicationDraft({ ...at, expected, form }),
  read: async () => {
    const { draft } = await api.matterCourse(at);
    return draft && { version: draft.version, content: draft.form };
  },
});

export function Applying({ at, matter, course }: Shown) {
  const { own, due, draft } = course;
  const queries = useQueryClient();
  const [form, setForm] = useState(() => startFrom(matter, draft?.form));
  const brought = useBrought(at, course.claimFiles);
  const [asked, setAsked] = useState(false);
  const keeping = useKeptDraft(form, draft?.version ?? 0, keeperFor(at));
  const faults = faultsOf(form, matter, !own);
  const lacking = (id: string) => (asked ? faults.get(id) : undefined);
  const sending = useMutation({
    mutationFn: () => keeping.handIn(() => api.handInApplication({ ...at, ...wireOf(form, !own) })),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <section className="block" aria-labelledby="apply">
      <h2 id="apply">{own ? words.apply : words.applyOnBehalf}</h2>
      <p>{matter.tasks.length === 0 ? words.noTasks : words.prefilled}</p>
      {!own && <p className="quiet">{words.onBehalfIntro}</p>}
      {due !== null && <p>{words.applyUntil(due)}</p>}
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (faults.size === 0) sending.mutate();
        }}
      >
        {!own && <OnBehalf form={form} change={setForm} lacking={lacking} />}
        <TaskFields matter={matter} form={form} change={setForm} lacking={lacking} />
        <BonusFields
          items={course.bonusItems}
          form={form}
          change={setForm}
          lacking={lacking}
          at={at}
          brought={brought}
        />
        <Button onClick={() => setForm({ ...form, bonuses: [...form.bonuses, NO_BONUS] })}>
          {words.addBonus}
        </Button>
        <LongField
          id="selfReported"
          label={words.selfField}
          lacking={undefined}
          most={500}
          value={form.selfReported}
          change={(selfReported) => setForm({ ...form, selfReported })}
        />
        <Button type="primary" htmlType="submit" loading={sending.isPending}>
          {words.applyAct}
        </Button>
        <div aria-live="polite">
          {sending.isError && <Alert type="error" title={sentenceOf(sending.error)} />}
        </div>
      </form>
      <KeptOrTwo
        draft={keeping}
        title={words.conflict}
        told={() => <p>{words.conflictNote}</p>}
        take={(theirs) => setForm(startFrom(matter, theirs))}
      />
    </section>
  );
}

type OnBehalfProps = {
  readonly form: ApplicationForm;
  readonly change: (form: ApplicationForm) => void;
  readonly lacking: (id: string) => string | undefined;
};

function OnBehalf({ form, change, lacking }: OnBehalfProps) {
  return (
    <div className="pair-fields">
      <TextField
        id="helper"
        label={words.helper}
        lacking={lacking('helper')}
        most={50}
        value={form.helper}
        change={(helper) => change({ ...form, helper })}
      />
      <DayField
        id="paperOn"
        label={words.paperOn}
        lacking={lacking('paperOn')}
        value={form.paperOn}
        change={(paperOn) => change({ ...form, paperOn })}
      />
    </div>
  );
}
