// The server on a real port over a fresh data folder, as npm start opens it.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServices } from '../../src/compose.ts';
import type { Services } from '../../src/server/services.ts';
import { start } from '../../src/server/start.ts';

export type Serving = {
  readonly url: string;
  /** Good once, to set up sign-in. */
  readonly setUpToken: string;
  readonly stop: () => Promise<void>;
};

/** With what the server was given, for tests that look behind the wire. */
export type ServingWithin = Serving & { readonly services: Services; readonly dataDir: string };

export const serve = (wanted: { readonly example: boolean }): Promise<Serving> => serveWithin(wanted);

/** Tests ask faster than people do. */
const UNHURRIED = { account: 1_000_000, place: 1_000_000, strangers: 1_000_000 };

type Within = {
  readonly example?: boolean;
  readonly databaseUrl?: string | undefined;
  /** What the server is given instead of the services as they are wired. */
  readonly around?: (services: Services) => Services;
};

export async function serveWithin({
  example = false,
  databaseUrl = process.env['SERVER_TEST_DATABASE_URL'],
  around = (services) => services,
}: Within = {}): Promise<ServingWithin> {
  const folder = await mkdtemp(join(tmpdir(), 'jifen-server-'));
  const opened = await openServices({ url: databaseUrl, dataDir: folder });
  const services = around({ ...opened, rates: UNHURRIED });
  const { url, stop, said } = await start(services, { host: '127.0.0.1', port: 0, example });
  return {
    url,
    services,
    dataDir: folder,
    setUpToken: /设置口令 (\w+)/.exec(said.join('\n'))?.[1] ?? '',
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Services over a folder that is gone afterwards. */
export async function withServices<T>(work: (services: Services) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'jifen-server-'));
  try {
    return await work(await openServices({ dataDir: folder }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export type Answer = {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
};

/** Sends exactly these headers: fetch would not let a test lie about Host or Origin. */
export function send(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export const exampleFile = async (name: 'roster.xlsx' | 'records.xlsx') =>
  new File([await readFile(new URL(`../../examples/${name}`, import.meta.url))], name);

export type Books = {
  readonly empty: boolean;
  readonly organisations: readonly {
    readonly id: string;
    readonly name: string;
    readonly example: boolean;
    readonly years: readonly number[];
    readonly heads: readonly { readonly seq: number; readonly hash: string }[];
  }[];
};

export const readJson = async <T>(url: string): Promise<T> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};

/** Where the only opened year answers. */
export async function onlyYear(
  base: string,
): Promise<{ readonly api: string; readonly id: string; readonly year: number }> {
  const { organisations } = await readJson<Books>(`${base}api/books`);
  const [organisation] = organisations;
  const year = organisation?.years[0];
  if (organisation === undefined || year === undefined) throw new Error('no year is open');
  return { api: `${base}api/books/${organisation.id}/years/${year}`, id: organisation.id, year };
}
