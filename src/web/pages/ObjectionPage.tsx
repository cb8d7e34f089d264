/** One objection: its words and files, where it stands, and what the reader may do; never who objected. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ObjectionPage as Page } from '../../contract/objections.ts';
import { ObjectionActs } from '../objection/Acts.tsx';
import { type ObjectionAddress, objectionQuery } from '../objection/queries.ts';
import { Warnings } from '../parts/EvidenceList.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { objectionWords as words } from '../words/objections.ts';

export function ObjectionPage() {
  const at = useParams({
    from: '/organisation/$organisation/objections/$year/$period/$member/$objection',
  });
  useTitle(words.title);
  const query = useQuery(objectionQuery(at));
  const { organisation, year, period, member } = at;
  return (
    <Loaded query={query}>
      {(page) => (
        <>
          <h1>{words.open(page.member.name)}</h1>
          <p className="lead">
            {page.round}　{page.on}　{words.how[page.how]}　{words.states[page.state]}
            {page.due !== null && `　${words.due(page.due.day, page.due.workdays)}`}
          </p>
          <section className="block" aria-labelledby="says">
            <h2 id="says">{words.says}</h2>
            <p className="long-words">{page.words}</p>
            <Files at={at} files={page.files} />
            <p>
              <Link
                className="inline-door"
                to="/branch/$organisation/$year/rounds/$period/member/$member"
                params={{ organisation, year, period, member }}
              >
                {words.matter}
              </Link>
            </p>
          </section>
          {page.answer !== null && (
            <section className="block" aria-labelledby="answered">
              <h2 id="answered">{page.state === 'declined' ? words.declinedWhy : words.answered}</h2>
              <p className="long-words">{page.answer}</p>
            </section>
          )}
          <ObjectionActs at={at} acts={page.acts} />
          <p className="block">
            <Link
              className="inline-door"
              to="/organisation/$organisation/objections"
              params={{ organisation }}
            >
              {words.back}
            </Link>
          </p>
        </>
      )}
    </Loaded>
  );
}

function Files({ at, files }: { readonly at: ObjectionAddress; readonly files: Page['files'] }) {
  if (files.length === 0) return null;
  const { organisation, year, period, member, objection } = at;
  return (
    <>
      <h3>{words.files}</h3>
      <ul className="notes">
        {files.map(({ number, name, size, warnings }) => (
          <li key={number}>
            <a
              className="inline-door"
              href={`/objection-files/${organisation}/${year}/${period}/${member}/${objection}/${number}`}
              download
            >
              {name}（{words.size(size)}）
            </a>
            <Warnings warnings={warnings} />
          </li>
        ))}
      </ul>
    </>
  );
}
