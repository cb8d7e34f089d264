/** The appeals of one member's quarter: what was lodged and answered, and what the reader may do. */
import type { AccessObject, Actor } from '../../../domain/access/actor.ts';
import { isOwn } from '../../../domain/access/grant.ts';
import { can } from '../../../domain/access.ts';
import type { Holidays } from '../../../domain/calendar/holidays.ts';
import { yearBook } from '../../../domain/fact.ts';
import type { Day } from '../../../domain/period.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { appealable, openAppeals, putRightIn } from '../../../domain/round/appeal.ts';
import { matterStream } from '../../../domain/round/facts.ts';
import type { Matter } from '../../../domain/round/matter.ts';
import { accessObject } from '../../accessObject.ts';
import { dayInShanghai } from '../../dayInShanghai.ts';
import type { Reading } from '../../ports.ts';
import { type Here, loadMatters, matterOf } from '../../round/roundState.ts';
import { dueFrom } from './due.ts';

type Asked = { readonly actor: Actor; readonly today: Day; readonly holidays: Holidays };

/** Refuses a round that is not open and somebody who is not in it. */
export async function memberAppeals(tx: Reading, here: Here, personId: string, asked: Asked) {
  const { actor, today, holidays } = asked;
  const state = await loadMatters(tx, here, [personId]);
  if (isRefusal(state)) return state;
  const matter = matterOf(state, here, personId);
  if (isRefusal(matter)) return matter;
  const object = await accessObject(tx, here.organisationId, today, { about: [personId] });
  const mayAnswer = can(actor, 'answerAppeal', object) === true;
  const said = await saidIn(tx, here, matter);
  return {
    appeals: matter.appeals.map(
      ({ appealId, answerTo, onBehalf, answerUntil, upheld, lodgedSeq, answeredSeq }) => ({
        id: appealId,
        about: subjectOf(matter, answerTo),
        onBehalf,
        on: said.dayOf(lodgedSeq),
        due: upheld === null ? dueFrom(answerUntil, today, holidays) : null,
        upheld,
        ...(mayAnswer || isTheirs(actor, object) ? { words: said.textOf(lodgedSeq)?.words ?? '' } : {}),
        answer: answeredSeq === null ? null : (said.textOf(answeredSeq)?.answer ?? ''),
      }),
    ),
    mayLodge: mayLodge(actor, object, matter),
    mayAnswer,
    putRight: putRightIn(here.period, state.policy.periods.count),
  };
}

const isTheirs = (actor: Actor, object: AccessObject): boolean =>
  actor.kind === 'person' && isOwn(actor, object);

function mayLodge(actor: Actor, object: AccessObject, matter: Matter) {
  if (openAppeals(matter).length > 0 || can(actor, 'lodgeAppeal', object) !== true) return [];
  return appealable(matter).map((objection) => ({ objection, about: subjectOf(matter, objection) }));
}

function subjectOf({ objections }: Matter, objectionId: string | null): 'points' | 'kept' | 'changed' {
  if (objectionId === null) return 'points';
  return objections.find((one) => one.objectionId === objectionId)?.changed === true ? 'changed' : 'kept';
}

type Said = { readonly words?: string; readonly answer?: string };

async function saidIn(tx: Reading, { organisationId, year, period }: Here, { personId, appeals }: Matter) {
  const seqs = appeals.flatMap(({ lodgedSeq, answeredSeq }) =>
    answeredSeq === null ? [lodgedSeq] : [lodgedSeq, answeredSeq],
  );
  const texts = seqs.length === 0 ? [] : await tx.textsOf(organisationId, yearBook(year), seqs);
  const words = new Map(texts.map(({ seq, content }) => [seq, JSON.parse(content) as Said]));
  const rows =
    seqs.length === 0
      ? []
      : await tx.factsOf(organisationId, yearBook(year), [matterStream(period, personId)]);
  const days = new Map(rows.map(({ seq, at }) => [seq, dayInShanghai(at)]));
  return { textOf: (seq: number) => words.get(seq), dayOf: (seq: number) => days.get(seq) ?? '' };
}
