/** An application as it is written: prefilled from the plan in force, checked field by field, and as it goes over the wire. */
import type { Matter } from '../../contract/round.ts';
import type { ApplicationForm } from '../../contract/roundMember.ts';
import { formatPoints, parsePoints } from '../../domain/points.ts';
import { roundPeopleWords as words } from '../words/roundPeople.ts';

export type TaskClaim = ApplicationForm['tasks'][number];
export type BonusClaim = ApplicationForm['bonuses'][number];

/** The draft as it was left, over tasks of the plan as it now stands: what is not in the draft is done in full. */
export function startFrom({ tasks }: Matter, draft: ApplicationForm | undefined): ApplicationForm {
  return {
    bonuses: draft?.bonuses.map(filled) ?? [],
    selfReported: draft?.selfReported ?? '',
    helper: draft?.helper ?? '',
    paperOn: draft?.paperOn ?? '',
    tasks: tasks.map(
      ({ taskId, planned }) =>
        draft?.tasks.find((one) => one.taskId === taskId) ?? {
          taskId,
          done: 'done',
          claimed: planned,
          words: '',
        },
    ),
  };
}

export const NO_BONUS: BonusClaim = { item: '', day: '', reason: '', document: '', evidence: [] };
/** A draft kept before there were files has none. */
const filled = (bonus: BonusClaim): BonusClaim => ({ ...NO_BONUS, ...bonus });

/** What each field lacks, by its id; empty: it may go. */
export function faultsOf(form: ApplicationForm, { tasks }: Matter, onBehalf: boolean): Map<string, string> {
  const faults = new Map<string, string>();
  for (const { taskId, claimed } of form.tasks) {
    const most = parsePoints(tasks.find((task) => task.taskId === taskId)?.planned ?? '');
    const points = parsePoints(claimed.trim());
    if (points === undefined || points < 0 || most === undefined || points > most)
      faults.set(`claimed-${taskId}`, words.badPoints);
  }
  form.bonuses.forEach((bonus, index) => {
    for (const field of ['item', 'day', 'reason', 'document'] as const)
      if (bonus[field].trim() === '') faults.set(`${field}-${index}`, words.needed);
  });
  if (onBehalf)
    for (const field of ['helper', 'paperOn'] as const)
      if (form[field].trim() === '') faults.set(field, words.needed);
  return faults;
}

/** Of a form without faults. */
export function wireOf(form: ApplicationForm, onBehalf: boolean) {
  const twoDecimals = (text: string) => {
    const points = parsePoints(text.trim());
    return points === undefined ? text : formatPoints(points);
  };
  return {
    tasks: form.tasks.map((task) => ({ ...task, claimed: twoDecimals(task.claimed) })),
    bonuses: form.bonuses.map((bonus) => ({ ...bonus, achievement: null })),
    selfReported: form.selfReported.trim() === '' ? null : form.selfReported,
    onBehalf: onBehalf ? { helper: form.helper, on: form.paperOn } : null,
  };
}
