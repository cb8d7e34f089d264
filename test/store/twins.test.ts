// A forger with the source chains one register anew so that it fits itself: the other register still tells.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Chained, chained } from '../../src/domain/ledger/envelope.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import type { Command } from '../../src/service/perform.ts';
import { rebuildViews } from '../../src/service/project.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { wrongSentence } from '../../src/service/views/wrongWords.ts';
import { DIGESTS } from '../../src/store/digests.ts';
import { BRANCH, day, imported, importing, personId } from './branch.ts';
import { COMMITTEE, entered, founding, given, linking, setUp, signedIn, TODAY, tried } from './bureau.ts';
import { type Books, engines, newBooks } from './engines.ts';

const containing = (text: string): unknown => expect.stringContaining(text);
const inRegister = (id: string) => `organisation_id = '${id}' and book = 'register'`;

for (const engine of engines) {
  describe(`an act in two registers, on ${engine.name}`, () => {
    let books: Books;
    let exemptionId: string;

    beforeEach(async () => {
      books = await newBooks(engine);
      const { world } = books;
      await setUp(world, founding(COMMITTEE));
      await imported(world, importing());
      await setUp(world, { type: 'placeOrganisation', organisationId: BRANCH, parentId: COMMITTEE });
      const 李梅 = await personId(world, '002');
      await given(world, BRANCH, 'secretary', 李梅);
      await setUp(world, linking(BRANCH, 李梅, 'li'));
      const 周涛 = await entered(world, COMMITTEE, 'c1', '周涛');
      await given(world, COMMITTEE, 'committeeOfficer', 周涛);
      await setUp(world, linking(COMMITTEE, 周涛, 'zhou'));
      await approvedAndEnded();
      expect((await verify(world)).wrong).toEqual([]);
    });
    afterEach(() => books.close());

    const by = async (user: string, command: Command) => {
      const answer = await tried(books.world, await signedIn(books.world, user), command);
      if (isRefusal(answer)) throw new Error(JSON.stringify(answer));
      return answer;
    };

    async function approvedAndEnded() {
      const about = { organisationId: BRANCH, personId: await personId(books.world, '001') };
      const words = { reason: '行动困难', whereabouts: null, contact: null, attachments: null };
      const applied = await by('li', {
        type: 'applyExemption',
        ...about,
        from: null,
        until: null,
        renews: null,
        words: { category: 'immobile', ...words, helper: '李梅' },
      });
      exemptionId = String(applied['exemptionId']);
      const matter = { ...about, exemptionId };
      const meetingOn = day('2026-04-01');
      await by('li', { type: 'giveExemptionOpinion', ...matter, agrees: true, meetingOn, words: '同意' });
      const term = { from: TODAY, until: null };
      await by('zhou', { type: 'decideExemption', ...matter, approved: true, ...term, words: '同意' });
      await by('zhou', { type: 'endExemption', ...matter, on: day('2026-07-01'), reason: '已康复' });
    }

    const factsOf = (id: string) => books.world.store.read((tx) => tx.facts(id, 'register', 0, 1000));

    /** Leaves out or changes facts of that type and gives all later ones hashes that fit, head included. */
    async function forged(id: string, type: string, change: (row: Chained) => Chained) {
      let last: Chained | undefined;
      for (const row of await factsOf(id)) {
        const { hash: _hash, ...rest } = row.type === type ? change(row) : row;
        const prevHash: string = last === undefined ? row.prevHash : last.hash;
        last = chained({ ...rest, prevHash }, DIGESTS.sha256);
        await books.sql(
          `update fact set body = '${last.body}', prev_hash = '${last.prevHash}', hash = '${last.hash}' where ${inRegister(id)} and seq = ${last.seq}`,
        );
      }
      await books.sql(`update book set seq = ${last?.seq}, hash = '${last?.hash}' where ${inRegister(id)}`);
      await books.world.store.write((tx) => rebuildViews(tx, id));
    }

    /** The register as it was before that fact. */
    async function cutAt(id: string, type: string) {
      const seq = (await factsOf(id)).find((row) => row.type === type)?.seq ?? 0;
      for (const table of ['fact', 'text'])
        await books.sql(`delete from ${table} where ${inRegister(id)} and seq >= ${seq}`);
      await forged(id, type, (row) => row);
    }

    const replaced = (from: string, to: string) => (row: Chained) => ({
      ...row,
      body: row.body.replace(from, to),
    });

    it('the organisation above no longer has the approval and its end: both are named, for it', async () => {
      await cutAt(COMMITTEE, 'branchExemptionDecided');
      const twin = { organisationId: COMMITTEE, book: 'register', seq: null, reason: 'twin', found: '' };
      const { wrong } = await verify(books.world);
      expect(wrong).toMatchObject([
        { ...twin, subject: exemptionId },
        { ...twin, subject: exemptionId, expected: containing('"endedOn":"2026-07-01"') },
      ]);
      expect(wrong.map(wrongSentence)[0]).toMatch(/两本账里.*免予参加.*对不上.*应为/);
    });

    it('it has another term, or another day of the end: what was decided and what stands there', async () => {
      await forged(COMMITTEE, 'branchExemptionDecided', replaced('"until":null', '"until":"2028-12-31"'));
      expect((await verify(books.world)).wrong).toMatchObject([
        {
          organisationId: COMMITTEE,
          reason: 'twin',
          expected: containing('"until":null'),
          found: containing('"until":"2028-12-31"'),
        },
      ]);
      await forged(COMMITTEE, 'branchExemptionDecided', replaced('"until":"2028-12-31"', '"until":null'));
      expect((await verify(books.world)).wrong).toEqual([]);
      await forged(COMMITTEE, 'branchExemptionEnded', replaced('2026-07-01', '2026-10-01'));
      expect((await verify(books.world)).wrong).toMatchObject([{ reason: 'twin' }]);
    });

    it('the branch no longer has them: named for the branch', async () => {
      await cutAt(BRANCH, 'exemptionDecided');
      const twin = { organisationId: BRANCH, seq: null, subject: exemptionId, reason: 'twin', found: '' };
      expect((await verify(books.world)).wrong).toMatchObject([twin, twin]);
    });

    it('a register that is not sound is named for that, and nothing is judged by it', async () => {
      await books.sql(`delete from fact where ${inRegister(COMMITTEE)} and type = 'branchExemptionDecided'`);
      const { wrong } = await verify(books.world);
      expect(wrong).toMatchObject([{ organisationId: COMMITTEE, reason: 'sequence' }]);
    });

    it('whoever verifies their own organisation alone is told nothing of the other', async () => {
      await cutAt(COMMITTEE, 'branchExemptionDecided');
      expect((await verify(books.world, [], BRANCH)).wrong).toEqual([]);
    });
  });
}
