/** 支部评议 (An1.5): who sits, and for everybody to be appraised the three inputs, the claims, the answers and the draft. */
import type { Actor } from '../../../domain/access/actor.ts';
import { yearBook } from '../../../domain/fact.ts';
import { type Day, lastDay, parseDay } from '../../../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { ACTS, type State, STATES } from '../../../domain/round/acts.ts';
import { type Matter, stateOn } from '../../../domain/round/matter.ts';
import { quorumOf } from '../../../domain/round/meeting.ts';
import type { Meeting } from '../../../domain/round/round.ts';
import type { Reading, WorkingPaperRow } from '../../ports.ts';
import { tasksDue } from '../../round/dueTasks.ts';
import {
  type DecisionDraft,
  MEETING_PAPER,
  type MeetingDraft,
  meetingPaperKind,
} from '../../round/meetingPaper.ts';
import { type Here, loadRound, type RoundState } from '../../round/roundState.ts';
import { bodyOf, sitters } from '../../round/sitters.ts';
import { filesIn } from '../../evidence/evidenceLines.ts';
import { abilitiesIn } from './abilitiesIn.ts';
import { tieLines } from './ties.ts';
import { returnsOf, seqsOf, toAppraise } from './toAppraise.ts';
import { labelOf } from './roundDesk.ts';

type Asked = { readonly today: Day; readonly actor: Actor };
export type MeetingPage = Awaited<ReturnType<typeof pageFrom>>;

/** In the order of the members' numbers; the number of queries does not grow with them. Refuses a round that is not open. */
export async function meetingPage(tx: Reading, here: Here, asked: Asked): Promise<MeetingPage | Refusal> {
  const state = await loadRound(tx, here);
  if (isRefusal(state)) return state;
  if (state.round.opened === null) return refuse('roundNotOpen', 'An1.5', { period: here.period });
  return pageFrom(tx, here, state, asked);
}

async function pageFrom(tx: Reading, here: Here, state: RoundState, { today, actor }: Asked) {
  const { organisationId, year, period } = here;
  const { policy, round } = state;
  const rows = (await tx.persons(organisationId, {})).toSorted((a, b) => (a.number < b.number ? -1 : 1));
  const names = new Map(rows.map((row) => [row.personId, row.name]));
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  const papers = new Map(
    (await tx.workingPapers(organisationId, meetingPaperKind(here))).map((row) => [row.paperId, row]),
  );
  const draft = draftOf<MeetingDraft>(papers.get(MEETING_PAPER));
  const on = parseDay(draft?.content.on ?? '') ?? today;
  const { body, entitled } = await sitters(tx, organisationId, on, bodyOf(policy));
  const may = await abilitiesIn(tx, actor, organisationId, today);
  const matters = rows.flatMap(({ personId }) => round.matters.get(personId) ?? []);
  const ready = matters.filter((matter) => isReady(matter, today));
  const tied = matters.filter(({ tie }) => tie !== null);
  const asked = [...ready, ...tied];
  const texts = await tx.textsOf(organisationId, yearBook(year), seqsOf(asked, round.meetings));
  const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as unknown]));
  const mayOf = (personId: string) => may.apart.get(personId)?.abilities ?? may.general;
  const known = {
    policy,
    files: await filesIn(tx, here, { actor, policy, mayOf }),
    rows: new Map(rows.map((row) => [row.personId, row])),
    due: await tasksDue(
      tx,
      here,
      asked.map(({ personId }) => personId),
    ),
    words,
    meetings: round.meetings,
    returns: await returnsOf(tx, here, asked),
  };
  return {
    label: labelOf(policy, period),
    today,
    /** A task is due by it at the latest; what is decided before is expected (G15). */
    last: lastDay({ year, count: policy.periods.count }, period),
    sitting: { on, body, entitled: named(entitled), quorum: quorumOf(entitled.length) },
    mayHold: may.general.includes('appraise'),
    mayPrepare: may.general.includes('prepareAppraisal'),
    draft,
    meetings: round.meetings.map((meeting) => heldLine(meeting, words, named)),
    members: ready.map((matter) => {
      const { abilities, appraiser } = may.apart.get(matter.personId) ?? {
        abilities: may.general,
        appraiser: null,
      };
      return {
        ...toAppraise(matter, known),
        mayAppraise: abilities.includes('appraise'),
        mayPrepare: abilities.includes('prepareAppraisal'),
        appraiser,
        draft: draftOf<DecisionDraft>(papers.get(matter.personId)),
      };
    }),
    /** With the organisation above, which decides (G36). */
    ties: (await tieLines(tx, tied, known, { actor, organisationId, today })).map((line) => ({
      ...line,
      draft: draftOf<DecisionDraft>(papers.get(line.member.id)),
    })),
    /** Not yet at this step, or past it. */
    others: matters
      .filter((matter) => !asked.includes(matter))
      .map((matter) => otherLine(matter, names, today)),
  };
}

function heldLine(
  { meetingId, seq, present, absent, on }: Meeting,
  words: ReadonlyMap<number, unknown>,
  named: (ids: readonly string[]) => { id: string; name: string }[],
) {
  const { place = '', host = '' } = (words.get(seq) ?? {}) as Partial<MeetingDraft>;
  return { meetingId, on, place, host, present: named(present), absent: absent.length };
}

function otherLine(matter: Matter, names: ReadonlyMap<string, string>, today: Day) {
  const state = stateOn(matter, today);
  return {
    member: { id: matter.personId, name: names.get(matter.personId) ?? '' },
    state: STATES[state],
    isBefore: BEFORE.includes(state),
  };
}

const READY: readonly State[] = ACTS.appraise.from;
const BEFORE: readonly State[] = ['open', 'applied', 'opined'];
const isReady = (matter: Matter, today: Day) => READY.includes(stateOn(matter, today));

const draftOf = <Content>(row: WorkingPaperRow | undefined) =>
  row === undefined ? null : { version: row.version, content: JSON.parse(row.content) as Content };
