// 依据材料 in the books: brought, named by a claim or a deduction, opened by the few, gone when nobody names it. Both engines.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUOTA } from '../../src/domain/evidence/quota.ts';
import { yearBook } from '../../src/domain/fact.ts';
import { points } from '../../src/domain/points.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { bringEvidence, openEvidence, takeBackEvidence } from '../../src/service/evidence/evidence.ts';
import type { Purpose } from '../../src/service/evidence/about.ts';
import { sweepEvidence } from '../../src/service/evidence/sweepEvidence.ts';
import { type EvidenceFiles, type EvidenceRow, NoRoom } from '../../src/service/ports/evidence.ts';
import { refusalSentence } from '../../src/service/views/refusalWords.ts';
import { findingsPage } from '../../src/service/views/round/findingsPage.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { openEvidenceFiles } from '../../src/store/evidenceFiles.ts';
import { BRANCH } from './branch.ts';
import { signedIn } from './bureau.ts';
import { engines } from './engines.ts';
import { acts, type Bureau, day, givenRound, HERE, type Name } from './rounds.ts';

const file = (content: string, name = '证书.pdf') => ({
  name,
  kind: 'pdf' as const,
  bytes: new TextEncoder().encode(`%PDF-1.7 ${content}`),
  flags: [],
});
const YEAR_LATER = '2027-06-01T00:00:00.000Z';

