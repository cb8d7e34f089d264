/** The branch's round on one page: its days and steps, what the reader may do for many, everybody's state, and what was done. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Round } from '../../contract/round.ts';
import type { RoundDesk } from '../../contract/roundDesk.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { deskQuery, type RoundAddress, roundQuery } from '../round/queries.ts';
import { openActs, RoundActs } from '../round/RoundActs.tsx';
import { RoundHistory } from '../round/RoundHistory.tsx';
import { RoundPaper } from '../round/RoundPaper.tsx';
import { RoundList } from '../round/RoundList.tsx';
import { RoundSteps, RoundTerms } from '../round/RoundSteps.tsx';
import { bulletinWords } from '../words/bulletin.ts';
import { paperWords } from '../words/papers.ts';
import { roundWords } from '../words/round.ts';

const FROM = '/branch/$organisation/$year/rounds/$period';

export function RoundPage() {
  const at = useParams({ from: FROM });
  const round = useQuery(roundQuery(at));
  useTitle(round.data?.label ?? '', roundWords.title);
  return (
    <Loaded query={useQuery(deskQuery(at))}>
      {(desk) => (
        <>
          <h1>
            {desk.label} <span className="h1-more">{roundWords.title}</span>
          </h1>
          <Loaded query={round}>{(page) => <RoundOf at={at} round={page} desk={desk} />}</Loaded>
        </>
      )}
    </Loaded>
  );
}

type Props = { readonly at: RoundAddress; readonly round: Round; readonly desk: RoundDesk };

function RoundOf({ at, round, desk }: Props) {
  const search = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const [picked, pick] = useState<ReadonlySet<string>>(new Set());
  const { organisation, year } = at;
  const picking = openActs(round, desk).length > 0;
  return (
    <>
      <p>
        <Link to="/branch/$organisation/$year/rounds" params={{ organisation, year }} className="inline-door">
          {roundWords.toAll}
        </Link>
        {round.days !== null && (
          <Link to="/branch/$organisation/$year/rounds/$period/sheet" params={at} className="inline-door">
            {roundWords.sheet}
          </Link>
        )}
        {round.days !== null && (
          <Link to="/branch/$organisation/$year/rounds/$period/bulletin" params={at} className="inline-door">
            {bulletinWords.title}
          </Link>
        )}
        {round.days !== null && <PaperDoors at={at} round={round} />}
        {round.days !== null && desk.abilities.includes('readAppraisal') && (
          <Link to="/branch/$organisation/$year/rounds/$period/meeting" params={at} className="inline-door">
            {roundWords.meeting}
          </Link>
        )}
      </p>
      {round.days === null ? <Beginning at={at} desk={desk} /> : <RoundTerms desk={desk} />}
      <RoundSteps desk={desk} />
      {round.days !== null && (
        <>
          <RoundActs at={at} round={round} desk={desk} picked={picked} />
          <RoundList
            at={at}
            round={round}
            search={search}
            change={(next) => void navigate({ search: next, replace: true })}
            picked={picked}
            pick={picking ? pick : null}
          />
          <RoundHistory at={at} round={round} today={desk.today} />
        </>
      )}
    </>
  );
}

function PaperDoors({ at, round }: Omit<Props, 'desk'>) {
  const { organisation, year, period } = at;
  return (
    <>
      {round.abilities.includes('readAppraisal') && (
        <RoundPaper at={at} kind="meetingPackage" label={paperWords.meetingPackage} />
      )}
      {round.abilities.includes('readBooks') && (
        <a
          href={`/papers/${organisation}/${year}/periodSummary-${period}`}
          download
          className="inline-door unprinted"
        >
          {paperWords.summary}
        </a>
      )}
      <a href="/templates/application.xlsx" download className="inline-door unprinted">
        {paperWords.blank}
      </a>
    </>
  );
}

function Beginning({ at, desk }: Omit<Props, 'round'>) {
  const queries = useQueryClient();
  return (
    <>
      <p className="lead">{roundWords.beginLead(desk.label, desk.first)}</p>
      {desk.abilities.includes('openRound') && (
        <AskForm
          fields={[]}
          act={roundWords.begin}
          send={async () => {
            await api.openRound(at);
            await queries.invalidateQueries({ queryKey: ['rounds'] });
          }}
        />
      )}
    </>
  );
}
