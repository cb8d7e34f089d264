/** 评议材料: everybody to be appraised on one page, to read before the meeting and to print. */
import { Button } from 'antd';
import type { MeetingDraft, MeetingMode } from '../../contract/roundMeetingMode.ts';
import type { RoundAddress } from '../round/queries.ts';
import { RoundPaper } from '../round/RoundPaper.tsx';
import { meetingWords as words } from '../words/meeting.ts';
import { paperWords } from '../words/papers.ts';
import { BonusSaid, DeductionSaid } from './Claim.tsx';
import type { ToAppraise } from './decisionForm.ts';
import { Inputs } from './Inputs.tsx';
import { TaskHead, TaskRow } from './TaskRow.tsx';

type Props = {
  readonly at: RoundAddress;
  readonly page: MeetingMode;
  readonly meeting: MeetingDraft;
};

export function Package({ at, page, meeting }: Props) {
  const { members, others, sitting } = page;
  const before = others.filter(({ isBefore }) => isBefore);
  const past = others.length - before.length;
  return (
    <section className="block" aria-labelledby="package">
      <h2 id="package">
        {words.before}（{words.ready(members.length)}）
      </h2>
      <p className="printed">{words.printedHead(meeting.on, meeting.place, meeting.host)}</p>
      {members.length === 0 ? (
        <p className="empty">{words.none}</p>
      ) : (
        <p className="acts unprinted">
          <Button onClick={() => window.print()}>{words.print}</Button>
          <RoundPaper at={at} kind="meetingPackage" label={paperWords.meetingPackage} />
          <span className="quiet">{words.printNote}</span>
        </p>
      )}
      {before.length > 0 && (
        <p>
          {words.notYet(before.length)}：
          {before.map(({ member, state }) => words.personState(member.name, state)).join('、')}
        </p>
      )}
      {past > 0 && <p className="quiet">{words.past(past)}</p>}
      {members.map((line) => (
        <Dossier key={line.member.id} line={line} on={sitting.on} />
      ))}
    </section>
  );
}

function Dossier({ line, on }: { readonly line: ToAppraise; readonly on: string }) {
  const { member, number, group, tasks, bonuses, deductions, opinion, appraiser } = line;
  return (
    <article className="meet-dossier" aria-labelledby={`dossier-${member.id}`}>
      <h3 id={`dossier-${member.id}`}>
        {member.name} <span className="h1-more">{[number, group].filter(Boolean).join(' · ')}</span>
      </h3>
      {appraiser !== null && <p className="quiet">{words.instead(appraiser)}</p>}
      <Inputs line={line} />
      {tasks.length === 0 ? (
        <p className="quiet">{words.noTasks}</p>
      ) : (
        <div className="meet-grid">
          <TaskHead deciding={false} />
          {tasks.map((task) => (
            <TaskRow
              key={task.taskId}
              task={task}
              item={null}
              unsigned={opinion?.unsigned === true}
              decide={null}
            />
          ))}
        </div>
      )}
      {bonuses.length > 0 && <h4>{words.bonuses}</h4>}
      <ul className="notes">
        {bonuses.map((bonus) => (
          <li key={bonus.bonusId}>
            <BonusSaid member={member.id} bonus={bonus} />
          </li>
        ))}
      </ul>
      {deductions.length > 0 && <h4>{words.deductions}</h4>}
      <ul className="notes">
        {deductions.map((deduction) => (
          <li key={deduction.proposalId}>
            <DeductionSaid member={member.id} deduction={deduction} on={on} />
          </li>
        ))}
      </ul>
    </article>
  );
}
