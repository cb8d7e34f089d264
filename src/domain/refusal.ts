import type { ClauseId } from './clause.ts';

/**
 * A refusal is an answer a person reads, not a fault: what was refused, under which clause, with the facts of the case.
 * `code` picks the sentence; `params` fill it.
 */
export type Refusal = {
  readonly refused: true;
  readonly code: string;
  readonly clause: ClauseId | null;
  readonly params: Readonly<Record<string, string | number>>;
};

export function refuse(code: string, clause: ClauseId | null, params: Refusal['params'] = {}): Refusal {
  return { refused: true, code, clause, params };
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && (answer as Partial<Refusal>).refused === true;
}
