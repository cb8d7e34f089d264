/** The scorekeeper's sheet (An1.4): everybody's tasks with what the member claims and the leader says, the draft, the proposed deductions. */
import type { Ability } from '../../../domain/access.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { yearBook } from '../../../domain/fact.ts';
import type { Day } from '../../../domain/period.ts';
import { isRefusal, type Refusal, refuse } from '../../../domain/refusal.ts';
import { type ActName, STATES } from '../../../domain/round/acts.ts';
import { actRefusal, type Matter, stateOn } from '../../../domain/round/matter.ts';
import { personOf } from '../../personOf.ts';
import type { PersonRow, Reading, WorkingPaperRow } from '../../ports.ts';
import { tasksDue, type WordedTask } from '../../round/dueTasks.ts';
import { type Here, loadRound, type RoundState } from '../../round/roundState.ts';
import { type SheetDraft, sheetPaperKind } from '../../round/sheetPaper.ts';
import { abilitiesIn, type AbilitiesIn } from './abilitiesIn.ts';
import { filesIn } from '../../evidence/evidenceLines.ts';
import { deductionLines } from './claimLines.ts';
import { deductionItems } from './deductionItems.ts';
import { labelOf } from './roundDesk.ts';
import { taskLine } from './taskLine.ts';
import { upheldAppeals } from './upheldAppeals.ts';

type Asked = { readonly today: Day; readonly actor: Actor };
export type SheetPage = Awaited<ReturnType<typeof pageFrom>>;

/** In the order of the members' numbers. Refuses a round that is not open. */
export async function sheetPage(tx: Reading, here: Here, asked: Asked): Promise<SheetPage | Refusal> {
  const state = await loadRound(tx, here);
  if (isRefusal(state)) return state;
  if (state.round.opened === null) return refuse('roundNotOpen', 'An1.4', { period: here.period });
  return pageFrom(tx, here, state, asked);
}

async function pageFrom(tx: Reading, here: Here, { policy, round }: RoundState, { today, actor }: Asked) {
  const { organisationId, year, period } = here;
  const people = [...round.matters.keys()];
  const rows = (await tx.persons(organisationId, {})).filter(({ personId }) => round.matters.has(personId));
  const due = await tasksDue(tx, here, people);
  const papers = new Map(
    (await tx.workingPapers(organisationId, sheetPaperKind(here))).map((row) => [row.paperId, row]),
  );
  const seqs = [...round.matters.values()].flatMap(({ proposals }) =>
    proposals.flatMap(({ seq, answeredSeq }) => (answeredSeq === null ? [seq] : [seq, answeredSeq])),
  );
  const texts = await tx.textsOf(organisationId, yearBook(year), seqs);
  const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as unknown]));
  const may = await abilitiesIn(tx, actor, organisationId, today);
  const mayOf = (personId: string) => may.apart.get(personId)?.abilities ?? may.general;
  const files = await filesIn(tx, here, { actor, policy, mayOf });
  const upheld = await upheldAppeals(tx, here, policy);
  return {
    label: labelOf(policy, period),
    today,
    items: deductionItems(policy),
    suppliers: policy.suppliers,
    lines: rows
      .toSorted((a, b) => (a.number < b.number ? -1 : 1))
      .flatMap((row) => {
        const matter = round.matters.get(row.personId);
        if (matter === undefined) return [];
        return [
          {
            ...lineOf(row, matter, today, may),
            upheldAppeals: upheld.get(row.personId) ?? [],
            tasks: (due.get(row.personId) ?? []).map((task) => sheetTask(task, matter)),
            deductions: deductionLines(policy, matter, words, files),
            draft: draftOf(papers.get(row.personId)),
          },
        ];
      }),
  };
}

function lineOf(row: PersonRow, matter: Matter, today: Day, { general, apart }: AbilitiesIn) {
  const own = apart.get(row.personId)?.abilities ?? general;
  const may = (act: ActName, ability: Ability) =>
    actRefusal(matter, act, today) === undefined && own.includes(ability);
  return {
    member: { id: row.personId, name: row.name },
    number: row.number,
    group: personOf(row).group,
    state: STATES[stateOn(matter, today)],
    mayAssess: may('assess', 'assess'),
    assessor: apart.get(row.personId)?.keeper ?? null,
    mayPropose: may('proposeDeduction', 'proposeDeduction'),
    mayCorrect: may('proposeCorrection', 'proposeCorrection'),
    isDue: actRefusal(matter, 'assess', today) === undefined,
    unsigned: matter.opinion?.unsigned ?? false,
    quality: matter.opinion?.quality ?? null,
  };
}

function sheetTask(task: WordedTask, matter: Matter) {
  const { own, standard: _standard, decided: _decided, ...line } = taskLine(task, matter, undefined);
  return { ...line, own: own === null ? null : { done: own.done, claimed: own.claimed } };
}

function draftOf(row: WorkingPaperRow | undefined) {
  if (row === undefined) return null;
  const { tasks, words } = JSON.parse(row.content) as SheetDraft;
  return { version: row.version, tasks, words };
}
