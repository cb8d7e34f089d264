/** 总体情况: figures of the branch, and a picture of how points are spread beside the same figures in a table. */
import type { Figures as Shown, Segment } from '../../contract/bulletin.ts';
import { bulletinWords as words } from '../words/bulletin.ts';

export function Figures({ figures }: { readonly figures: Shown }) {
  const { people, registered, pending, mean, median, probationary, applicants } = figures;
  const { objections, late, bands, spread } = figures;
  const pairs = [
    [words.people, words.people_(people)],
    [words.registered, words.people_(registered)],
    [words.pending, words.people_(pending)],
    ...(mean === null || median === null
      ? []
      : [
          [words.mean, mean],
          [words.median, median],
        ]),
  ] as const;
  return (
    <>
      <h3>{words.general}</h3>
      <dl className="results">
        {pairs.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{mean === null ? words.tooFew : words.more(probationary, applicants)}</p>
      {mean !== null && (
        <>
          <Segments caption={words.bands} segments={bands} />
          <Segments caption={words.spread} segments={spread} />
          <p className="quiet">{words.bandsNote}</p>
        </>
      )}
      <h3>{words.objections}</h3>
      <p>{words.objectionLine(objections.received, objections.changed, objections.kept, objections.open)}</p>
      <p>{words.lateLine(late.applications, late.unsigned, late.submissions)}</p>
      <p>{words.pendingLine(pending)}</p>
    </>
  );
}

/** The bars say nothing that the figures before them do not say. */
function Segments({
  caption,
  segments,
}: {
  readonly caption: string;
  readonly segments: readonly Segment[];
}) {
  const most = Math.max(1, ...segments.map(({ count }) => count));
  return (
    <table className="segments">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.range}</th>
          <th scope="col" className="figure">
            {words.count}
          </th>
          <td aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {segments.map(({ from, to, count }) => (
          <tr key={`${from} ${to}`}>
            <th scope="row">{words.segment(from, to)}</th>
            <td className="figure">{count}</td>
            <td aria-hidden="true">
              <svg className="segment-bar" viewBox="0 0 100 8" preserveAspectRatio="none">
                <rect width={(100 * count) / most} height="8" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
