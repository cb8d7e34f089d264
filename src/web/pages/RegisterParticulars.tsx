/** A person's particulars and offices as the register has them. */
import type { RegisterMemberPage as Page } from '../../contract/standing.ts';
import { standingWords } from '../words/standing.ts';

export function Particulars({ page: { particulars, offices, leader } }: { readonly page: Page }) {
  // whoever is assigned goes before the name that is only printed
  const shownLeader = leader.assigned?.name ?? particulars.leader;
  const rows = Object.entries(standingWords.labels).map(
    ([key, label]) =>
      [label, key === 'leader' ? shownLeader : particulars[key as keyof typeof particulars]] as const,
  );
  const known = [
    ...rows,
    [standingWords.offices, offices.length === 0 ? null : offices.join('、')] as const,
  ].filter(([, text]) => text !== null && text !== '');
  return (
    <section className="block" aria-labelledby="particulars">
      <h2 id="particulars">{standingWords.particulars}</h2>
      <dl className="facts">
        {known.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
