/** A number is a door: wherever a score stands, it opens its statement. */
import { Link } from '@tanstack/react-router';
import type { YearAddress } from '../api.ts';
import { words } from '../words.ts';

type Props = {
  readonly at: YearAddress & { readonly member: string };
  readonly figure: string;
  readonly text: string;
  /** Whose and which figure, for those who do not see where it stands. */
  readonly label: string;
  readonly strong?: boolean;
};

export function FigureLink({ at, figure, text, label, strong }: Props) {
  return (
    <Link
      to="/branch/$organisation/$year/member/$member/statement/$figure"
      params={{ ...at, figure }}
      className={strong ? 'door strong' : 'door'}
      aria-label={words.door(label, text)}
      resetScroll={false}
    >
      {text}
    </Link>
  );
}
