/** 代行 in words: which offices stand empty or have their holder away, why, and who acts meanwhile (G17). */
import type { AccessObject } from '../../domain/access/actor.ts';
import { type Level, type OfficeKind, OFFICES } from '../../domain/office/office.ts';
import { type Acting, whoActs } from '../../domain/office/substitute.ts';
import type { Day } from '../../domain/period.ts';
import type { OfficeRow, Reading } from '../ports.ts';
import { shortDay } from './naming.ts';

/** The offices without which the measure's year cannot run. */
export const EXPECTED: Readonly<Record<Level, readonly OfficeKind[]>> = {
  branch: ['secretary', 'scorekeeper', 'checker'],
  generalBranch: ['secretary'],
  committee: ['secretary', 'committeeOfficer'],
  machine: ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'],
};

export const ACTS_AS: Readonly<Record<Exclude<Acting['as'], 'holder' | 'nobody'>, string>> = {
  checker: '核对人',
  deputy: '副手',
  secretary: '书记',
  above: '上级党组织',
  colleague: '本组织其他任职人员',
};

/** 「记分员空缺，由书记李梅代行。」「记分员郑𠮷请假（4月1日至4月8日），由副手孙丽代行。」 */
export async function substitutions(
  tx: Reading,
  object: AccessObject,
  level: Level,
  today: Day,
): Promise<string[]> {
  const { organisation, above = [], roll = [], away = new Map() } = object;
  const name = async (organisationId: string, personId: string) =>
    (await tx.person(organisationId, personId))?.name ?? '';
  const rows = new Map((await tx.offices(organisation)).map((row) => [row.officeId, row]));
  const absent = roll.filter((one) => one.organisationId === organisation && away.has(one.officeId));
  const found: string[] = [];
  for (const office of new Set([...EXPECTED[level], ...absent.map((one) => one.office)])) {
    const acting = whoActs(office, { organisation, above, roll, away, about: [], users: [] });
    if (acting.as === 'holder') continue;
    const names = await Promise.all(acting.holders.map((one) => name(one.organisationId, one.personId)));
    const holder = absent.find((one) => one.office === office && one.deputyOf === null);
    const row = rows.get(holder?.officeId ?? '');
    const who = holder === undefined ? '' : await name(organisation, holder.personId);
    found.push(`${OFFICES[office]}${whyNot(acting, row, who, today)}，${actingWords(acting, names)}。`);
  }
  return found;
}

function whyNot({ because }: Acting, row: OfficeRow | undefined, who: string, today: Day): string {
  if (because !== 'onLeave' || row === undefined) return because === 'silent' ? `${who}逾期未办` : '空缺';
  return `${who}请假（${spanOf(row.awayFrom ?? today, row.awayUntil)}）`;
}

const actingWords = ({ as }: Acting, names: readonly string[]): string =>
  as === 'nobody' || as === 'holder'
    ? '也没有可以代行的人，请尽快授予'
    : `由${ACTS_AS[as]}${names.join('、')}代行`;

const spanOf = (from: Day, until: Day | null) =>
  until === null ? `${shortDay(from)}起` : `${shortDay(from)}至${shortDay(until)}`;
