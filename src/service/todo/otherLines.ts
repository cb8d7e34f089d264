/** What waits outside the rounds: exemptions, a scorekeeper's handover, a roster that was read and not taken in. */
import { can } from '../../domain/access.ts';
import type { PersonActor } from '../../domain/access/actor.ts';
import { type ExemptionMatter, EXEMPTION_FACTS, takeExemption } from '../../domain/exemption/matter.ts';
import { readFact, REGISTER } from '../../domain/fact.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';
import { OFFICES } from '../../domain/office/office.ts';
import { whoActs } from '../../domain/office/substitute.ts';
import type { Reading } from '../ports.ts';
import { ROSTER_PAPER } from '../rosterPaper.ts';
import type { Line } from './line.ts';
import type { Place } from './places.ts';
import { decidingBody, insteadWords } from './roundLines.ts';

const idsOf = (places: readonly Place[]) => places.map(({ organisation }) => organisation.organisationId);

const bare = (
  { organisationId, name }: Place['organisation'],
  said: Pick<Line, 'what' | 'does' | 'says' | 'count' | 'clause' | 'address'>,
): Line => ({ ...said, organisation: { id: organisationId, name }, period: '', due: null, instead: '' });

/** One query. */
export async function exemptionLines(
  tx: Reading,
  actor: PersonActor,
  places: readonly Place[],
): Promise<Line[]> {
  const facts = await tx.factsOfTypesIn(idsOf(places), REGISTER, EXEMPTION_FACTS);
  const byPlace = Map.groupBy(facts, (row) => row.organisationId);
  return places.flatMap((place) => {
    const matters = mattersOf(byPlace.get(place.organisation.organisationId) ?? []);
    const opinions = matters.filter(({ state, personId }) => {
      return state === 'applied' && can(actor, 'giveExemptionOpinion', place.objectOf(personId)) === true;
    });
    const decisions = matters.filter(({ state, personId }) => {
      return state === 'considered' && can(actor, 'approveExemption', place.objectOf(personId)) === true;
    });
    return [...opinionLines(actor, place, opinions), ...decisionLines(actor, place, decisions)];
  });
}

function mattersOf(rows: readonly Chained[]): ExemptionMatter[] {
  const matters = new Map<string, ExemptionMatter>();
  for (const row of rows) takeExemption(matters, readFact(row), row);
  return [...matters.values()];
}

function opinionLines(actor: PersonActor, place: Place, matters: readonly ExemptionMatter[]): Line[] {
  const { organisationId } = place.organisation;
  return matters.map(({ personId }) => {
    const {
      organisation,
      above = [],
      about = [],
      users = [],
      roll = [],
      away = new Map(),
    } = place.objectOf(personId);
    const acting = whoActs('secretary', { organisation, above, about, users, roll, away });
    const holds = actor.offices.some(
      (one) => one.organisationId === organisation && one.office === 'secretary',
    );
    return {
      ...bare(place.organisation, {
        what: 'giveExemptionOpinion',
        does: '填注支部意见（不参加积分制管理）',
        says: '1 名党员的申请待填注意见',
        count: 1,
        clause: '2',
        address: `/organisation/${organisationId}/exemption/${personId}`,
      }),
      instead: holds ? '' : insteadWords(OFFICES.secretary, acting),
    };
  });
}

function decisionLines(
  actor: PersonActor,
  { organisation, base }: Place,
  matters: readonly ExemptionMatter[],
) {
  const [first, ...others] = matters;
  if (first === undefined) return [];
  const body = decidingBody(actor, base.above ?? []) ?? organisation.organisationId;
  const address =
    others.length === 0
      ? `/organisation/${organisation.organisationId}/exemption/${first.personId}`
      : `/organisation/${body}/exemptions`;
  const said = { what: 'approveExemption', does: '审批不参加积分制管理', count: matters.length, clause: '2' };
  return [bare(organisation, { ...said, says: `${matters.length} 名党员的申请待审批`, address })];
}

/** One query: papers that were read and wait for somebody to say that they are right. */
export async function rosterLines(
  tx: Reading,
  actor: PersonActor,
  places: readonly Place[],
): Promise<Line[]> {
  const papers = await tx.papersIn(idsOf(places), ROSTER_PAPER.kind);
  return places
    .filter(({ organisation }) => papers.some((one) => one.organisationId === organisation.organisationId))
    .filter(({ base }) => can(actor, 'keepRegister', base) === true)
    .map(({ organisation }) =>
      bare(organisation, {
        what: 'roster',
        does: '确认读入的名册',
        says: '已读入，还没有登记',
        count: 1,
        clause: null,
        address: `/organisation/${organisation.organisationId}/register/import`,
      }),
    );
}

/** Two queries: whoever hands over or takes over keeping the score confirms it (An1.2), whatever else they hold. */
export async function handoverLines(
  tx: Reading,
  { selves }: PersonActor,
  nameOf: (organisationId: string) => string,
): Promise<Line[]> {
  const ids = [...new Set(selves.map(({ organisationId }) => organisationId))];
  const offices = Map.groupBy(await tx.holdersIn(ids), (row) => row.organisationId);
  const facts = await tx.factsOfTypesIn(ids, REGISTER, ['handoverConfirmed', 'scorekeeperHandedOver']);
  const said = facts.map((row) => ({ organisationId: row.organisationId, fact: readFact(row) }));
  return selves.flatMap(({ organisationId, personId }) => {
    const keepers = (offices.get(organisationId) ?? []).filter(
      ({ office, deputyOf }) => office === 'scorekeeper' && deputyOf === null,
    );
    const [former, next] = keepers.slice(-2);
    if (former === undefined || next === undefined) return [];
    if (former.personId !== personId && next.personId !== personId) return [];
    const isSaid = said.some(
      ({ organisationId: where, fact }) =>
        where === organisationId &&
        ((fact.type === 'scorekeeperHandedOver' && fact.officeId === next.officeId) ||
          (fact.type === 'handoverConfirmed' &&
            fact.officeId === next.officeId &&
            fact.personId === personId)),
    );
    if (isSaid) return [];
    return [
      bare(
        { organisationId, name: nameOf(organisationId) },
        {
          what: 'confirmHandover',
          does: '确认记分工作的移交',
          says: former.personId === personId ? '由您移交' : '由您接收',
          count: 1,
          clause: 'An1.2',
          address: `/organisation/${organisationId}/handover`,
        },
      ),
    ];
  });
}
