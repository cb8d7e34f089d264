/** Members whose appeal about an earlier quarter was upheld: the scorekeeper puts those points right in this round. */
import type { Sheet } from '../../contract/roundSheet.ts';
import { appealWords as words } from '../words/appeals.ts';

export function Upheld({ lines }: Pick<Sheet, 'lines'>) {
  const upheld = lines.filter(({ upheldAppeals }) => upheldAppeals.length > 0);
  if (upheld.length === 0) return null;
  return (
    <section className="block" aria-labelledby="upheld-appeals">
      <h2 id="upheld-appeals">{words.upheldTitle}</h2>
      <p>{words.upheldNote}</p>
      <ul className="notes">
        {upheld.map(({ member, upheldAppeals }) => (
          <li key={member.id}>{words.upheldLine(member.name, upheldAppeals)}</li>
        ))}
      </ul>
    </section>
  );
}
