/** Everything kept about oneself as a file, what one was told of it, and where to ask for a correction. */
import { Link } from '@tanstack/react-router';
import { privacyWords } from '../words/privacy.ts';

export function OwnData() {
  return (
    <section className="block" aria-labelledby="ownData">
      <h2 id="ownData">{privacyWords.data}</h2>
      <p>{privacyWords.dataText}</p>
      <ul className="files">
        <li>
          <a href="/own-data/xlsx" download>
            {privacyWords.dataXlsx}
          </a>
        </li>
        <li>
          <a href="/own-data/json" download>
            {privacyWords.dataJson}
          </a>
        </li>
        <li>
          <Link to="/privacy">{privacyWords.notice}</Link>
        </li>
      </ul>
      <p>{privacyWords.correction}</p>
    </section>
  );
}
