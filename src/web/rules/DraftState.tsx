/** What is being drafted, and the ways on. */
import { Link } from '@tanstack/react-router';
import type { Rules } from '../../contract/rules.ts';
import { instantText } from '../instant.ts';
import { rulesWords } from '../words/rules.ts';

export function DraftState({ rules: { organisation, draft, abilities } }: { readonly rules: Rules }) {
  const params = { organisation: organisation.id };
  return (
    <section className="block" aria-labelledby="drafting">
      <h2 id="drafting">{rulesWords.draftInProgress}</h2>
      <p>
        {draft === null
          ? rulesWords.noDraft
          : rulesWords.draftState(draft.changes, draft.basedOn, instantText(draft.savedAt))}
      </p>
      <Link to="/organisation/$organisation/rules/draft" params={params} className="inline-door">
        {draft === null ? rulesWords.begin : rulesWords.goOn}
      </Link>
      {draft !== null && (
        <Link to="/organisation/$organisation/rules/difference" params={params} className="inline-door">
          {rulesWords.compare}
        </Link>
      )}
      {draft !== null && abilities.includes('rehearseRules') && (
        <Link to="/organisation/$organisation/rules/rehearsal" params={params} className="inline-door">
          {rulesWords.rehearse}
        </Link>
      )}
    </section>
  );
}
