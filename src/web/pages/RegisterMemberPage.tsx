/** 名册登记: one person of the register, where they stand, how that came about, and what the reader may record. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { RegisterMemberPage as Page } from '../../contract/standing.ts';
import { api } from '../api.ts';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';
import { standingWords } from '../words/standing.ts';
import { Amending } from './Amending.tsx';
import { AssigningLeader } from './AssigningLeader.tsx';
import { Deciding } from './Deciding.tsx';
import { History } from './RegisterHistory.tsx';
import { Particulars } from './RegisterParticulars.tsx';
import { Transcripts, Transferring } from './Transferring.tsx';

type Shown = { readonly page: Page };

export function RegisterMemberPage() {
  const { organisation, member } = useParams({ from: '/organisation/$organisation/register/$member' });
  const query = useQuery({
    queryKey: ['registerMember', organisation, member],
    queryFn: () => api.registerMemberPage({ organisation, member }),
  });
  useTitle(query.data?.member.name ?? standingWords.memberTitle);
  return (
    <Loaded query={query}>
      {(page) => (
        <>
          <h1>
            {page.member.name} <span className="h1-more">{standingWords.memberTitle}</span>
          </h1>
          <p className="lead">{page.member.standing}</p>
          <Due page={page} />
          <Particulars page={page} />
          <History page={page} />
          <Years page={page} />
          <Transcripts page={page} />
          <section className="block" aria-labelledby="acts">
            <h2 id="acts">{standingWords.acts}</h2>
            {hasNoAct(page) ? (
              <p>{standingWords.noActs}</p>
            ) : (
              <p className="quiet">{standingWords.actsIntro}</p>
            )}
            <Deciding key={`deciding ${page.version}`} page={page} />
            {page.mayTransfer && <Transferring key={`transferring ${page.version}`} page={page} />}
            <AssigningLeader key={`leader ${page.version}`} page={page} />
            {page.mayAmend && <Amending key={`amending ${page.version}`} page={page} />}
          </section>
        </>
      )}
    </Loaded>
  );
}

const hasNoAct = ({ open, mayAmend, mayTransfer, leader }: Page) =>
  open.length === 0 && !mayAmend && !mayTransfer && leader.holders === null;

function Due({ page: { due } }: Shown) {
  return (
    <section className="block" aria-labelledby="due">
      <h2 id="due">{standingWords.due}</h2>
      {due.length === 0 ? (
        <p>{standingWords.nothingDue}</p>
      ) : (
        <ul className="notes">
          {due.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Years({ page: { years, organisation, member } }: Shown) {
  if (years.length === 0) return null;
  return (
    <section className="block" aria-labelledby="years">
      <h2 id="years">{standingWords.years}</h2>
      <ul className="files">
        {years.map((year) => (
          <li key={year}>
            <Link
              to="/branch/$organisation/$year/member/$member"
              params={{ organisation: organisation.id, year: String(year), member: member.id }}
            >
              {words.yearLabel(year)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
