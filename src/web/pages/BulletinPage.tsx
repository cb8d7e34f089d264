/** 季度通报 (4.2): read by everybody of the branch, written by the leading group. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Bulletin } from '../../contract/bulletin.ts';
import { Figures } from '../bulletin/Figures.tsx';
import { bulletinQuery } from '../bulletin/queries.ts';
import { Writing } from '../bulletin/Writing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import type { RoundAddress } from '../round/queries.ts';
import { RoundPaper } from '../round/RoundPaper.tsx';
import { bulletinWords as words } from '../words/bulletin.ts';
import { paperWords } from '../words/papers.ts';

export function BulletinPage() {
  const at = useParams({ from: '/branch/$organisation/$year/rounds/$period/bulletin' });
  const query = useQuery(bulletinQuery(at));
  useTitle(words.title, query.data?.label ?? '');
  return (
    <Loaded query={query}>
      {({ label, issued, writing }) => (
        <>
          <h1>
            {label} <span className="h1-more">{words.title}</span>
          </h1>
          <p className="lead">{words.lead}</p>
          {issued.length === 0 && writing === null && <p className="block">{words.none}</p>}
          {issued.map((bulletin) => (
            <Issued key={bulletin.bulletinId} at={at} bulletin={bulletin} />
          ))}
          {writing !== null && (
            <Writing key={issued.length} at={at} writing={writing} isFirst={issued.length === 0} />
          )}
        </>
      )}
    </Loaded>
  );
}

type IssuedProps = { readonly at: RoundAddress; readonly bulletin: Bulletin['issued'][number] };

function Issued({ at, bulletin }: IssuedProps) {
  const { bulletinId, on, figures, sections } = bulletin;
  return (
    <article className="block bulletin" aria-labelledby={bulletinId}>
      <h2 id={bulletinId}>{words.issuedOn(on)}</h2>
      <Figures figures={figures} />
      {sections.map(({ heading, text }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <p className="written">{text}</p>
        </section>
      ))}
      <p className="block">
        <RoundPaper at={at} kind="bulletin" of={bulletinId} label={paperWords.bulletin} />
      </p>
    </article>
  );
}
