import type { Door } from '../../contract/wire.ts';
import type { YearAddress } from '../api.ts';
import { words } from '../words.ts';

/** Papers as files. `figure` of a form's door is its address below the year's. */
export function Downloads({ at, forms }: { readonly at: YearAddress; readonly forms: readonly Door[] }) {
  return (
    <section className="block unprinted" aria-labelledby="downloads">
      <h2 id="downloads">{words.downloads}</h2>
      <ul className="files">
        {forms.map(({ figure, label }) => (
          <li key={figure}>
            <a href={`/papers/${at.organisation}/${at.year}/${figure}`} download>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
