/** How the drafts stand: saved, saved elsewhere meanwhile, or written twice. */
import type { DecisionDraft, MeetingDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';
import { KeptNote, TwoDrafts } from '../draft/KeptNote.tsx';
import { meetingWords as words } from '../words/meeting.ts';
import { optionsOf } from './Claim.tsx';
import { pointsOf, type Said } from './decisionForm.ts';
import { MEETING } from './meetingPapers.ts';
import type { PapersState } from './usePapers.ts';

type Props = { readonly page: MeetingMode; readonly papers: PapersState };

export function Saving({ page, papers }: Props) {
  const { state, conflicts, elsewhere, settle } = papers;
  const nameOf = (name: string) =>
    name === MEETING ? words.theMeeting : (lineOf(page, name)?.member.name ?? '');
  return (
    <div className="unprinted">
      <KeptNote state={state}>
        {elsewhere.length > 0 && words.elsewhere(elsewhere.map(nameOf).join('、'))}
      </KeptNote>
      {Object.entries(conflicts).map(([name, { content }]) => (
        <TwoDrafts key={name} title={words.conflict(nameOf(name))} choose={(theirs) => settle(name, theirs)}>
          <p>{told(page, name, content)}</p>
        </TwoDrafts>
      ))}
    </div>
  );
}

const lineOf = ({ members, ties }: MeetingMode, id: string): Said | undefined =>
  members.find(({ member }) => member.id === id) ?? ties.find(({ member }) => member.id === id);

function told(page: MeetingMode, name: string, content: MeetingDraft | DecisionDraft): string {
  if (name === MEETING) return meetingTold(page, content as MeetingDraft);
  const line = lineOf(page, name);
  return line === undefined ? '' : decisionTold(line, content as DecisionDraft);
}

function meetingTold({ sitting }: MeetingMode, { on, place, host, present, minutes }: MeetingDraft): string {
  const there = sitting.entitled.filter(({ id }) => present.includes(id)).map(({ name }) => name);
  return [on, place, host, `${words.present} ${there.join('、')}`, minutes].filter(Boolean).join('；');
}

function decisionTold({ tasks, bonuses, deductions }: Said, draft: DecisionDraft): string {
  const picked = (yes: boolean | undefined, [is, isNot]: readonly [string, string]) =>
    yes === undefined ? words.undecided : yes ? is : isNot;
  return [
    ...tasks.map(({ taskId, wording }) => `${wording} ${pointsOf(draft, taskId)}`),
    ...bonuses.map(({ bonusId, item }) => {
      const accepted = draft.bonuses.find((one) => one.bonusId === bonusId)?.accepted;
      return `${item.name} ${picked(accepted, [words.accept, words.refuse])}`;
    }),
    ...deductions.map((deduction) => {
      const upheld = draft.deductions.find(({ proposalId }) => proposalId === deduction.proposalId)?.upheld;
      return `${deduction.item.name} ${picked(upheld, optionsOf(deduction))}`;
    }),
    `${words.for} ${draft.votes.for}，${words.against} ${draft.votes.against || '0'}，${words.abstained} ${draft.votes.abstained || '0'}`,
    draft.words,
  ]
    .filter(Boolean)
    .join('；');
}
