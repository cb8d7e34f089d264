/** 移交单: what one scorekeeper hands over to the next, on a page that prints; confirmed by both, or signed on paper. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { HandoverSheet } from '../../contract/handover.ts';
import { api } from '../api.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { type Column, Listing } from '../parts/Listing.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { words } from '../words.ts';
import { handoverWords as say } from '../words/handover.ts';

export function HandoverPage() {
  useTitle(say.title);
  const { organisation } = useParams({ from: '/organisation/$organisation' });
  const query = useQuery({
    queryKey: ['handover', organisation],
    queryFn: () => api.handover({ organisation }),
  });
  return (
    <>
      <h1>{say.title}</h1>
      <p className="lead">{say.intro}</p>
      <Loaded query={query}>
        {(sheet) => (
          <>
            <Parties sheet={sheet} />
            <Contents sheet={sheet} />
            <Acts sheet={sheet} organisation={organisation} />
          </>
        )}
      </Loaded>
    </>
  );
}

type Shown = { readonly sheet: HandoverSheet };

const termOf = ({ name, from, until }: HandoverSheet['next']) =>
  `${name}（${until === null ? words.openTerm(from) : words.untilTerm(from, until)}）`;
const namesOf = (people: readonly { readonly name: string }[]) => people.map(({ name }) => name).join('、');

function Parties({ sheet: { former, next, confirmed, waiting, done } }: Shown) {
  return (
    <section className="block" aria-labelledby="parties">
      <h2 id="parties">{say.state}</h2>
      <dl className="particulars">
        <div className="pair">
          <dt>{say.from}</dt>
          <dd>{former === null ? say.first : termOf(former)}</dd>
        </div>
        <div className="pair">
          <dt>{say.to}</dt>
          <dd>{termOf(next)}</dd>
        </div>
      </dl>
      <ul className="notes" aria-live="polite">
        {done !== null && <li>{say.done(done.on, done.onPaper)}</li>}
        {confirmed.length > 0 && <li>{say.confirmed(namesOf(confirmed))}</li>}
        {waiting.length > 0 && <li>{say.waiting(namesOf(waiting))}</li>}
      </ul>
    </section>
  );
}

const MATTERS: Column<HandoverSheet['matters'][number]>[] = [
  { key: 'kind', title: say.kind, head: true, render: ({ kind }) => kind },
  { key: 'count', title: say.count, figure: true, render: ({ count }) => count },
  { key: 'note', title: say.note, wide: true, render: ({ note }) => note },
];
const EVIDENCE: Column<HandoverSheet['evidence'][number]>[] = [
  { key: 'name', title: say.evidenceName, head: true, render: ({ name }) => name },
  { key: 'entries', title: say.entries, figure: true, render: ({ entries }) => entries },
];
const BOOKS: Column<HandoverSheet['books'][number]>[] = [
  { key: 'name', title: say.book, head: true, render: ({ name }) => name },
  { key: 'seq', title: say.seq, figure: true, render: ({ seq }) => seq },
  { key: 'hash', title: say.hash, wide: true, render: ({ hash }) => hash },
];

function Contents({ sheet: { matters, evidence, books } }: Shown) {
  return (
    <>
      <section className="block" aria-labelledby="matters">
        <h2 id="matters">{say.matters}</h2>
        <Listing caption={say.matters} columns={MATTERS} rows={matters} rowKey={({ kind }) => kind} />
      </section>
      {evidence.length > 0 && <Evidence evidence={evidence} />}
      <section className="block" aria-labelledby="books">
        <h2 id="books">{say.books}</h2>
        <Listing caption={say.books} columns={BOOKS} rows={books} rowKey={({ name }) => name} />
      </section>
    </>
  );
}

/** As many as the paper shows; the rest folded away, with the whole count said. */
const MOST_SHOWN = 8;

function Evidence({ evidence }: Pick<HandoverSheet, 'evidence'>) {
  const rest = evidence.slice(MOST_SHOWN);
  const list = (rows: HandoverSheet['evidence'], caption: string) => (
    <Listing caption={caption} columns={EVIDENCE} rows={rows} rowKey={({ name }) => name} />
  );
  const entries = evidence.reduce((sum, one) => sum + one.entries, 0);
  return (
    <section className="block" aria-labelledby="evidence">
      <h2 id="evidence">{say.evidence}</h2>
      <p>{say.evidenceCount(evidence.length, entries)}</p>
      {list(evidence.slice(0, MOST_SHOWN), say.evidence)}
      {rest.length > 0 && (
        <details className="block">
          <summary>{say.moreEvidence(rest.length)}</summary>
          {list(rest, say.moreEvidence(rest.length))}
        </details>
      )}
    </section>
  );
}

function Acts({ sheet, organisation }: Shown & { readonly organisation: string }) {
  const queries = useQueryClient();
  const { officeId, mayConfirm, mayRecordPaper, paperYear } = sheet;
  const send = async (onPaper: boolean, remark: string) => {
    await api.confirmHandover({ organisation, officeId, onPaper, remark });
    await queries.invalidateQueries();
  };
  const remark = { id: 'remark', label: say.remark, may: true, complete: 'off' } as const;
  return (
    <section className="block unprinted" aria-label={say.confirm}>
      {mayConfirm && <AskForm fields={[]} act={say.confirm} send={() => send(false, '')} />}
      {mayRecordPaper && (
        <details className="block">
          <summary>{say.paper}</summary>
          <AskForm
            fields={[remark]}
            act={say.paperAct}
            emptied
            send={({ remark: said }) => send(true, said)}
          />
        </details>
      )}
      <p className="acts">
        <Button onClick={() => print()}>{say.print}</Button>
        {paperYear !== null && (
          <a href={`/papers/${organisation}/${paperYear}/handover`} download className="inline-door">
            {say.download}
          </a>
        )}
      </p>
    </section>
  );
}
