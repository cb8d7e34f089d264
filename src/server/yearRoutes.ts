/** A year's read models: the table, one member's year, the statement behind a figure, the measure, the calendar. */
import type { Actor } from '../domain/access/actor.ts';
import { refuse } from '../domain/refusal.ts';
import { besideYear } from '../service/views/besideYear.ts';
import { calendarPage } from '../service/views/calendarPage.ts';
import { parseFigure } from '../service/views/figure.ts';
import { measure } from '../service/views/measure.ts';
import { memberYear } from '../service/views/memberYear.ts';
import { statementOf } from '../service/views/statement.ts';
import { yearHead } from '../service/views/yearHead.ts';
import { yearTable } from '../service/views/yearTable.ts';
import type { Guarded } from './guarded.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';
import type { ShownYears } from './shownYears.ts';

export function yearRoutes(os: Guarded, { world }: Services, years: ShownYears) {
  const branchOf = async (
    { actor }: { readonly actor: Actor },
    { organisation, year }: { organisation: string; year: number },
  ) => granted(await years(actor, organisation, year));
  const memberOf = async (
    context: { readonly actor: Actor },
    input: { organisation: string; year: number; member: string },
  ) => {
    const branch = await branchOf(context, input);
    const member = branch.members.find(({ id }) => id === input.member);
    if (member === undefined) throw thrown(refuse('memberUnknown', null, {}));
    return { branch, member };
  };

  return {
    yearTable: os.yearTable.handler(async ({ input, context }) =>
      yearTable(await branchOf(context, input), input.organisation),
    ),
    memberYear: os.memberYear.handler(async ({ input, context }) => {
      const { branch, member } = await memberOf(context, input);
      const beside = await world.store.read((tx) => besideYear(tx, input, member.id));
      return memberYear(branch, input.organisation, member, beside);
    }),
    statement: os.statement.handler(async ({ input, context }) => {
      const { branch, member } = await memberOf(context, input);
      const figure = parseFigure(branch.version.policy, input.figure);
      if (figure === undefined) throw thrown(refuse('figureUnknown', null, { figure: input.figure }));
      return {
        head: yearHead(branch, input.organisation),
        member: { id: member.id, name: member.person.name, number: member.person.number },
        statement: statementOf(branch, member, figure),
      };
    }),
    calendar: os.calendar.handler(async ({ input, context }) =>
      granted(calendarPage(await branchOf(context, input), input.organisation, world.holidays)),
    ),
    measure: os.measure.handler(async ({ input, context }) =>
      measure(await branchOf(context, input), input.organisation),
    ),
  };
}
