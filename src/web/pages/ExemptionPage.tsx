/** 不参加积分制管理: one member's applications, their course step by step, and what the reader may do now. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Exemption, ExemptionPage as Page } from '../../contract/exemption.ts';
import { api } from '../api.ts';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { exemptionWords } from '../words/exemption.ts';
import { ExemptionActs } from './ExemptionActs.tsx';
import { Applying } from './ExemptionApplying.tsx';

type Shown = { readonly page: Page };

export function ExemptionPage() {
  const { organisation, member } = useParams({ from: '/organisation/$organisation/exemption/$member' });
  const query = useQuery({
    queryKey: ['exemption', organisation, member],
    queryFn: () => api.exemption({ organisation, member }),
  });
  useTitle(exemptionWords.title);
  return (
    <Loaded query={query}>
      {(page) => (
        <>
          <h1>
            {page.member.name} <span className="h1-more">{exemptionWords.title}</span>
          </h1>
          <p className="lead">{exemptionWords.intro}</p>
          <TakenOver page={page} />
          {page.exemptions.length === 0 && <p className="block">{exemptionWords.none}</p>}
          {page.exemptions.map((one) => (
            <Matter key={one.id} page={page} one={one} />
          ))}
          {page.mayApply && (
            <details className="block" open={page.exemptions.length === 0}>
              <summary>{page.own ? exemptionWords.apply : exemptionWords.applyOnBehalf}</summary>
              {!page.own && <p className="quiet">{exemptionWords.onBehalfIntro}</p>}
              <Applying
                organisation={page.organisation.id}
                member={page.member.id}
                onBehalf={!page.own}
                renews={null}
              />
            </details>
          )}
          {page.whyNot !== null && <p className="block quiet">{page.whyNot}</p>}
          <p className="block">
            <a className="inline-door" href="/templates/exemption.xlsx" download>
              {exemptionWords.blank}
            </a>
          </p>
        </>
      )}
    </Loaded>
  );
}

function TakenOver({ page: { takenOver } }: Shown) {
  if (takenOver === null) return null;
  return (
    <section className="block" aria-labelledby="taken-over">
      <h2 id="taken-over">{exemptionWords.takenOver}</h2>
      <p>{exemptionWords.takenOverSays(takenOver.from, takenOver.until)}</p>
      {takenOver.reason !== null && <p>{exemptionWords.takenOverReason(takenOver.reason)}</p>}
    </section>
  );
}

function Matter({ page, one }: Shown & { readonly one: Exemption }) {
  const path = [page.organisation.id, page.member.id, one.id].map(encodeURIComponent).join('/');
  return (
    <section className="block" aria-labelledby={`matter-${one.id}`}>
      <h2 id={`matter-${one.id}`}>{exemptionWords.heading(one.appliedOn, one.state.name)}</h2>
      {one.term !== null && <p className="strong">{exemptionWords.term(one.term)}</p>}
      {one.renews !== null && <p>{exemptionWords.renewalOf}</p>}
      <h3>{exemptionWords.course}</h3>
      <ol className="notes">
        {one.course.map(({ id, name, progress, says }) => (
          <li key={id} {...(progress === 'now' ? { 'aria-current': 'step' as const } : {})}>
            <strong>
              {name}（{exemptionWords.progress[progress]}）
            </strong>
            ：{says}
          </li>
        ))}
      </ol>
      <Details one={one} />
      <p>
        <a className="inline-door" href={`/exemption-papers/${path}`} download>
          {exemptionWords.paper}
        </a>
      </p>
      <ExemptionActs page={page} one={one} />
      {one.mayRenew && (
        <details className="block">
          <summary>{exemptionWords.renew}</summary>
          <p className="quiet">{exemptionWords.renewIntro}</p>
          <Applying
            organisation={page.organisation.id}
            member={page.member.id}
            onBehalf={!page.own}
            renews={one.id}
          />
        </details>
      )}
    </section>
  );
}

function Details({ one }: { readonly one: Exemption }) {
  const said: Readonly<Record<keyof typeof exemptionWords.facts, string | null>> = {
    category: one.category,
    reason: one.reason,
    wish: exemptionWords.span(one.wish.from, one.wish.until),
    whereabouts: one.whereabouts,
    contact: one.contact,
    attachments: one.attachments,
    helper: one.helper,
    opinion: one.opinion,
    decision: one.decision,
    ending: one.ending,
  };
  const known = Object.entries(exemptionWords.facts)
    .map(([key, label]) => ({ label, text: said[key as keyof typeof said] }))
    .filter(({ text }) => text !== null && text !== '');
  return (
    <>
      <h3>{exemptionWords.details}</h3>
      <dl className="facts">
        {known.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
