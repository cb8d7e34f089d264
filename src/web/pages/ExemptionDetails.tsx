/** What an application says, and what was said of it: shown to those alone who may read why. */
import type { Exemption } from '../../contract/exemption.ts';
import { exemptionWords } from '../words/exemption.ts';

export function ExemptionDetails({ one }: { readonly one: Exemption }) {
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
