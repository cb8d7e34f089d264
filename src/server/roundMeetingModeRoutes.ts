/** 支部评议: what the meeting reads, and its drafts as they are typed. */
import { actorText } from '../domain/access/actor.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { saveDecision, saveMeeting } from '../service/round/meetingPaper.ts';
import { type MeetingPage, meetingPage } from '../service/views/round/meetingPage.ts';
import type { DecisionDraft, MeetingDraft, MeetingMode } from '../contract/roundMeetingMode.ts';
import type { Guarded } from './guarded.ts';
import { hereOf } from './here.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

export function roundMeetingModeRoutes(os: Guarded, { world }: Services) {
  const today = () => dayInShanghai(world.now());
  return {
    meetingMode: os.meetingMode.handler(async ({ input, context: { actor } }): Promise<MeetingMode> => {
      const asked = { today: today(), actor };
      const page = granted(await world.store.read((tx) => meetingPage(tx, hereOf(input), asked)));
      return {
        ...page,
        draft: page.draft as Kept<MeetingDraft>,
        members: page.members.map((one) => ({ ...one, ...mutable(one) })),
        ties: page.ties.map((one) => ({ ...one, ...mutable(one) })),
      };
    }),
    saveMeeting: os.saveMeeting.handler(async ({ input, context: { actor } }) => {
      const saved = { content: input.draft, by: writer(actorText(actor)), expected: input.expected };
      return { version: granted(await saveMeeting(world, hereOf(input), saved)) };
    }),
    saveDecision: os.saveDecision.handler(async ({ input, context: { actor } }) => {
      const { member: personId, draft: content, expected } = input;
      const saved = { content, by: writer(actorText(actor)), expected };
      const about = { personId, today: today() };
      return { version: granted(await saveDecision(world, hereOf(input), about, saved)) };
    }),
  };
}

type Line = Pick<MeetingPage['members'][number], 'bonuses' | 'deductions' | 'draft'>;

const mutable = ({ bonuses, deductions, draft }: Line) => ({
  bonuses: bonuses.map((bonus) => ({ ...bonus, evidence: [...bonus.evidence] })),
  deductions: deductions.map((line) => ({ ...line, evidence: [...line.evidence] })),
  draft: draft as Kept<DecisionDraft>,
});

/** Drafts on the wire are the drafts that were kept. */
type Kept<Content> = { version: number; content: Content } | null;

const writer = (actor: string) => actor.replace(/^person:/, '');
