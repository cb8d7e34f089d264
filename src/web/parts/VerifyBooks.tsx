/** Verifies books now, those of one organisation or all of this machine's; against an earlier printed head, if one is typed. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { VerificationSummary } from '../../contract/books.ts';
import { api, sentenceOf } from '../api.ts';
import { verifyWords } from '../words/verify.ts';
import { words } from '../words.ts';

type Organisation = { readonly id: string; readonly name: string };

export function VerifyBooks({ organisation }: { readonly organisation: Organisation | null }) {
  const id = useId();
  const [head, setHead] = useState('');
  const verify = useMutation({
    mutationFn: () => {
      const earlier = head.trim() === '' ? {} : { head: head.trim().toLowerCase() };
      return organisation === null
        ? api.verify(earlier)
        : api.verifyOrganisation({ ...earlier, organisation: organisation.id });
    },
  });
  return (
    <section className="block" aria-labelledby={`${id}title`}>
      {organisation === null ? (
        <h2 id={`${id}title`}>{words.verifyTitle}</h2>
      ) : (
        <h3 id={`${id}title`}>{verifyWords.ofOrganisation(organisation.name)}</h3>
      )}
      <p>{organisation === null ? words.verifyHow : verifyWords.how}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          verify.mutate();
        }}
      >
        <label htmlFor={`${id}head`}>{words.earlierHead}</label>
        <Input
          id={`${id}head`}
          value={head}
          maxLength={64}
          onChange={({ target }) => setHead(target.value)}
        />
        <Button htmlType="submit" loading={verify.isPending}>
          {verify.isPending ? words.verifying : words.verifyNow}
        </Button>
      </form>
      <div aria-live="polite">
        {verify.isError && <Alert type="error" title={sentenceOf(verify.error)} />}
        {verify.data !== undefined && <Found found={verify.data} />}
      </div>
    </section>
  );
}

function Found({ found: { sound, facts, wrong } }: { readonly found: VerificationSummary }) {
  if (sound) return <Alert type="success" title={words.sound(facts)} />;
  return (
    <Alert
      type="error"
      title={words.unsound}
      description={
        <ul className="notes">
          {wrong.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      }
    />
  );
}
