// Starts such a server and waits until its books are made.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { County, Size } from './county.ts';

export type Served = County & { readonly stop: () => Promise<void> };

export async function served(
  { branches, members, entries, others = 0 }: Size,
  databaseUrl?: string,
): Promise<Served> {
  const args = [branches, members, entries, others].map(String);
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'child.ts'), ...args],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...(databaseUrl === undefined ? {} : { LOAD_DATABASE_URL: databaseUrl }) },
    },
  );
  const ended = once(child, 'close');
  const said = await firstLine(child.stdout);
  return {
    ...(JSON.parse(said) as County),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

async function firstLine(output: NodeJS.ReadableStream): Promise<string> {
  let heard = '';
  for await (const part of output.setEncoding('utf8')) {
    heard += String(part);
    const end = heard.indexOf('\n');
    if (end >= 0) return heard.slice(0, end);
  }
  throw new Error('the server ended before its books were made');
}
