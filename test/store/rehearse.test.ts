// jifen rehearse over real books on both engines: it reads, says who would change, and leaves every head as it was.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rehearseCommand } from '../../src/cli/rehearse.ts';
import { LOCAL_OPERATOR, NOBODY } from '../../src/domain/access/actor.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { openReadOnly } from '../../src/store/open.ts';
import { readPolicyFolder } from '../../src/store/policyFolder.ts';
import { imported, importing, 李梅 } from './branch.ts';
import { type Books, engines, newBooks, SURROUNDINGS } from './engines.ts';

const BUREAU = 'policy/finance-bureau';

for (const engine of engines) {
  describe(`a rehearsal on ${engine.name}`, () => {
    let books: Books;
    let folder: string;
    let out: string[] = [];

    beforeEach(async () => {
      books = await newBooks(engine);
      folder = mkdtempSync(join(tmpdir(), 'jifen-draft-'));
      out = [];
      const keep = (line: string) => void out.push(line);
      vi.spyOn(console, 'log').mockImplementation(keep);
      vi.spyOn(console, 'error').mockImplementation(keep);
    });
    afterEach(async () => {
      vi.restoreAllMocks();
      process.exitCode = 0;
      rmSync(folder, { recursive: true, force: true });
      await books.close();
    });

    const run = async (arguments_: readonly string[], actor = LOCAL_OPERATOR) => {
      const tools = {
        readFolder: readPolicyFolder,
        openReading: () => openReadOnly(books.place, SURROUNDINGS),
        actor,
      };
      await rehearseCommand(tools).parseAsync([...arguments_], { from: 'user' });
      return out.join('\n');
    };
    /** The bureau's folder with one text replaced in one file. */
    const draft = (file: string, before: string, after: string) => {
      const path = join(folder, 'draft');
      cpSync(BUREAU, path, { recursive: true });
      const text = readFileSync(join(path, file), 'utf8');
      expect(text).toContain(before);
      writeFileSync(join(path, file), text.replace(before, after));
      return path;
    };
    const heads = () => books.sql('select organisation_id, book, seq, hash from book order by 1, 2');

    it('given a draft, says who would change and why, and every head stays', async () => {
      await imported(books.world, importing());
      const before = await heads();
      const text = await run([
        '--policy',
        draft(
          'bonuses.yaml',
          '    text: 获得本单位表彰奖励的，加2分。\n    amount: 2',
          '    text: 获得本单位表彰奖励的，加2分。\n    amount: 1',
        ),
      ]);
      expect(text).toContain('清江县财政局机关支部 2026 年预演：只作比较，账上没有任何改动');
      expect(text).toContain('共 3 人：积分有变 1 人');
      expect(text).toContain('第一季度奖励分 2.00 分 → 1.00 分');
      expect(text).toContain('按草案的分值：3月5日 3.4.1-4 本单位表彰奖励，2.00 分 → 1.00 分');
      expect(before.length).toBeGreaterThan(1);
      expect(await heads()).toEqual(before);
      expect((await verify(books.world, [])).sound).toBe(true);
    });

    it('the same measure changes nobody, in words and as JSON', async () => {
      await imported(books.world, importing());
      expect(await run(['--policy', BUREAU, '--year', '2026'])).toContain('没有人因草案而有变化。');
      out = [];
      const json = await run(['--policy', BUREAU, '--branch', '清江县财政局机关支部', '--json']);
      const result = JSON.parse(json.slice(json.indexOf('{'))) as Record<string, Record<string, unknown>>;
      expect(result['members']).toEqual([]);
      expect(result['totals']?.['after']).toEqual(result['totals']?.['before']);
    });

    it('a draft with an error is named before any book is opened', async () => {
      const text = await run(['--policy', draft('policy.yaml', 'total: 100', 'total: 90')]);
      expect(text).toContain('错误  policy.yaml  total');
      expect(text).toContain('没有预演。请改正后重新运行。');
      expect(process.exitCode).toBe(1);
    });

    it('a draft of twelve periods is refused in a sentence', async () => {
      await imported(books.world, importing());
      const text = await run(['--policy', 'test/policy/fixtures/monthly']);
      expect(text).toContain('账上的办法一年分 4 段统计，草案分 12 段');
      expect(process.exitCode).toBe(1);
    });

    it.each([
      [['--branch', '北街支部'], '账册里没有“北街支部”。账册里的支部：清江县财政局机关支部。'],
      [['--year', '2025'], '2025 年的账册还没有开立。'],
    ])('%j: refused, saying what there is', async (more, sentence) => {
      await imported(books.world, importing());
      expect(await run(['--policy', BUREAU, ...more])).toContain(sentence);
      expect(process.exitCode).toBe(1);
    });

    it('given two branches, asks which one, naming both; each is rehearsed by its name', async () => {
      await imported(books.world, importing());
      const founding = { name: '北街支部', level: 'branch', example: false } as const;
      await imported(books.world, { ...importing([李梅]), organisationId: 'beijie', founding });
      expect(await run(['--policy', BUREAU])).toMatch(/请用 --branch 写明是哪个支部。.*北街支部/);
      expect(process.exitCode).toBe(1);
      expect(await run(['--policy', BUREAU, '--branch', '北街支部'])).toContain('北街支部 2026 年预演');
    });

    it('whoever may not read the books rehearses nothing', async () => {
      await imported(books.world, importing());
      expect(await run(['--policy', BUREAU], NOBODY)).toContain('您不能查看组织的账册');
      expect(process.exitCode).toBe(1);
    });
  });
}
