/** A drafted notice is checked by another and approved by the secretary. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { NoticeLines } from '../parts/NoticeLines.tsx';
import { noticeWords } from '../words/notice.ts';
import { roundWords } from '../words/round.ts';
import type { ActsProps } from './offers.ts';
import { draftedQuery } from './queries.ts';

type Props = ActsProps & { readonly told: (sentence: string) => void };

export function NoticeActs({ at, round, desk, told }: Props) {
  const queries = useQueryClient();
  const after = async (sentence: string) => {
    told(sentence);
    await queries.invalidateQueries({ queryKey: ['rounds'] });
  };
  const drafts = round.notices.filter(({ sound }) => sound === null);
  const checked = round.notices.filter(({ sound, from }) => sound === true && from === null);
  const check = async (notice: string, sound: boolean, words: string) => {
    await api.checkNotice({ ...at, notice, sound, words });
    await after(sound ? roundWords.checkSound : roundWords.checkUnsound);
  };
  return (
    <>
      {desk.abilities.includes('checkNotice') &&
        drafts.map(({ noticeId, people }) => (
          <details key={noticeId} className="block">
            <summary>{roundWords.checkTitle(people.length)}</summary>
            <p>{roundWords.checkNote}</p>
            <Drafted at={at} noticeId={noticeId} />
            <AskForm fields={[]} act={roundWords.checkSound} send={() => check(noticeId, true, '')} />
            <AskForm
              fields={[{ id: `unsound-${noticeId}`, label: roundWords.unsoundWhy, long: true }]}
              act={roundWords.checkUnsound}
              send={(filled) => check(noticeId, false, filled[`unsound-${noticeId}`] ?? '')}
            />
          </details>
        ))}
      {desk.abilities.includes('publishNotice') &&
        checked.map(({ noticeId, people }) => (
          <div key={noticeId} className="after">
            <Drafted at={at} noticeId={noticeId} />
            <AskForm
              fields={[]}
              act={roundWords.publish(people.length)}
              send={async () => {
                await api.publishNotice({ ...at, notice: noticeId });
                await after(roundWords.publish(people.length));
              }}
            />
          </div>
        ))}
    </>
  );
}

/** What will hang, word for word: it is checked and approved as it was drafted. */
function Drafted({ at, noticeId }: Pick<Props, 'at'> & { readonly noticeId: string }) {
  const { data } = useQuery(draftedQuery(at));
  const draft = data?.notices.find((one) => one.noticeId === noticeId);
  if (draft === undefined) return null;
  return (
    <>
      <p>{noticeWords.asDrafted}</p>
      <ul className="notes">
        <li>{noticeWords.scope(draft.scope)}</li>
        <li>{noticeWords.receiver(draft.receiver)}</li>
      </ul>
      <NoticeLines caption={noticeWords.title} lines={draft.lines} />
    </>
  );
}
