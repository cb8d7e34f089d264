/** The scorekeeper's sheet, and its draft as it is typed. */
import { actorText } from '../domain/access/actor.ts';
import { dayInShanghai } from '../service/dayInShanghai.ts';
import { saveSheetLine } from '../service/round/sheetPaper.ts';
import { correctableLines } from '../service/views/round/correctableLines.ts';
import { sheetPage } from '../service/views/round/sheetPage.ts';
import type { Guarded } from './guarded.ts';
import { hereOf } from './here.ts';
import { granted } from './problem.ts';
import type { Services } from './services.ts';

export function roundSheetRoutes(os: Guarded, { world }: Services) {
  return {
    roundSheet: os.roundSheet.handler(async ({ input, context: { actor } }) => {
      const asked = { today: dayInShanghai(world.now()), actor };
      const page = granted(await world.store.read((tx) => sheetPage(tx, hereOf(input), asked)));
      return {
        ...page,
        suppliers: [...page.suppliers],
        lines: page.lines.map(({ draft, ...line }) => ({
          ...line,
          upheldAppeals: [...line.upheldAppeals],
          draft: draft === null ? null : { ...draft, tasks: [...draft.tasks] },
        })),
      };
    }),
    correctable: os.correctable.handler(({ input }) =>
      world.store.read(async (tx) => ({
        entries: granted(await correctableLines(tx, hereOf(input), input.member)),
      })),
    ),
    saveSheetLine: os.saveSheetLine.handler(async ({ input, context: { actor } }) => {
      const { member, expected, tasks, words } = input;
      const by = actorText(actor).replace(/^person:/, '');
      const saved = { content: { tasks, words }, by, expected };
      const today = dayInShanghai(world.now());
      return { version: granted(await saveSheetLine(world, hereOf(input), member, today, saved)) };
    }),
  };
}
