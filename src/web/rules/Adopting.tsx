/** 登记通过: the meeting's record, the label and the year, and every warning seen. What was typed stays on an error. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { DraftRules } from '../../contract/rules.ts';
import { findingName } from '../../domain/policy/draft/place.ts';
import { api, sentenceOf } from '../api.ts';
import { ChoiceField, TextField } from '../parts/Field.tsx';
import { words } from '../words.ts';
import { rulesWords } from '../words/rules.ts';
import {
  adoptionOf,
  FIELDS,
  type Filled,
  type Key,
  lackOf,
  NUMBERS,
  optionsOf,
  startOf,
} from './adoptionForm.ts';
import { type NamedFinding, Warnings } from './Warnings.tsx';

type Props = {
  readonly draft: DraftRules;
  readonly version: number;
  readonly isSaved: boolean;
  readonly findings: readonly NamedFinding[];
};

export function Adopting({ draft, version, isSaved, findings }: Props) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <section className="block" aria-labelledby="adopting">
      <h2 id="adopting">{rulesWords.adoptTitle}</h2>
      <p className="lead">{rulesWords.adoptIntro}</p>
      {errors > 0 ? (
        <Alert type="warning" title={rulesWords.adoptErrors} />
      ) : (
        <AdoptForm draft={draft} version={version} isSaved={isSaved} warnings={findings} />
      )}
    </section>
  );
}

function AdoptForm({
  draft: { organisation, years, used },
  version,
  isSaved,
  warnings,
}: Omit<Props, 'findings'> & { readonly warnings: readonly NamedFinding[] }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [filled, setFilled] = useState<Filled>(() => startOf(years, used));
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(false);
  const names = warnings.map(findingName);
  const adopting = useMutation({
    mutationFn: () => api.adoptRules(adoptionOf(organisation.id, version, filled, names)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['rules', organisation.id] });
      await navigate({ to: '/organisation/$organisation/rules', params: { organisation: organisation.id } });
    },
  });
  const lacking = (key: Key) => (asked ? lackOf(key, filled) : undefined);
  const unseen = names.filter((one) => !seen.has(one));
  const submit = () => {
    setAsked(true);
    if (FIELDS.every(([key]) => lackOf(key, filled) === undefined) && unseen.length === 0 && isSaved)
      adopting.mutate();
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {FIELDS.map(([key, label]) => {
        const options = optionsOf(key, years);
        const common = {
          id: `adopt-${key}`,
          label,
          lacking: lacking(key),
          value: filled[key],
          change: (value: string) => setFilled({ ...filled, [key]: value }),
        };
        return options === undefined ? (
          <TextField key={key} {...common} most={200} numeric={NUMBERS.includes(key)} complete="off" />
        ) : (
          <ChoiceField key={key} {...common} options={options} />
        );
      })}
      <Warnings warnings={warnings} seen={seen} see={setSeen} lacking={asked && unseen.length > 0} />
      {asked && !isSaved && <p className="lacking">{rulesWords.adoptUnsaved}</p>}
      <Button type="primary" htmlType="submit" loading={adopting.isPending}>
        {adopting.isPending ? words.sending : rulesWords.adoptAct}
      </Button>
      <div aria-live="polite">
        {adopting.isError && <Alert type="error" title={sentenceOf(adopting.error)} />}
      </div>
    </form>
  );
}
