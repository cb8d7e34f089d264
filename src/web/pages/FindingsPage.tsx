/** 提供扣分依据 (G38): what a supplying body proposes, with its finding, and what became of it; nothing else of the member. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Findings } from '../../contract/findings.ts';
import { api } from '../api.ts';
import { Proposing } from '../findings/Proposing.tsx';
import { findingsQuery } from '../findings/queries.ts';
import { AskForm } from '../parts/AskForm.tsx';
import { EvidenceList } from '../parts/EvidenceList.tsx';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { evidenceWords as words } from '../words/evidence.ts';

type Proposed = Findings['proposed'][number];

export function FindingsPage() {
  const { organisation } = useParams({ from: '/organisation/$organisation/findings' });
  useTitle(words.title);
  return (
    <>
      <h1>{words.title}</h1>
      <Loaded query={useQuery(findingsQuery(organisation))}>
        {(page) => (
          <>
            <p className="lead">{words.lead(page.bodies.join('、'))}</p>
            {page.rounds.length === 0 ? <p>{words.noRound}</p> : <Proposing page={page} />}
            <section className="block" aria-labelledby="own">
              <h2 id="own">{words.own}</h2>
              {page.proposed.length === 0 && <p>{words.none}</p>}
              {page.proposed.map((one) => (
                <Own key={one.proposalId} organisation={organisation} one={one} />
              ))}
            </section>
          </>
        )}
      </Loaded>
    </>
  );
}

function Own({ organisation, one }: { readonly organisation: string; readonly one: Proposed }) {
  const { proposalId, year, period, label, member, item, day, amount, reason, basis, supplier } = one;
  const queries = useQueryClient();
  const place = { organisation, year: String(year), period: String(period), member: member.id };
  const field = `withdraw-${proposalId}`;
  return (
    <article className="card" aria-label={`${member.name} ${item.name}`}>
      <div className="card-head">
        {member.name}：{item.name}
      </div>
      <p>
        {label}，{day}，{amount}
      </p>
      <p>{[reason, basis, supplier].filter(Boolean).join('；')}</p>
      <EvidenceList at={place} files={one.evidence} hidden={one.hiddenEvidence} />
      <p role="status">{one.became}</p>
      {one.mayWithdraw && (
        <details>
          <summary>{words.withdraw}</summary>
          <AskForm
            fields={[{ id: field, label: words.withdrawWhy, complete: 'off' }]}
            act={words.withdraw}
            send={async (filled) => {
              const why = filled[field] ?? '';
              await api.withdrawDeduction({ ...place, proposal: proposalId, reason: why });
              await queries.invalidateQueries({ queryKey: findingsQuery(organisation).queryKey });
            }}
          />
        </details>
      )}
    </article>
  );
}
