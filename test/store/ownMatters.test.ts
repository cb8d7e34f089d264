// The scorekeeper's and the secretary's own matters as their pages read them: whose they are instead, and why (G17, G34).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/domain/refusal.ts';
import { roundDesk } from '../../src/service/views/round/roundDesk.ts';
import { sheetPage } from '../../src/service/views/round/sheetPage.ts';
import { signedIn } from './bureau.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, day, givenRound, HERE } from './rounds.ts';

const TODAY = day('2026-06-04');

for (const engine of engines) {
  describe(`one's own matter on the pages, on ${engine.name}`, () => {
    let bureau: Bureau;
    beforeAll(async () => {
      bureau = await givenRound(engine);
      bureau.on('2026-06-01');
      await bureau.done('李梅', acts(bureau).opening());
    });
    afterAll(() => bureau.close());

    it('the scorekeeper’s own line names the checker; everybody else’s is the scorekeeper’s', async () => {
      const actor = await signedIn(bureau.world, '李梅');
      const [sheet, desk] = await bureau.world.store.read(async (tx) => [
        await sheetPage(tx, HERE, { actor, today: TODAY }),
        await roundDesk(tx, HERE, { actor, today: TODAY, holidays: bureau.world.holidays }),
      ]);
      if (isRefusal(sheet) || isRefusal(desk)) throw new Error('refused');
      const keeper = '记分员是本人，应当回避，由核对人孙丽代行（读法 G34）';
      expect(sheet.lines.flatMap(({ member, assessor }) => (assessor === null ? [] : [member.name]))).toEqual(
        ['李梅'],
      );
      expect(sheet.lines.find(({ member }) => member.name === '李梅')?.assessor).toBe(keeper);
      expect(desk.may.apart.get(bureau.id.李梅)).toMatchObject({ keeper, appraiser: null });
      expect(desk.may.apart.get(bureau.id.张建国)).toMatchObject({
        keeper: null,
        appraiser: '书记是本人，应当回避，由上级党组织的刘洋代行（读法 G17）',
      });
    });
  });
}
