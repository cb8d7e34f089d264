/** A paper of a round as a file to download. */
import type { RoundAddress } from './queries.ts';

type Props = {
  readonly at: RoundAddress;
  readonly kind: 'application' | 'notice' | 'noticeResult' | 'bulletin' | 'minutes' | 'meetingPackage';
  /** Whose, or which: a member, a notice, a meeting. */
  readonly of?: string;
  readonly label: string;
};

export function RoundPaper({ at: { organisation, year, period }, kind, of, label }: Props) {
  const name = of === undefined ? `${kind}-${period}` : `${kind}-${period}-${of}`;
  return (
    <a href={`/papers/${organisation}/${year}/${name}`} download className="inline-door unprinted">
      {label}
    </a>
  );
}
