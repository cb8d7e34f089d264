/** Which members an act is offered for: those whose state the procedure's table names, in whose matter the reader may do it. */
import type { RoundDesk } from '../../contract/roundDesk.ts';
import type { Ability } from '../../domain/access.ts';
import { ACTS, type ActName, type State } from '../../domain/round/acts.ts';
import type { Round } from '../../contract/round.ts';
import type { RoundAddress } from './queries.ts';
import type { RoundLine } from './roundSearch.ts';

export type ActsProps = { readonly at: RoundAddress; readonly round: Round; readonly desk: RoundDesk };

function mayIn({ abilities, apart }: RoundDesk, ability: Ability, member: string): boolean {
  const own = apart.find((one) => one.member === member);
  return (own?.abilities ?? abilities).includes(ability);
}

/** `others`: in the right state, but not the reader's to do; `own`: those of them who keep the points, and who acts instead. */
export type Offer = {
  readonly fit: readonly RoundLine[];
  readonly others: number;
  readonly own: readonly { readonly name: string; readonly keeper: string }[];
};

export function offered(act: ActName, ability: Ability, lines: readonly RoundLine[], desk: RoundDesk): Offer {
  const from: readonly State[] = ACTS[act].from;
  const standing = lines.filter(({ state }) => from.includes(state.id));
  const fit = standing.filter(({ member }) => mayIn(desk, ability, member.id));
  const own = standing
    .filter((line) => !fit.includes(line))
    .flatMap(({ member: { id, name } }) => {
      const keeper = desk.apart.find((one) => one.member === id)?.keeper ?? null;
      return keeper === null ? [] : [{ name, keeper }];
    });
  return { fit, others: standing.length - fit.length, own };
}
