/** What each column of the file is: proposed, corrected by choice, remembered for the next file. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { PendingRoster } from '../../contract/roster.ts';
import { api } from '../api.ts';
import { rosterWords } from '../words/roster.ts';
import { Refused } from './Refused.tsx';
import type { GoOn } from './RosterEnded.tsx';

type Props = {
  readonly organisation: string;
  readonly pending: PendingRoster;
  readonly goOn: GoOn;
};

export function RosterColumns({ organisation, pending, goOn }: Props) {
  const { version, columns, targets, asLastTime } = pending;
  const [mapping, setMapping] = useState(() => columns.map(({ target }) => target));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const confirming = useMutation({
    mutationFn: () => api.mapRoster({ organisation, version, mapping }),
    onSuccess: () => goOn(),
  });
  const required = targets.filter((target) => target.required).map(({ name }) => name);
  const missing = required.filter((name) => !mapping.includes(name));
  return (
    <section className="block" aria-labelledby="columns">
      <h2 id="columns" ref={heading} tabIndex={-1}>
        {rosterWords.columnsTitle}
      </h2>
      <p>{asLastTime ? rosterWords.columnsAgain : rosterWords.columnsIntro}</p>
      <p className="quiet">
        {rosterWords.needed(required.join('、'))}
        {!targets.some(({ name }) => name === '免予自') && rosterWords.noExemption}
      </p>
      <form
        className="stack wide"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          confirming.mutate();
        }}
      >
        {columns.map(({ letter, header, samples }, index) => (
          <div className="field" key={letter}>
            <label htmlFor={`column-${letter}`}>
              {rosterWords.column(letter, header)}
              <span className="person-more">{rosterWords.samples(samples)}</span>
            </label>
            <select
              id={`column-${letter}`}
              value={mapping[index] ?? ''}
              onChange={({ target: { value } }) =>
                setMapping(mapping.map((one, at) => (at === index ? (value === '' ? null : value) : one)))
              }
            >
              <option value="">{rosterWords.notRead}</option>
              {targets.map((target) => (
                <option key={target.name} value={target.name}>
                  {target.required ? rosterWords.mustHave(target.name) : target.name}
                </option>
              ))}
            </select>
          </div>
        ))}
        {missing.length > 0 && (
          <p className="lacking" aria-live="polite">
            {rosterWords.needed(missing.join('、'))}
          </p>
        )}
        <Button type="primary" htmlType="submit" loading={confirming.isPending}>
          {rosterWords.confirm}
        </Button>
        <div aria-live="polite">{confirming.isError && <Refused error={confirming.error} />}</div>
      </form>
    </section>
  );
}
