/** What is done to plans: drafts are saved, everything else goes through `perform`, which asks whether it may be done. */
import type { TaskLine } from '../contract/plans.ts';
import { actorText } from '../domain/access/actor.ts';
import { type Day, parseDay } from '../domain/period.ts';
import { parsePoints, ZERO } from '../domain/points.ts';
import { refuse } from '../domain/refusal.ts';
import { type Command, perform } from '../service/perform.ts';
import type { DraftTask, PlanSeen } from '../service/taskPlan/commands.ts';
import { planPaper } from '../service/taskPlan/planDraft.ts';
import { savePaper } from '../service/workingPaper.ts';
import type { Asking } from './asking.ts';
import type { Guarded } from './guarded.ts';
import { tableRows } from './planFile.ts';
import { granted, thrown } from './problem.ts';
import type { Services } from './services.ts';

type Seen = { readonly plans: readonly { readonly member: string; readonly version: number }[] };
const seenIn = ({ plans }: Seen): PlanSeen[] =>
  plans.map(({ member, version }) => ({ personId: member, version }));
type Place = { readonly organisation: string; readonly year: number };
const placeIn = ({ organisation, year }: Place) => ({ organisationId: organisation, year });
const counted = ({ plans }: Seen) => ({ count: plans.length });

export function planActRoutes(os: Guarded, services: Services) {
  return {
    savePlanDraft: os.savePlanDraft.handler(async ({ input, context: { actor } }) => {
      const name = { organisationId: input.organisation, ...planPaper(input.year, input.member) };
      const content = { tasks: input.tasks.map(taskIn) };
      const by = actorText(actor).replace(/^person:/, '');
      const saved = await savePaper(services.world, name, { content, by, expected: input.expected });
      return { version: granted(saved) };
    }),
    proposePlans: os.proposePlans.handler(async ({ input, context }) => {
      const plans = input.plans.map(({ member, tasks }) => ({ personId: member, tasks: tasks.map(taskIn) }));
      const { reason, expected } = input;
      const command = { type: 'proposePlans', ...placeIn(input), plans, reason } as const;
      await doing(services, context, command, expected ?? undefined);
      return { count: plans.length };
    }),
    planRows: os.planRows.handler(async ({ input }) => ({ rows: await tableRows(services, input.file) })),
    importMarks: os.importMarks.handler(async ({ input, context }) => {
      const marks = input.marks.map(({ member, ...mark }) => ({ personId: member, ...mark }));
      const command = { type: 'importMarks', ...placeIn(input), marks, reason: input.reason } as const;
      const { marked, same } = await doing<{ marked: number; same: number }>(services, context, command);
      return { marked, same };
    }),
    ...agreeingRoutes(os, services),
    ...returningRoutes(os, services),
  };
}

function agreeingRoutes(os: Guarded, services: Services) {
  return {
    agreePlansAsMember: os.agreePlansAsMember.handler(async ({ input, context }) => {
      const signedOn = input.signedOn === null ? null : dayIn(input.signedOn);
      const command = {
        type: 'agreePlansAsMember',
        ...placeIn(input),
        plans: seenIn(input),
        signedOn,
      } as const;
      await doing(services, context, command);
      return counted(input);
    }),
    agreePlansAsLeader: os.agreePlansAsLeader.handler(async ({ input, context }) => {
      const plans = seenIn(input);
      const command = { type: 'agreePlansAsLeader', ...placeIn(input), plans, signedOn: null } as const;
      await doing(services, context, command);
      return counted(input);
    }),
    approvePlans: os.approvePlans.handler(async ({ input, context }) => {
      const said = { heldOn: dayIn(input.heldOn), record: input.record };
      const command = { type: 'approvePlans', ...placeIn(input), plans: seenIn(input), ...said } as const;
      await doing(services, context, command);
      return counted(input);
    }),
  };
}

function returningRoutes(os: Guarded, services: Services) {
  const returned = async (
    type: 'returnPlansAsMember' | 'returnPlansAsLeader' | 'returnPlansAsBranch',
    context: Asking,
    input: Place & Seen & { readonly reason: string },
  ) => {
    const { reason } = input;
    await doing(services, context, { type, ...placeIn(input), plans: seenIn(input), reason });
    return counted(input);
  };
  return {
    returnPlansAsMember: os.returnPlansAsMember.handler(({ input, context }) =>
      returned('returnPlansAsMember', context, input),
    ),
    returnPlansAsLeader: os.returnPlansAsLeader.handler(({ input, context }) =>
      returned('returnPlansAsLeader', context, input),
    ),
    returnPlansAsBranch: os.returnPlansAsBranch.handler(({ input, context }) =>
      returned('returnPlansAsBranch', context, input),
    ),
  };
}

async function doing<Outcome>(
  services: Services,
  asking: Asking,
  command: Command,
  expected?: number,
): Promise<Outcome> {
  const key = asking.caller.headers.get('idempotency-key') ?? '';
  const { text } = granted(await perform(services.world, asking.actor, command, { key, expected }));
  return JSON.parse(text) as Outcome;
}

/** A sum with a sign is no planned points: it stands as none, and the plan's own check names the row. */
const taskIn = ({ points, ...task }: TaskLine): DraftTask => ({
  ...task,
  points: parsePoints(points) ?? ZERO,
});

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw thrown(refuse('planNoDay', null, { day: text }));
  return day;
}
