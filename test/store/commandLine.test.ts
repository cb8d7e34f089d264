// jifen import and jifen verify as a branch runs them, on both engines, with the example's own files.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_OPERATOR } from '../../src/domain/access/actor.ts';
import { MACHINE } from '../../src/domain/office/office.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { bookedYear } from '../../src/service/bookedYear.ts';
import { perform } from '../../src/service/perform.ts';
import { branchYear } from '../../src/service/views/branchYear.ts';
import { yearJson } from '../../src/service/yearFiles/result.ts';
import { openReadOnly } from '../../src/store/open.ts';
import { engines, newWorld, SURROUNDINGS } from './engines.ts';

type Ended = { readonly code: number; readonly out: string; readonly err: string };

const EXAMPLE = ['--roster', 'examples/roster.xlsx', '--records', 'examples/records.xlsx', '--year', '2026'];

function jifen(arguments_: readonly string[], surroundings: Record<string, string>): Promise<Ended> {
  const program = ['--disable-warning=ExperimentalWarning', 'src/main/cli.ts', ...arguments_];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      program,
      { env: { PATH: process.env['PATH'], ...surroundings }, maxBuffer: 64 * 1024 * 1024 },
      (error, out, err) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : -1;
        resolve({ code, out, err });
      },
    );
  });
}

for (const engine of engines) {
  describe(`the command line on ${engine.name}`, () => {
    let books: Awaited<ReturnType<typeof engine.newPlace>>;
    let surroundings: Record<string, string>;
    const folder = mkdtempSync(join(tmpdir(), 'jifen-line-'));

    beforeAll(async () => {
      books = await engine.newPlace();
      surroundings = {
        DATA_DIR: books.place.dataDir === '' ? folder : books.place.dataDir,
        DATABASE_URL: books.place.url ?? '',
      };
    });
    afterAll(async () => {
      rmSync(folder, { recursive: true, force: true });
      await books.remove();
    });

    it('given the example, imports every person and row', async () => {
      const { code, out, err } = await jifen(['import', ...EXAMPLE, '--json'], surroundings);
      expect(err).toContain('新登记 38 人');
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ registered: 38, unchanged: 0, changed: [], missing: [] });
    });

    it('a second import adds nothing', async () => {
      const before = await jifen(['verify', '--json'], surroundings);
      const { code, out } = await jifen(['import', ...EXAMPLE, '--json'], surroundings);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ registered: 0, amended: 0, posted: 0, reversed: 0 });
      expect((await jifen(['verify', '--json'], surroundings)).out).toBe(before.out);
    });

    it('the books give what jifen year gives, to the last figure', async () => {
      const year = await jifen(['year', ...EXAMPLE, '--out', join(folder, 'out'), '--json'], {});
      expect(year.code).toBe(0);
      const store = await openReadOnly(books.place, SURROUNDINGS);
      const source = await store.read(async (tx) => {
        const [organisation] = await tx.organisations();
        return bookedYear(tx, organisation?.organisationId ?? '', 2026);
      });
      await store.close();
      if (isRefusal(source)) throw new Error(source.code);
      expect(yearJson(branchYear(source))).toBe(year.out);
      expect(await readFile(join(folder, 'out', 'year.json'), 'utf8')).toBe(year.out);
    });

    it('bad files are named row by row and nothing is posted', async () => {
      const roster = join(folder, 'roster.csv');
      const records = join(folder, 'records.csv');
      writeFileSync(roster, '编号,姓名,类型,加入日期\n001,张建国,正式党员,2015-07-01\n');
      writeFileSync(records, '编号,日期,条款,分值\n001,2026-02-30,task,3\n');
      const before = await jifen(['verify', '--json'], surroundings);
      const files = ['--roster', roster, '--records', records, '--year', '2026'];
      const { code, err } = await jifen(['import', ...files], surroundings);
      expect(code).toBe(1);
      expect(err).toMatch(/records\.csv.*2026-02-30/s);
      expect(err).toContain('什么都没有登记');
      expect((await jifen(['verify', '--json'], surroundings)).out).toBe(before.out);
    });

    it('files that differ from the books are refused, naming the rows, until a reason is given', async () => {
      const roster = join(folder, 'one.csv');
      const records = join(folder, 'none.csv');
      writeFileSync(roster, '编号,姓名,类型,加入日期\n001,张建国,正式党员,2015-07-01\n');
      writeFileSync(records, '编号,日期,条款,分值\n001,2026-03-05,task,3\n');
      const files = ['--roster', roster, '--records', records, '--year', '2026', '--branch', '试点支部'];
      expect((await jifen(['import', ...files], surroundings)).code).toBe(0);
      writeFileSync(records, '编号,日期,条款,分值\n001,2026-03-05,task,4\n');
      const refused = await jifen(['import', ...files], surroundings);
      expect(refused.code).toBe(1);
      expect(refused.err).toContain('001 2026-03-05 task');
      const mended = await jifen(['import', ...files, '--correction', '抄录有误', '--json'], surroundings);
      expect(JSON.parse(mended.out)).toMatchObject({ posted: 1, reversed: 1 });
    });

    it('once signing in is set up, nobody imports from the command line', async () => {
      const place = await engine.newPlace();
      const world = await newWorld(place.place);
      const founding = { name: '本机', level: 'machine', example: false, parentId: null } as const;
      const command = { type: 'foundOrganisation', organisationId: MACHINE, ...founding } as const;
      const founded = await perform(world, LOCAL_OPERATOR, command, { key: 'set-up' });
      await world.store.close();
      const there = { DATA_DIR: place.place.dataDir || folder, DATABASE_URL: place.place.url ?? '' };
      const { code, err } = await jifen(['import', ...EXAMPLE], there);
      await place.remove();
      expect([isRefusal(founded), code]).toEqual([false, 1]);
      expect(err).toContain('请登录后');
    });

    it('verify passes, contains its own head, and refuses a head that was never printed', async () => {
      const sound = await jifen(['verify', '--json'], surroundings);
      expect(sound.code, sound.out).toBe(0);
      const head = (JSON.parse(sound.out) as { books: { hash: string; seq: number }[] }).books.at(-1);
      const printed = `${head?.hash.slice(0, 12)}@${head?.seq}`;
      expect((await jifen(['verify', '--head', printed], surroundings)).out).toContain('核验通过');
      const strange = await jifen(['verify', '--head', '0123456789ab'], surroundings);
      expect(strange.code).toBe(1);
      expect(strange.out).toContain('没有先前印出的摘要');
    });

    it('verify names the person whose name was changed by SQL', async () => {
      await books.sql(`update person set name = '张三' where number = '002'`);
      const { code, out } = await jifen(['verify'], surroundings);
      expect(code).toBe(1);
      expect(out).toMatch(/账册 register第 \d+ 笔的人员资料：被改动过/);
    });
  });
}
