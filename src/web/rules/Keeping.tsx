/** Whether the draft is saved; where somebody else changed it too, what they changed, and which of the two is to stay. */
import { KeptOrTwo } from '../draft/KeptNote.tsx';
import { rulesWords } from '../words/rules.ts';
import { changedIn, changeWords } from './changeWords.ts';
import { type Form, shownThings } from './groups.ts';
import type { Drafting } from './useDraft.ts';

export const Keeping = ({ work: { kept, take }, form }: { readonly work: Drafting; readonly form: Form }) => (
  <KeptOrTwo
    draft={kept}
    title={rulesWords.conflict}
    told={(theirs) => (
      <>
        <p>{rulesWords.conflictNote}</p>
        <ul className="notes">
          {changedIn(shownThings(form, theirs, []))
            .map(changeWords)
            .map(({ what, said }) => (
              <li key={what}>{rulesWords.changeOf(what, said)}</li>
            ))}
        </ul>
      </>
    )}
    take={take}
  />
);
