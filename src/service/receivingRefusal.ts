/** What keeps a transcript out of the register and the books of the next branch. */
import { canonical } from '../domain/ledger/canonical.ts';
import { yearOf } from '../domain/period.ts';
import { rulesOfSum } from '../domain/policy/transfer.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { TranscriptFile } from '../domain/year/transcript.ts';
import type { ReceiveTranscript, Receiving } from './receiving.ts';
import type { Making } from './step.ts';

/** The first of: changed, not issued, known; a wrong day or number; other rules of the sum. */
export function receivingRefusal(
  command: ReceiveTranscript,
  state: Receiving,
  making: Making,
): Refusal | undefined {
  return (
    sealRefusal(command.file, state, making) ??
    joiningRefusal(command, state, making) ??
    rulesRefusal(command, state)
  );
}

/** Graded where the relation is on 31 December: whoever joins in a later year brings no figures of the earlier one. */
export const countsHere = ({ file, joinedOn }: ReceiveTranscript): boolean =>
  file.content.year?.year === yearOf(joinedOn);

function sealRefusal(
  { content, salt, hash, algorithm }: TranscriptFile,
  { issuedHash: issued, earlier }: Receiving,
  making: Making,
): Refusal | undefined {
  if (making.digestBy(algorithm, salt, content) !== hash) return refuse('transcriptChanged', null);
  if (issued === undefined || (issued !== null && issued !== hash))
    return refuse('transcriptNotIssued', null, { from: content.from.name });
  return earlier !== null && content.issue <= earlier.issue ? refuse('transcriptKnown', null) : undefined;
}

function joiningRefusal(
  { joinedOn, basis, number, file: { content } }: ReceiveTranscript,
  { earlier }: Receiving,
  { today }: Making,
): Refusal | undefined {
  if (basis.trim() === '') return refuse('missing-standingBasis', null);
  if (joinedOn > today) return refuse('dayAhead', null, { day: joinedOn, today });
  if (joinedOn < content.leftOn) return refuse('joinedTooEarly', null, { joinedOn, leftOn: content.leftOn });
  if (earlier !== null) {
    const { joinedOn: known } = earlier.member.member;
    return known === joinedOn ? undefined : refuse('joinedOtherwise', null, { joinedOn: known });
  }
  return number.trim() === '' ? refuse('missing-number', null) : undefined;
}

function rulesRefusal(command: ReceiveTranscript, { policy }: Receiving): Refusal | undefined {
  const { year } = command.file.content;
  if (year === null || policy === null || !countsHere(command)) return undefined;
  if (canonical(year.rules) === canonical(rulesOfSum(policy))) return undefined;
  const there = `《${year.policy.title}》版本 ${year.policy.version}`;
  return refuse('transcriptRules', null, { there, here: `《${policy.title}》版本 ${policy.version}` });
}
