// Offices given, ended and linked at the same moment: the rules hold as if they had been done one after another.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Command } from '../../src/service/perform.ts';
import { verify } from '../../src/service/verify/verify.ts';
import {
  administrator,
  COMMITTEE,
  ending,
  entered,
  founding,
  given,
  giving,
  linking,
  MACHINE,
  setUp,
  signedIn,
  tried,
} from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

const OTHER = 'qingjiang-other';

for (const engine of engines) {
  describe(`offices at the same moment on ${engine.name}`, () => {
    let books: Books;
    beforeAll(async () => {
      books = await newBooks(engine);
      await setUp(books.world, founding(MACHINE, { level: 'machine' }));
      await setUp(books.world, founding(COMMITTEE));
      await setUp(books.world, founding(OTHER));
    });
    afterAll(async () => {
      expect((await verify(books.world)).wrong).toEqual([]);
      await books.close();
    });

    /** All at once; the codes of those refused. */
    async function together(...commands: Command[]): Promise<string[]> {
      const answers = await Promise.all(
        commands.map((command) => tried(books.world, LOCAL_OPERATOR, command)),
      );
      return answers.flatMap((answer) => (isRefusal(answer) ? [answer.code] : []));
    }

    it('two secretaries: one is given, the other refused', async () => {
      const 张建国 = await entered(books.world, COMMITTEE, 'a1', '张建国');
      const 李梅 = await entered(books.world, COMMITTEE, 'a2', '李梅');
      const refused = await together(
        giving(COMMITTEE, 'secretary', 张建国),
        giving(COMMITTEE, 'secretary', 李梅),
      );
      expect(refused).toEqual(['officeOccupied']);
    });

    it('two last administrators: one is ended, the other stays', async () => {
      const first = await administrator(books.world, 'auditAdministrator');
      const second = await entered(books.world, MACHINE, 'a3', '王强');
      const office = await given(books.world, MACHINE, 'auditAdministrator', second);
      await setUp(books.world, linking(MACHINE, second, 'wang'));
      expect(await together(ending(MACHINE, first.officeId), ending(MACHINE, office))).toEqual([
        'lastAdministrator',
      ]);
    });

    it('an office here and an administrator’s there, for one account: never both', async () => {
      for (let turn = 0; turn < 5; turn += 1) {
        const user = `user-${turn}`;
        const here = await entered(books.world, OTHER, user, '赵敏');
        const there = await entered(books.world, MACHINE, user, '赵敏');
        await setUp(books.world, linking(OTHER, here, user));
        await setUp(books.world, linking(MACHINE, there, user));
        const refused = await together(
          giving(OTHER, 'committeeOfficer', here),
          giving(MACHINE, 'securityAdministrator', there),
        );
        expect(refused).toEqual(['administratorExclusive']);
        expect((await signedIn(books.world, user)).offices).toHaveLength(1);
      }
    });

    it('two organisations, each placed under the other: one is, and there is no circle', async () => {
      const place = (organisationId: string, parentId: string) =>
        ({ type: 'placeOrganisation', organisationId, parentId }) as const;
      expect(await together(place(COMMITTEE, OTHER), place(OTHER, COMMITTEE))).toEqual(['placedInCircle']);
    });
  });
}