for (const engine of engines) {
  describe(`evidence on ${engine.name}`, () => {
    let bureau: Bureau;
    let act: ReturnType<typeof acts>;
    let files: EvidenceFiles;
    let dataDir: string;
    beforeAll(async () => {
      dataDir = mkdtempSync(join(tmpdir(), 'jifen-evidence-'));
      bureau = await givenRound(engine);
      act = acts(bureau);
      files = openEvidenceFiles(dataDir);
      bureau.on('2026-06-01');
      await bureau.done('李梅', act.opening());
    });
    afterAll(async () => {
      await bureau.close();
      rmSync(dataDir, { recursive: true, force: true });
    });

    const actor = (user: string) => signedIn(bureau.world, user);
    const about = (name: Name) => ({ ...HERE, personId: bureau.id[name] });
    const keeping = (kept: EvidenceFiles = files) => ({ world: bureau.world, files: kept });
    const bring = async (user: string, name: Name, purpose: Purpose, content: string, kept = files) =>
      bringEvidence(keeping(kept), await actor(user), { ...about(name), purpose }, file(content));
    const brought = async (...asked: Parameters<typeof bring>): Promise<EvidenceRow> => {
      const row = await bring(...asked);
      if (isRefusal(row)) throw new Error(row.code);
      return row;
    };
    const opens = async (user: string, name: Name, id: string) => {
      const opened = await openEvidence(keeping(), await actor(user), about(name), id);
      return isRefusal(opened) ? opened.code : 'opened';
    };
    const pathOf = (id: string) => join(dataDir, 'evidence', id.slice(0, 2), id.slice(2, 4), id);
    const praise = (evidence: readonly string[]) => ({
      item: '3.4.1-4',
      day: day('2026-05-08'),
      reason: '先进工作者',
      document: '财发〔2026〕8号',
      achievement: null,
      evidence,
    });
    const finding = (name: Name, evidence: readonly string[], more: object = {}) =>
      ({
        type: 'proposeDeduction',
        ...HERE,
        personId: bureau.id[name],
        proposed: {
          item: '3.4.2-6',
          day: day('2026-05-12'),
          amount: points(500),
          reason: '违反工作纪律',
          evidence: '县纪〔2026〕3号',
          supplier: '纪检',
          incident: null,
          ...more,
        },
        files: evidence,
      }) as const;

    it('lies under the hash of its bytes, for this user alone; the same file twice is there once', async () => {
      const { evidenceId } = await brought('吴㙦', '吴㙦', 'claim', 'a');
      await brought('吴㙦', '吴㙦', 'claim', 'a');
      expect(readFileSync(pathOf(evidenceId), 'utf8')).toBe('%PDF-1.7 a');
      expect(statSync(pathOf(evidenceId)).mode & 0o777).toBe(0o600);
      expect(readdirSync(join(dataDir, 'evidence')).filter((name) => name.startsWith('unfinished'))).toEqual(
        [],
      );
      const rows = await bureau.world.store.read((tx) => tx.evidenceOf(BRANCH, yearBook(2026), 2));
      expect(rows.map(({ name }) => name)).toEqual(['证书.pdf']);
    });

    it('is its bringer’s and the member’s alone until something names it', async () => {
      const { evidenceId: own } = await brought('王强', '王强', 'claim', 'own');
      expect(await opens('王强', '王强', own)).toBe('opened');
      // the scorekeeper writes applications down for others, and finds the file in the draft
      expect(await opens('李梅', '王强', own)).toBe('opened');
      for (const user of ['赵敏', '刘洋', '吴㙦', '周涛'])
        expect(await opens(user, '王强', own)).toBe('evidenceUnknown');
      const { evidenceId: theirs } = await brought('周涛', '王强', 'deduction', 'theirs');
      for (const user of ['王强', '李梅', '张建国', '刘洋'])
        expect(await opens(user, '王强', theirs)).toBe('evidenceUnknown');
      expect(await opens('周涛', '王强', theirs)).toBe('opened');
      // of another member's matter it is as unknown as one that never was
      expect(await opens('周涛', '吴㙦', theirs)).toBe('evidenceUnknown');
      expect(await opens('周涛', '王强', '0'.repeat(64))).toBe('evidenceUnknown');
      expect(await opens('周涛', '王强', '../../jifen.db')).toBe('evidenceUnknown');
    });

    it('a claim names only what was brought to it; then those who decide see it, and it stays', async () => {
      const { evidenceId } = await brought('吴㙦', '吴㙦', 'claim', 'a');
      const { evidenceId: spare } = await brought('吴㙦', '吴㙦', 'claim', 'spare');
      const others = await brought('王强', '王强', 'claim', 'own');
      for (const ids of [['f'.repeat(64)], [others.evidenceId], [evidenceId, evidenceId]])
        expect(await bureau.by('吴㙦', await act.applying('吴㙦', { bonuses: [praise(ids)] }))).toMatchObject(
          {
            code: 'evidenceMissing',
          },
        );
      await bureau.done('吴㙦', await act.applying('吴㙦', { bonuses: [praise([evidenceId])] }));
      const may = {
        吴㙦: '本人',
        赵敏: '分管领导',
        李梅: '记分员',
        张建国: '书记',
        郑𠮷: '支部委员',
        刘洋: '党委',
      };
      for (const user of Object.keys(may)) expect(await opens(user, '吴㙦', evidenceId)).toBe('opened');
      for (const user of ['周涛', '孙丽', '陈志远'])
        expect(await opens(user, '吴㙦', evidenceId)).toBe('evidenceUnknown');
      expect(await takeBackEvidence(keeping(), await actor('吴㙦'), about('吴㙦'), evidenceId)).toMatchObject(
        {
          code: 'evidenceCited',
        },
      );
      expect(await bring('吴㙦', '吴㙦', 'claim', 'late')).toMatchObject({ code: 'actNotNow' });
      expect(await takeBackEvidence(keeping(), await actor('赵敏'), about('吴㙦'), spare)).toMatchObject({
        code: 'evidenceUnknown',
      });
      expect(await takeBackEvidence(keeping(), await actor('吴㙦'), about('吴㙦'), spare)).toBeUndefined();
      expect(await files.has(spare)).toBe(false);
    });

    it('papers of the discipline body are for the few: not the leader, not the scorekeeper', async () => {
      const { evidenceId } = await brought('周涛', '吴㙦', 'deduction', '处分决定');
      expect(await bureau.by('李梅', finding('吴㙦', [evidenceId], { supplier: '本支部' }))).toMatchObject({
        code: 'evidenceMissing',
      });
      await bureau.done('周涛', finding('吴㙦', [evidenceId]));
      for (const user of ['吴㙦', '张建国', '郑𠮷', '刘洋', '周涛'])
        expect(await opens(user, '吴㙦', evidenceId)).toBe('opened');
      for (const user of ['赵敏', '李梅', '孙丽', '陈志远'])
        expect(await opens(user, '吴㙦', evidenceId)).toBe('evidenceUnknown');
    });

    it('a petition stands on the petition office’s finding, family matters on some body’s (G40)', async () => {
      const { evidenceId } = await brought('李梅', '郑𠮷', 'deduction', '认定');
      const petition = { item: '3.4.2-3', supplier: '信访' };
      const family = { item: 'A2.3-2', amount: points(200), supplier: '本支部' };
      for (const [ids, more] of [
        [[], petition],
        [[evidenceId], { ...petition, supplier: '本支部' }],
        [[], family],
      ] as const)
        expect(await bureau.by('李梅', finding('郑𠮷', ids, more))).toMatchObject({ code: 'findingNeeded' });
      await bureau.done('李梅', finding('郑𠮷', [evidenceId], petition));
    });

    it('a body proposes in its own name alone, never of its own holder, and takes back its own alone', async () => {
      expect(await bureau.by('周涛', finding('王强', [], { supplier: '公安' }))).toMatchObject({
        code: 'notYourBody',
      });
      const byBranch = await bureau.done('李梅', finding('王强', [], { supplier: '本支部' }));
      const ending = { type: 'withdrawDeduction', ...about('王强'), reason: '写错了' } as const;
      const proposalId = String(byBranch['proposalId']);
      expect(await bureau.by('周涛', { ...ending, proposalId })).toMatchObject({ code: 'proposalUnknown' });
      await bureau.done('李梅', { ...ending, proposalId });
    });

    it('its page shows what it proposed and what became of it, of the member only who they are', async () => {
      const asked = { actor: await actor('周涛'), today: day('2026-06-01') };
      const page = await bureau.world.store.read((tx) => findingsPage(tx, BRANCH, asked));
      expect(page.bodies).toEqual(['纪检']);
      expect(page.rounds[0]?.members).toHaveLength(6);
      expect(page.rounds[0]?.items.map(({ id }) => id)).not.toContain('3.4.2-3');
      expect(page.rounds[0]?.items.find(({ id }) => id === 'A2.3-2')).toMatchObject({ finding: true });
      expect(page.proposed).toMatchObject([
        { member: { name: '吴㙦' }, supplier: '纪检', became: '已送达本人，本人可以在 2026-06-04 前答复。' },
      ]);
      expect(page.proposed[0]?.evidence).toMatchObject([{ name: '证书.pdf', by: '周涛', size: '1 KB' }]);
      expect(JSON.stringify(page)).not.toContain('财发');
      const masking = (masked: boolean) =>
        bureau.done('张建国', { type: 'maskNames', organisationId: BRANCH, masked });
      await masking(true);
      const masked = await bureau.world.store.read((tx) => findingsPage(tx, BRANCH, asked));
      expect(masked.rounds[0]?.members[0]).toMatchObject({ name: '张*国', number: '001' });
      expect(masked.proposed[0]?.member.name).toBe('吴*');
      await masking(false);
    });

    it('there is so much for a member and for all, said in Chinese', async () => {
      const nearly = {
        ...(await brought('孙丽', '孙丽', 'claim', 'small')),
        evidenceId: 'e'.repeat(64),
        size: QUOTA.member - 20,
      };
      await bureau.world.store.write((tx) => tx.addEvidence(nearly));
      const answer = await bring('孙丽', '孙丽', 'claim', 'one too many');
      expect(isRefusal(answer) ? refusalSentence(answer) : '').toMatch(/已有 200 MB.*超过 200 MB，没有保存/);
      await bureau.world.store.write((tx) => tx.removeEvidence(nearly));
      const elsewhere = { ...nearly, personId: 'somebody', size: QUOTA.organisation };
      await bureau.world.store.write((tx) => tx.addEvidence(elsewhere));
      expect(await bring('孙丽', '孙丽', 'claim', 'one too many')).toMatchObject({
        code: 'evidenceQuotaHere',
      });
      await bureau.world.store.write((tx) => tx.removeEvidence(elsewhere));
    });

    it('killed between file and row, it leaves no row, and the sweep removes the file once it is old', async () => {
      const killed: EvidenceFiles = {
        ...files,
        keep: async (bytes) => {
          await files.keep(bytes);
          throw new Error('killed');
        },
      };
      await expect(bring('孙丽', '孙丽', 'claim', 'orphan', killed)).rejects.toThrow('killed');
      const orphan = await files.keep(file('orphan').bytes);
      const unfinished = join(dataDir, 'evidence', 'unfinished-0123');
      writeFileSync(unfinished, 'half');
      const rows = await bureau.world.store.read((tx) => tx.evidenceHeld([orphan]));
      expect(rows.size).toBe(0);
      expect(await sweepEvidence(bureau.world, files, new Date().toISOString())).toBe(0);
      expect(await files.has(orphan)).toBe(true);
      expect(await sweepEvidence(bureau.world, files, YEAR_LATER)).toBe(1);
      expect(await files.has(orphan)).toBe(false);
      expect(readdirSync(join(dataDir, 'evidence'))).not.toContain('unfinished-0123');
    });

    it('an older file of the same bytes, swept in between, is kept again', async () => {
      const id = await files.keep(file('again').bytes);
      const swept: EvidenceFiles = {
        ...files,
        keep: async (bytes) => {
          const kept = await files.keep(bytes);
          if (!done) files.remove(kept);
          done = true;
          return kept;
        },
      };
      let done = false;
      await brought('孙丽', '孙丽', 'claim', 'again', swept);
      expect(await files.has(id)).toBe(true);
    });

    it('a full disk is said, and leaves nothing', async () => {
      const full: EvidenceFiles = { ...files, keep: () => Promise.reject(new NoRoom('full')) };
      const answer = await bring('孙丽', '孙丽', 'claim', 'no room', full);
      expect(isRefusal(answer) ? refusalSentence(answer) : '').toMatch(/磁盘满了，没有保存/);
      expect(await files.has('0'.repeat(64))).toBe(false);
    });

    it('a changed or missing file is never given out, and verify names the fact that cites it', async () => {
      const verifying = { ...bureau.world, evidence: files };
      expect(await verify(verifying)).toMatchObject({ sound: true, wrong: [] });
      const { application } = await bureau.matter('吴㙦');
      const id = application?.bonuses[0]?.evidence[0] ?? '';
      const whole = readFileSync(pathOf(id));
      writeFileSync(pathOf(id), Buffer.concat([whole.subarray(0, -1), Buffer.from('b')]));
      utimesSync(pathOf(id), 0, 0);
      expect(await opens('吴㙦', '吴㙦', id)).toBe('evidenceChanged');
      expect((await verify(verifying)).wrong).toMatchObject([
        { reason: 'changed', table: 'evidence', expected: id, seq: application?.seq },
      ]);
      rmSync(pathOf(id));
      expect(await opens('吴㙦', '吴㙦', id)).toBe('evidenceChanged');
      expect((await verify(verifying)).wrong).toMatchObject([{ reason: 'missing', table: 'evidence' }]);
      writeFileSync(pathOf(id), whole);
      const row = (await bureau.world.store.read((tx) => tx.evidenceAbout(BRANCH, bureau.id.吴㙦))).find(
        ({ evidenceId }) => evidenceId === id,
      );
      await bureau.world.store.write((tx) => tx.removeEvidence(row as EvidenceRow));
      expect((await verify(verifying)).wrong).toMatchObject([{ reason: 'missing', table: 'evidence' }]);
      await bureau.world.store.write((tx) => tx.addEvidence(row as EvidenceRow));
      expect((await verify(verifying)).sound).toBe(true);
    });
  });
}
