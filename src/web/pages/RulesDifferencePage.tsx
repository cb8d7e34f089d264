/** 两版细则的不同, clause by clause, as a meeting reads it before it votes. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { RulesDifference } from '../../contract/rules.ts';
import { ChoiceField } from '../parts/Field.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { differenceQuery } from '../rules/queries.ts';
import { rulesWords } from '../words/rules.ts';

const HERE = '/organisation/$organisation/rules/difference';

export function RulesDifferencePage() {
  useTitle(rulesWords.differenceTitle);
  const { organisation } = useParams({ from: HERE });
  const search = useSearch({ from: HERE });
  return (
    <>
      <h1>{rulesWords.differenceTitle}</h1>
      <Loaded query={useQuery(differenceQuery(organisation, search))}>
        {(found) => (
          <>
            <Choices found={found} />
            <p className="lead" role="status">
              {found.clauses.length === 0 ? rulesWords.same : found.summary}
            </p>
            {found.clauses.map((one) => (
              <ClauseChanges key={one.clause ?? ''} one={one} />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}

function Choices({ found: { older, newer, versions } }: { readonly found: RulesDifference }) {
  const navigate = useNavigate({ from: HERE });
  const options = versions.map(({ id, name }) => ({ value: id, label: name }));
  const go = (chosen: { older?: string; newer?: string }) =>
    void navigate({
      to: HERE,
      search: { older: older.id, newer: newer.id, ...chosen },
      replace: true,
      resetScroll: false,
    });
  return (
    <div className="stack unprinted">
      <ChoiceField
        id="older"
        label={rulesWords.older}
        lacking={undefined}
        value={older.id}
        options={options}
        change={(value) => go({ older: value })}
      />
      <ChoiceField
        id="newer"
        label={rulesWords.newer}
        lacking={undefined}
        value={newer.id}
        options={options}
        change={(value) => go({ newer: value })}
      />
    </div>
  );
}

type Clause = RulesDifference['clauses'][number];

function ClauseChanges({ one: { clause, title, changes } }: { readonly one: Clause }) {
  return (
    <section className="clause" id={`clause-${clause ?? 'whole'}`}>
      <h2>{clause === null ? rulesWords.wholeMeasure : rulesWords.clause(clause, title)}</h2>
      <ul className="differences">
        {changes.map(({ how, name, values }) => (
          <li key={`${how} ${name}`}>
            <h3>
              <span className="mark">{how}</span>
              {name}
            </h3>
            <dl>
              {values
                .filter(({ before, after }) => (before ?? after ?? '') !== '' || before !== null)
                .map((value) => (
                  <ValueLine key={value.label} value={value} />
                ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ValueLine({
  value: { label, before, after },
}: {
  readonly value: Clause['changes'][number]['values'][number];
}) {
  const shown = (text: string) => (text === '' ? rulesWords.empty : text);
  return (
    <div className="pair wide">
      <dt className={label === '' ? 'unseen' : undefined}>{label === '' ? rulesWords.after : label}</dt>
      <dd>
        {before !== null && (
          <del>
            <span className="unseen">{rulesWords.before}：</span>
            {shown(before)}
          </del>
        )}
        {before !== null && after !== null && ' → '}
        {after !== null && (
          <ins>
            <span className="unseen">{rulesWords.after}：</span>
            {shown(after)}
          </ins>
        )}
      </dd>
    </div>
  );
}
