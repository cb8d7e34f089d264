/** 拟订细则: choosing what to start from, then the form. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { DraftRules } from '../../contract/rules.ts';
import { api, sentenceOf } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { draftQuery } from '../rules/queries.ts';
import { Workbench } from '../rules/Workbench.tsx';
import { rulesWords } from '../words/rules.ts';

export function RulesDraftPage() {
  useTitle(rulesWords.draftTitle);
  const { organisation } = useParams({ from: '/organisation/$organisation/rules/draft' });
  return (
    <>
      <h1>{rulesWords.draftTitle}</h1>
      <p className="lead">{rulesWords.draftIntro}</p>
      <Loaded query={useQuery(draftQuery(organisation))}>{(draft) => <Draft draft={draft} />}</Loaded>
    </>
  );
}

function Draft({ draft }: { readonly draft: DraftRules }) {
  const { organisation, base, documents, version, changes } = draft;
  if (base === null || documents === null) return <Beginning draft={draft} />;
  const params = { organisation: organisation.id };
  return (
    <>
      <p>
        {rulesWords.basedOnNow(base.name)}{' '}
        <Link to="/organisation/$organisation/rules/difference" params={params} className="inline-door">
          {rulesWords.compare}
        </Link>
        {draft.abilities.includes('rehearseRules') && (
          <Link to="/organisation/$organisation/rules/rehearsal" params={params} className="inline-door">
            {rulesWords.rehearse}
          </Link>
        )}
      </p>
      <Workbench
        draft={draft}
        started={{ organisation: organisation.id, base, documents, version, changes }}
      />
      <Discarding organisation={organisation.id} />
    </>
  );
}

function Beginning({ draft: { organisation, bases, version } }: { readonly draft: DraftRules }) {
  const queries = useQueryClient();
  const nameOf = ({ from, id }: DraftRules['bases'][number]) => `${from} ${id}`;
  return (
    <AskForm
      fields={[
        {
          id: 'base',
          label: rulesWords.chooseBase,
          options: bases.map((base) => ({ value: nameOf(base), label: base.name })),
        },
      ]}
      start={bases[0] === undefined ? {} : { base: nameOf(bases[0]) }}
      act={rulesWords.beginAct}
      send={async ({ base }) => {
        const chosen = bases.find((one) => nameOf(one) === base);
        if (chosen === undefined) return;
        const { from, id } = chosen;
        await api.saveRulesDraft({ organisation: organisation.id, version, base: { from, id }, changes: [] });
        await queries.invalidateQueries({ queryKey: ['rulesDraft', organisation.id] });
      }}
    />
  );
}

function Discarding({ organisation }: { readonly organisation: string }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const discarding = useMutation({
    mutationFn: () => api.discardRulesDraft({ organisation }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['rules', organisation] });
      await navigate({ to: '/organisation/$organisation/rules', params: { organisation } });
    },
  });
  return (
    <div className="block acts">
      {asked ? (
        <>
          <Button danger loading={discarding.isPending} onClick={() => discarding.mutate()}>
            {rulesWords.discardSure}
          </Button>
          <Button onClick={() => setAsked(false)}>{rulesWords.keep}</Button>
        </>
      ) : (
        <Button onClick={() => setAsked(true)}>{rulesWords.discard}</Button>
      )}
      {discarding.isError && <p role="alert">{sentenceOf(discarding.error)}</p>}
    </div>
  );
}
