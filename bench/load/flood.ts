// The form for objections under a flood, and how the offices read meanwhile (promises P1): both from one address of the machine.
import { randomBytes } from 'node:crypto';
import autocannon from 'autocannon';
import type { County } from './county.ts';
import { type Load, run } from './loads.ts';

const RATE = 200;
const SECONDS = 30;
const CONNECTIONS = 20;
const BOUNDARY = 'jifen-flood';

export type Flood = {
  readonly sent: number;
  /** Of a hundred, how many the limits refused. */
  readonly refused: number;
  /** Milliseconds of the offices' readings, before and under the flood. */
  readonly calm: number;
  readonly flooded: number;
  readonly failed: number;
};

export async function flood(books: County, reading: Load): Promise<Flood> {
  const calm = await run(books, reading);
  const pouring = pour(books);
  const flooded = await run(books, reading);
  const poured = await pouring;
  const answered = poured['2xx'] + poured.non2xx;
  return {
    sent: answered,
    refused: (100 * (poured.statusCodeStats?.['429']?.count ?? 0)) / answered,
    calm: calm.p95,
    flooded: flooded.p95,
    failed: flooded.failed,
  };
}

const pour = ({ url, notice }: County) =>
  autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    overallRate: RATE,
    requests: [
      {
        setupRequest: (plain: autocannon.Request): autocannon.Request => ({
          ...plain,
          method: 'POST',
          path: `/${notice}/object`,
          headers: {
            ...plain.headers,
            origin: new URL(url).origin,
            'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
          },
          body: filled(),
        }),
      },
    ],
  });

/** A form as a browser sends it, each with a key of its own. */
function filled(): string {
  const fields = {
    key: randomBytes(16).toString('hex'),
    line: '5',
    words: '窗口没有人',
    name: '何苦香',
    reach: '13900112233',
    capacity: 'served',
  };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}
