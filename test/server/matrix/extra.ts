// Fields nobody asked for (promise X6): refused or left aside, and nothing of them is ever kept.
import type { Bureau, Row } from './bureau.ts';
import type { Wrong } from './cells.ts';
import { inputsAbout, namedIn } from './columns.ts';
import type { Oracle } from './matter.ts';
import { type Input, isReading, type Route, ROUTES, send } from './routes.ts';
import type { Known } from './seeds.ts';

/** The value of every field that was not asked for. */
export const SMUGGLED = '夹带';
/** As text: JSON.stringify would leave __proto__ out. */
const EXTRA = `"status":"${SMUGGLED}","organisationId":"${SMUGGLED}","score":"${SMUGGLED}","approvedBy":"${SMUGGLED}","userId2":"${SMUGGLED}","__proto__":{"smuggled":"${SMUGGLED}"},"constructor":{"prototype":{"smuggled":"${SMUGGLED}"}}`;

/** The same body with the extra fields in every object of it. */
const withExtra = (body: unknown): string =>
  JSON.stringify(body).replace(/\{(?=("?))/g, (_brace, next: string) => `{${EXTRA}${next === '' ? '' : ','}`);

/** What each writing route would have kept with the extra fields, where it is more or other than without. */
export async function extraAsked(bureau: Bureau, oracle: Oracle, known: Known) {
  const wrong: Wrong[] = [];
  let count = 0;
  bureau.rehearsing.on = true;
  for (const route of ROUTES.filter((one) => !isReading(one)))
    for (const input of inputsAbout(route, namedIn(bureau.own), known, { full: true })) {
      for (const row of bureau.rows) {
        if (route.meta.ability === 'anyone' || !(await (await oracle(row))(route, input))) continue;
        if (Object.values(input).some((value) => value instanceof File)) break;
        const plain = await written(bureau, row, route, input);
        const more = await written(bureau, row, route, input, withExtra);
        count += 1;
        const place = { row: row.name, route: route.name, column: '' };
        const isSame = more.status === plain.status || more.status === 400;
        if (!isSame)
          wrong.push({
            ...place,
            fault: '多出的字段改变了答复',
            heard: `${plain.status} ${more.status} ${more.text.slice(0, 200)}`,
          });
        if (more.rows.includes(SMUGGLED))
          wrong.push({ ...place, fault: '多出的字段被记下', heard: more.rows.slice(0, 300) });
        if (more.status < 300 && more.acts !== plain.acts)
          wrong.push({ ...place, fault: '记下的不一样', heard: `${plain.acts} ${more.acts}` });
        break;
      }
    }
  bureau.rehearsing.on = false;
  return { wrong, count };
}

async function written(
  { rehearsing }: Bureau,
  row: Row,
  ...asked: [Route, Input, ((body: unknown) => string)?]
) {
  const [route, input, wire] = asked;
  await row.ready();
  rehearsing.written = [];
  const { status, text } = await send(row.person, route, input, row.token, wire);
  const acts = rehearsing.written.map(({ act }) => act).join(' ');
  if (route.meta.ability === 'signedIn') row.token = await row.person.token();
  return { status, text, acts, rows: rehearsing.written.map(({ rows }) => rows).join('\n') };
}
