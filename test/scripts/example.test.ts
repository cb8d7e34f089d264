import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { exampleFiles } from '../../scripts/example/workbook.ts';

const FOLDER = join(import.meta.dirname, '../../examples');

async function sheetOf(bytes: Uint8Array) {
  const { sheets } = await readXlsx(bytes);
  const [sheet] = sheets;
  if (sheet === undefined || sheets.length !== 1) throw new Error('a year file has one sheet');
  return sheet;
}

const committed = (name: string) => readFileSync(join(FOLDER, name));

describe('the example branch', () => {
  test.each(['roster.xlsx', 'records.xlsx'])('examples/%s is what the script makes', async (name) => {
    const made = (await exampleFiles()).get(name);
    if (made === undefined) throw new Error(`the script does not make ${name}`);
    const expected = await sheetOf(made);
    const found = await sheetOf(committed(name));
    expect(found.name).toBe(expected.name);
    expect(found.rows).toEqual(expected.rows);
  });

  test('has 38 people: 30 full members, 3 probationary, 5 applicants', async () => {
    const { rows } = await sheetOf(committed('roster.xlsx'));
    const [header = [], ...people] = rows;
    const types = people.map((person) => person[header.indexOf('类型')]);
    expect(types.filter((type) => type === '正式党员')).toHaveLength(30);
    expect(types.filter((type) => type === '预备党员')).toHaveLength(3);
    expect(types.filter((type) => type === '入党积极分子')).toHaveLength(5);
    expect(types).toHaveLength(38);
  });

  test('keeps names with rare characters and long names whole', async () => {
    const { rows } = await sheetOf(committed('roster.xlsx'));
    const names = rows.map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(['吴㙦', '郑𠮷', '何䶮', '买买提·吐尔逊江']));
  });

  test('has about 1,500 records, most with Excel dates and some with a date as it was typed', async () => {
    const { rows } = await sheetOf(committed('records.xlsx'));
    const days = rows.slice(1).map((row) => row[1]);
    expect(days.length).toBeGreaterThan(1_450);
    expect(days.length).toBeLessThan(1_650);
    expect(days.filter((day) => day instanceof Date).length).toBeGreaterThan(1_400);
    expect(days).toContain('2026.3.5');
  });
});
