/** Which version is to be rehearsed, on which year's books. */
import { useNavigate } from '@tanstack/react-router';
import { AskForm } from '../parts/AskForm.tsx';
import { words } from '../words.ts';
import { rulesWords } from '../words/rules.ts';

const HERE = '/organisation/$organisation/rules/rehearsal';

type AskingProps = {
  readonly versions: readonly { readonly id: string; readonly name: string }[];
  readonly years: readonly number[];
  readonly chosen: { readonly rules?: string | undefined; readonly year?: string | undefined };
};

export function AskRehearsal({ versions, years, chosen }: AskingProps) {
  const navigate = useNavigate({ from: HERE });
  return (
    <AskForm
      fields={[
        {
          id: 'rules',
          label: rulesWords.rehearsalRules,
          options: versions.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          id: 'year',
          label: rulesWords.rehearsalYear,
          options: years.map((year) => ({ value: String(year), label: words.yearLabel(year) })),
        },
      ]}
      start={{
        rules: chosen.rules ?? versions[0]?.id ?? '',
        year: chosen.year ?? String(years[0] ?? ''),
      }}
      act={rulesWords.rehearsalAct}
      send={async (search) => navigate({ to: HERE, search, resetScroll: false })}
    />
  );
}
