import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/domain/ledger/canonical.ts';
import { chained, genesisText } from '../../src/domain/ledger/envelope.ts';
import { readFact, UnknownFact } from '../../src/domain/fact.ts';
import { verify } from '../../src/service/verify/verify.ts';
import { DIGESTS } from '../../src/store/digests.ts';
import { imported, importing } from './branch.ts';
import { engines, newBooks } from './engines.ts';

describe('the canonical text', () => {
  it('puts keys in order at every depth, and leaves nothing to choose', () => {
    expect(canonical({ b: [1, { z: null, a: true }], a: '党员 𠮷\n"' })).toBe(
      '{"a":"党员 𠮷\\n\\"","b":[1,{"a":true,"z":null}]}',
    );
    expect(canonical({ é: 1, z: 2, a: 3 })).toBe('{"a":3,"z":2,"é":1}');
  });

  it.each([
    ['a fraction', 7.5],
    ['a number beyond the safe ones', 2 ** 53],
    ['minus zero', -0],
    ['not a number', Number.NaN],
    ['undefined', undefined],
    ['an undefined key', { a: undefined }],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['half a surrogate pair', '\ud842'],
    ['half a pair as a key', { '\ud842': 1 }],
    ['a function', () => 1],
  ])('refuses %s', (_what, value) => {
    expect(() => canonical(value)).toThrow(TypeError);
  });
});

describe('the chain', () => {
  it('begins at its own genesis, and hashes as the standards do (FIPS 180-4, GB/T 32905)', () => {
    const text = genesisText('qingjiang-01', 'register', 'sha256');
    expect(text).toBe(
      '{"algorithm":"sha256","book":"register","format":"jifen/1","organisationId":"qingjiang-01"}',
    );
    expect(DIGESTS.sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(DIGESTS.sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is the same in every time zone', () => {
    const source = `
      import { chained } from './src/domain/ledger/envelope.ts';
      import { DIGESTS } from './src/store/digests.ts';
      console.log(chained(${JSON.stringify(ROW)}, DIGESTS.sha256).hash);`;
    const hashes = ['UTC', 'Asia/Shanghai', 'America/New_York'].map((TZ) =>
      spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', source],
        { encoding: 'utf8', env: { ...process.env, TZ } },
      ).stdout.trim(),
    );
    expect(new Set([...hashes, chained(ROW, DIGESTS.sha256).hash]).size).toBe(1);
  });

  it.each(['sha256', 'sm3'] as const)(
    'is the same on every engine, under %s, and verifies',
    async (algorithm) => {
      const hashes = new Set<string>();
      for (const engine of engines) {
        const books = await newBooks(engine, algorithm);
        await imported(books.world, importing());
        const result = await verify(books.world);
        expect(result.wrong).toEqual([]);
        expect(result.books.map((book) => book.algorithm)).toEqual([algorithm, algorithm]);
        hashes.add(JSON.stringify(result.books));
        await books.close();
      }
      expect(hashes.size).toBe(1);
    },
  );
});

describe('facts', () => {
  const body = '{"example":false,"level":"branch","organisationHash":"0123456789abcdef0123456789abcdef"}';

  it('are read back as they were', () => {
    expect(readFact({ type: 'organisationFounded', v: 1, body })).toMatchObject({ level: 'branch' });
  });

  it.each([
    ['an unknown type', { type: 'roundClosed', v: 1, body }],
    ['an unknown version', { type: 'organisationFounded', v: 2, body }],
    ['an unknown key', { type: 'organisationFounded', v: 1, body: body.replace('{', '{"extra":1,') }],
    ['a missing key', { type: 'organisationFounded', v: 1, body: '{}' }],
  ])('%s fails loudly', (_what, row) => {
    expect(() => readFact(row)).toThrow(UnknownFact);
  });
});

const ROW = {
  organisationId: 'qingjiang-01',
  book: 'year-2026',
  seq: 1,
  stream: 'year',
  version: 1,
  type: 'yearOpened',
  v: 1,
  at: '2026-01-01T00:00:00.000Z',
  actor: 'localOperator',
  body: '{"year":2026}',
  prevHash: 'x',
};
