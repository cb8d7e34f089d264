/** 季度通报: read by the branch, kept as a draft and issued by the leading group. */
import type { Figures, Segment } from '../contract/bulletin.ts';
import { actorText } from '../domain/access/actor.ts';
import { can } from '../domain/access.ts';
import { formatPoints, type Points } from '../domain/points.ts';
import type { BulletinFigures } from '../domain/round/bulletin.ts';
import { accessObject } from '../service/accessObject.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { bulletinPaper } from '../service/round/bulletinPaper.ts';
import type { BulletinSheet } from '../service/round/bulletinSheet.ts';
import { bulletinPage } from '../service/views/round/bulletinPage.ts';
import { savePaper } from '../service/workingPaper.ts';
import type { Asking } from './asking.ts';
import { doing } from './doing.ts';
import type { Guarded } from './guarded.ts';
import { hereOf, type Place } from './here.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

export function bulletinRoutes(os: Guarded, services: Services) {
  return {
    bulletin: os.bulletin.handler(({ input, context }) => bulletinAnswer(services, context, input)),
    saveBulletinDraft: os.saveBulletinDraft.handler(async ({ input, context: { actor } }) => {
      const { expected, sections } = input;
      const by = actorText(actor).replace(/^person:/, '');
      const saved = { content: { sections }, by, expected };
      return { version: granted(await savePaper(services.world, bulletinPaper(hereOf(input)), saved)) };
    }),
    issueBulletin: os.issueBulletin.handler(({ input, context }) => {
      const command = { type: 'issueBulletin', ...hereOf(input), sections: input.sections } as const;
      return doing<{ bulletinId: string }>(services, context, command);
    }),
  };
}

async function bulletinAnswer({ world: { store, now } }: Services, { actor }: Asking, place: Place) {
  return store.read(async (tx) => {
    const object = await accessObject(tx, place.organisation, dayInShanghai(now()));
    const writes = can(actor, 'issueBulletin', object) === true;
    const { label, issued, writing } = granted(await bulletinPage(tx, hereOf(place), writes));
    return {
      label,
      issued: issued.map(({ figures, sections, ...one }) => ({
        ...one,
        figures: figuresOf(figures),
        sections: [...sections],
      })),
      writing:
        writing === null
          ? null
          : {
              figures: figuresOf(writing.figures),
              mayIssue: writing.mayIssue,
              draft:
                writing.draft === null ? null : { ...writing.draft, sections: [...writing.draft.sections] },
            },
    };
  });
}

const text = (value: Points | null) => (value === null ? null : formatPoints(value));

const segmentsOf = (all: BulletinFigures['bands']): Segment[] =>
  all.map(({ from, to, count }) => ({ from: text(from), to: text(to), count }));

const figuresOf = ({ mean, median, bands, spread, ...figures }: BulletinSheet): Figures => ({
  ...figures,
  mean: text(mean),
  median: text(median),
  bands: segmentsOf(bands),
  spread: segmentsOf(spread),
});
