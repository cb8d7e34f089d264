/** The quarter's tasks with everybody's word on each: the member, the leader, the sheet, the meeting. */
import type { Matter } from '../../contract/round.ts';
import { type Column, Listing } from '../parts/Listing.tsx';
import { planWords } from '../words/plan.ts';
import { roundPeopleWords as words } from '../words/roundPeople.ts';

type Task = Matter['tasks'][number];

export function Tasks({
  matter: { tasks, opinion, late, onBehalf, sheetWords },
}: {
  readonly matter: Matter;
}) {
  const columns: Column<Task>[] = [
    {
      key: 'wording',
      title: words.task,
      head: true,
      render: ({ wording, kind, standard }) => (
        <>
          {wording}
          <span className="person-more">{[planWords.kinds[kind], standard].filter(Boolean).join('；')}</span>
        </>
      ),
    },
    { key: 'planned', title: words.planned, figure: true, render: ({ planned }) => planned },
    {
      key: 'own',
      title: words.own,
      short: true,
      render: ({ own }) => (own === null ? '—' : words.done[own.done]),
    },
    {
      key: 'claimed',
      title: words.claimed,
      figure: true,
      render: ({ own }) => own?.claimed ?? '—',
    },
    {
      key: 'leader',
      title: words.leader,
      render: ({ leader }) =>
        leader === null ? (opinion?.unsigned === true ? words.unsigned : '—') : words.done[leader],
    },
    { key: 'sheet', title: words.sheet, figure: true, render: ({ sheet }) => sheet ?? '—' },
    {
      key: 'decided',
      title: words.decided,
      figure: true,
      render: ({ decided, expected }) =>
        decided === null ? '—' : `${decided}${expected ? `（${words.expected}）` : ''}`,
    },
    { key: 'words', title: words.said, wide: true, render: ({ own }) => own?.words ?? '' },
  ];
  return (
    <section className="block" aria-labelledby="tasks">
      <h2 id="tasks">{words.tasks}</h2>
      {late && <p>{words.late}</p>}
      {onBehalf !== null && <p>{words.onBehalf(onBehalf.helper, onBehalf.on)}</p>}
      {tasks.length === 0 ? (
        <p className="quiet">{words.noTasks}</p>
      ) : (
        <Listing caption={words.tasks} columns={columns} rows={tasks} rowKey={({ taskId }) => taskId} />
      )}
      {opinion !== null && (
        <p>
          {words.opinion}：{opinion.quality === null ? words.unsigned : words.quality[opinion.quality]}
          {opinion.words !== '' && `；${opinion.words}`}
        </p>
      )}
      {sheetWords !== null && sheetWords !== '' && (
        <p>
          {words.sheetWords}：{sheetWords}
        </p>
      )}
    </section>
  );
}
