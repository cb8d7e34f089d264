/** The leading group writes the bulletin section by section and issues it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Bulletin, Sections } from '../../contract/bulletin.ts';
import { SECTIONS } from '../../domain/round/bulletin.ts';
import { api, sentenceOf } from '../api.ts';
import { KeptOrTwo } from '../draft/KeptNote.tsx';
import { type Keeper, useKeptDraft } from '../draft/useKeptDraft.ts';
import { LongField } from '../parts/Field.tsx';
import type { RoundAddress } from '../round/queries.ts';
import { bulletinWords as words } from '../words/bulletin.ts';
import { Figures } from './Figures.tsx';

type Props = {
  readonly at: RoundAddress;
  readonly writing: NonNullable<Bulletin['writing']>;
  readonly isFirst: boolean;
};

/** Every section has its field, whatever the draft says of it. */
const startFrom = (draft: Sections): Sections =>
  SECTIONS.map((heading) => ({
    heading,
    text: draft.find((one) => one.heading === heading)?.text ?? '',
  }));

const keeperFor = (at: RoundAddress): Keeper<Sections> => ({
  save: (sections, expected) => api.saveBulletinDraft({ ...at, expected, sections }),
  read: async () => {
    const draft = (await api.bulletin(at)).writing?.draft;
    return draft ? { version: draft.version, content: draft.sections } : null;
  },
});

export function Writing({ at, writing: { figures, mayIssue, draft }, isFirst }: Props) {
  const queries = useQueryClient();
  const [sections, setSections] = useState(() => startFrom(draft?.sections ?? []));
  const [asked, setAsked] = useState(false);
  const keeping = useKeptDraft(sections, draft?.version ?? 0, keeperFor(at));
  const isEmpty = sections.every(({ text }) => text.trim() === '');
  const issuing = useMutation({
    mutationFn: () => keeping.handIn(() => api.issueBulletin({ ...at, sections })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['rounds'] }),
  });
  const submit = () => {
    setAsked(true);
    if (!isEmpty) issuing.mutate();
  };
  return (
    <section className="block bulletin" aria-labelledby="write">
      <h2 id="write">{words.write}</h2>
      <p>{words.writeLead}</p>
      <Figures figures={figures} />
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {sections.map(({ heading, text }, index) => (
          <LongField
            key={heading}
            id={`section-${index}`}
            label={heading}
            lacking={asked && isEmpty && index === 0 ? words.needed : undefined}
            most={5000}
            value={text}
            change={(changed) =>
              setSections(sections.map((one) => (one.heading === heading ? { heading, text: changed } : one)))
            }
          />
        ))}
        {!mayIssue && <p className="quiet">{words.notYet}</p>}
        {mayIssue && (
          <Button type="primary" htmlType="submit" loading={issuing.isPending}>
            {isFirst ? words.issue : words.again}
          </Button>
        )}
        <div aria-live="polite">
          {issuing.isError && <Alert type="error" title={sentenceOf(issuing.error)} />}
        </div>
      </form>
      <KeptOrTwo
        draft={keeping}
        title={words.conflict}
        told={(theirs) => <Differing theirs={startFrom(theirs)} mine={sections} />}
        take={(theirs) => setSections(startFrom(theirs))}
      />
    </section>
  );
}

/** What to choose between is there to be read. */
function Differing({ theirs, mine }: { readonly theirs: Sections; readonly mine: Sections }) {
  return (
    <>
      <p>{words.conflictNote}</p>
      <dl>
        {theirs
          .filter(({ text }, index) => text !== mine[index]?.text)
          .map(({ heading, text }) => (
            <div key={heading}>
              <dt>{heading}</dt>
              <dd className="written">{text.trim() === '' ? words.leftEmpty : text}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
