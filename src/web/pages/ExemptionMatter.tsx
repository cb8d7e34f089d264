/** One application: its term, its course step by step, what it says, and what the reader may do now. */
import type { Exemption, ExemptionPage as Page } from '../../contract/exemption.ts';
import { exemptionWords } from '../words/exemption.ts';
import { ExemptionActs } from './ExemptionActs.tsx';
import { Applying } from './ExemptionApplying.tsx';
import { ExemptionDetails } from './ExemptionDetails.tsx';

type Shown = { readonly page: Page };

export function ExemptionMatter({ page, one }: Shown & { readonly one: Exemption }) {
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
      <ExemptionDetails one={one} />
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
