/** 不参加积分制管理: one member's applications, their course step by step, and what the reader may do now. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ExemptionPage as Page } from '../../contract/exemption.ts';
import { api } from '../api.ts';
import { useTitle } from '../parts/Shell.tsx';
import { Loaded } from '../parts/State.tsx';
import { exemptionWords } from '../words/exemption.ts';
import { Applying } from './ExemptionApplying.tsx';
import { ExemptionMatter } from './ExemptionMatter.tsx';

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
            <ExemptionMatter key={one.id} page={page} one={one} />
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
          {page.own && page.whyNot !== null && <p className="block quiet">{page.whyNot}</p>}
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
