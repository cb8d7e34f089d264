/** A term that ends soon says so before it does; one that ends later says nothing. */
import { electionWords as say } from '../words/election.ts';

/** A quarter's warning: time for a meeting to be called. */
const SOON = 92;

export function TermLeft({ days }: { readonly days: number | null }) {
  if (days === null || days > SOON) return null;
  return <span className="term-left">（{say.daysLeft(days)}）</span>;
}
