/** What every command of a round has in common: whose matter it is, which book it writes, and that the table allows it. */
import type { Ability } from '../../domain/access.ts';
import { yearBook } from '../../domain/fact.ts';
import type { Day } from '../../domain/period.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { ActName } from '../../domain/round/acts.ts';
import { matterStream, roundStream } from '../../domain/round/facts.ts';
import { actRefusal, type Matter } from '../../domain/round/matter.ts';
import { accessObject } from '../accessObject.ts';
import type { Reading } from '../ports.ts';
import type { Decision, Making, NewFact, Step } from '../step.ts';
import { type Here, loadMatters, loadRound, matterOf, type RoundState } from './roundState.ts';

type Command = Here & { readonly type: string };

type Kind<C extends Command, More> = {
  readonly ability: Ability;
  /** Whose matter it is; a batch that holds the actor's own is refused whole (promises X8). */
  readonly about: (command: C) => readonly string[];
  /** `all`: the whole round is read, because the act is the branch's. */
  readonly reads: 'matters' | 'all';
  /** Accounts that may not act because of what they did before, such as whoever drafted what is now checked. */
  readonly before?: (state: RoundState, command: C) => readonly string[];
  /** Of those it is about: whose leader in charge has kept silent (G17). */
  readonly unanswered?: (state: RoundState, command: C, today: Day) => ReadonlySet<string>;
  readonly more: (tx: Reading, command: C, state: RoundState) => Promise<More>;
  readonly decide: (command: C, state: RoundState, more: More, making: Making) => Decision | Refusal;
};

type Loaded<More> = { readonly state: RoundState; readonly more: More };

export function roundStep<C extends Command, More>(kind: Kind<C, More>): Step<C, Loaded<More>> {
  const { ability, about, reads, before, unanswered, more, decide } = kind;
  const read = (tx: Reading, command: C) =>
    reads === 'all' ? loadRound(tx, command) : loadMatters(tx, command, about(command));
  return {
    ability,
    object: async (tx, command, today) => {
      const people = about(command);
      if (before === undefined && unanswered === undefined)
        return accessObject(tx, command.organisationId, today, { about: people });
      const state = await read(tx, command);
      if (isRefusal(state)) return accessObject(tx, command.organisationId, today, { about: people });
      const users = before?.(state, command) ?? [];
      const object = await accessObject(tx, command.organisationId, today, { about: people, users });
      return unanswered === undefined ? object : { ...object, unanswered: unanswered(state, command, today) };
    },
    books: ({ year }) => [yearBook(year)],
    subject: (command) => {
      const [only, ...others] = about(command);
      const stream =
        only === undefined || others.length > 0
          ? roundStream(command.period)
          : matterStream(command.period, only);
      return { book: yearBook(command.year), stream };
    },
    load: async (tx, command) => {
      const state = await read(tx, command);
      return isRefusal(state) ? state : { state, more: await more(tx, command, state) };
    },
    decide: (command, { state, more: extra }, making) => decide(command, state, extra, making),
  };
}

/** The matter, when the act may be done in it today; the refusal names whose it is. */
export function matterFor(
  state: RoundState,
  here: Here,
  personId: string,
  act: ActName,
  { today }: Making,
): Matter | Refusal {
  const matter = matterOf(state, here, personId);
  if (isRefusal(matter)) return matter;
  const refusal = actRefusal(matter, act, today);
  return refusal === undefined ? matter : { ...refusal, params: { ...refusal.params, person: personId } };
}

/** A fact of the round's own stream, or of one member's matter, in the year's book. */
export function inRound(here: Here, fact: NewFact['fact'], text?: NewFact['text']): NewFact {
  const stream = 'personId' in fact ? matterStream(here.period, fact.personId) : roundStream(here.period);
  return { book: yearBook(here.year), stream, fact, text };
}

/** Each person's fact, or the first refusal: a batch is done whole or not at all. */
export function forEach<Part>(
  parts: readonly Part[],
  decide: (part: Part) => readonly NewFact[] | Refusal,
): NewFact[] | Refusal {
  const facts: NewFact[] = [];
  for (const part of parts) {
    const made = decide(part);
    if (isRefusal(made)) return made;
    facts.push(...made);
  }
  return facts;
}
