/** A supplying body's page (G38): whom and what it may propose about in the open rounds, and what became of its own proposals. */
import { type Actor, actorText } from '../../../domain/access/actor.ts';
import { bodiesOf } from '../../../domain/access/evidence.ts';
import { readFact, yearBook } from '../../../domain/fact.ts';
import { type Day, yearOf } from '../../../domain/period.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { actRefusal, type Matter } from '../../../domain/round/matter.ts';
import { accessObject } from '../../accessObject.ts';
import { namesShownTo } from '../../maskNames.ts';
import { filesIn } from '../../evidence/evidenceLines.ts';
import type { Reading } from '../../ports.ts';
import { type Here, loadRound, type RoundState } from '../../round/roundState.ts';
import { deductionItems } from './deductionItems.ts';
import { deductionLines } from './claimLines.ts';
import { labelOf } from './roundDesk.ts';

type Asked = { readonly actor: Actor; readonly today: Day };

/** Rounds of this year and the one before. Of members, who they are and nothing else, by number where names are masked. */
export async function findingsPage(tx: Reading, organisationId: string, { actor, today }: Asked) {
  const shown = await namesShownTo(tx, actor, await accessObject(tx, organisationId, today));
  const bodies = bodiesOf(actor, organisationId);
  const persons = new Map((await tx.persons(organisationId, {})).map((row) => [row.personId, row]));
  const rounds = [];
  const proposed = [];
  for (const here of await roundsOpened(tx, organisationId, yearOf(today))) {
    const state = await loadRound(tx, here);
    if (isRefusal(state)) continue;
    const { year, period } = here;
    const label = `${year} 年${labelOf(state.policy, period)}`;
    const open = [...state.round.matters.values()].filter(
      (matter) => mayPropose(matter, today) && !isSelf(actor, organisationId, matter.personId),
    );
    const members = open.flatMap(({ personId: id }) => {
      const row = persons.get(id);
      return row === undefined ? [] : [{ id, name: shown(row.name), number: row.number }];
    });
    if (members.length > 0)
      rounds.push({
        year,
        period,
        label,
        items: itemsFor(state.policy, bodies),
        members: members.toSorted((a, b) => (a.number < b.number ? -1 : 1)),
      });
    for (const one of await ownProposals(tx, here, state, { actor, today })) {
      const name = shown(persons.get(one.personId)?.name ?? '');
      proposed.push({ ...one.line, year, period, label, member: { id: one.personId, name } });
    }
  }
  return { bodies: [...bodies], rounds, proposed: proposed.toReversed() };
}

const mayPropose = (matter: Matter, today: Day) =>
  actRefusal(matter, 'proposeDeduction', today) === undefined;

const isSelf = (actor: Actor, organisationId: string, personId: string) =>
  actor.kind === 'person' &&
  actor.selves.some((self) => self.organisationId === organisationId && self.personId === personId);

async function roundsOpened(tx: Reading, organisationId: string, year: number): Promise<Here[]> {
  const opened: Here[] = [];
  for (const one of [year - 1, year]) {
    const facts = await tx.factsOfTypes(organisationId, yearBook(one), ['roundOpened']);
    for (const row of facts) {
      const fact = readFact(row);
      if (fact.type === 'roundOpened') opened.push({ organisationId, year: one, period: fact.period });
    }
  }
  return opened;
}

/** Without those that only another body's finding can support. */
const itemsFor = (policy: Policy, bodies: readonly string[]) =>
  deductionItems(policy)
    .map((item) => ({ item, needed: policy.findings?.needed.find((one) => one.item === item.id) }))
    .filter(({ needed }) => needed?.by === undefined || needed.by.some((body) => bodies.includes(body)))
    .map(({ item, needed }) => ({ ...item, finding: needed !== undefined }));

async function ownProposals(
  tx: Reading,
  here: Here,
  { round, policy, actors }: RoundState,
  { actor, today }: Asked,
) {
  const own = (seq: number) => actors.get(seq) === actorText(actor);
  const matters = [...round.matters.values()]
    .map((matter) => ({ ...matter, proposals: matter.proposals.filter(({ seq }) => own(seq)) }))
    .filter(({ proposals }) => proposals.length > 0);
  if (matters.length === 0) return [];
  const seqs = matters.flatMap(({ proposals }) => proposals.map(({ seq }) => seq));
  const texts = await tx.textsOf(here.organisationId, yearBook(here.year), seqs);
  const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as unknown]));
  const people = matters.map(({ personId }) => personId);
  const files = await filesIn(tx, here, { actor, policy, mayOf: () => [] }, people);
  return matters.flatMap((matter) =>
    deductionLines(policy, matter, words, files).map(
      ({ answer: _answer, withdrawn, upheld, answerUntil, ...line }) => {
        const proposal = matter.proposals.find(({ proposalId }) => proposalId === line.proposalId);
        const answered = proposal?.answeredSeq !== null;
        return {
          personId: matter.personId,
          line: {
            ...line,
            became: becameOf({ withdrawn, upheld, answered, answerUntil }),
            mayWithdraw: !withdrawn && mayPropose(matter, today),
          },
        };
      },
    ),
  );
}

type Course = {
  readonly withdrawn: boolean;
  readonly upheld: boolean | null;
  readonly answered: boolean;
  readonly answerUntil: string;
};

/** That the member answered, but not what. */
function becameOf({ withdrawn, upheld, answered, answerUntil }: Course): string {
  if (withdrawn) return '已撤回。';
  if (upheld !== null) return upheld ? '支部评议采纳。' : '支部评议没有采纳。';
  return answered ? '本人已经答复，等支部评议。' : `已送达本人，本人可以在 ${answerUntil} 前答复。`;
}
