// A throw-away PostgreSQL server on loopback: own folder, free port, random password, fsync as delivered (on).
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql';
const OLDEST_MAJOR = 15;
const READY_WITHIN_MS = 30_000;

/** Folder of initdb and postgres, newest version first; undefined when none ≥ 15 is installed. */
export function postgresBinaries(): string | undefined {
  const asked = spawnSync('pg_config', ['--bindir', '--version'], { encoding: 'utf8' }).stdout ?? '';
  const [folder, version] = asked.split('\n');
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const folders = versions
    .filter((major) => major >= OLDEST_MAJOR)
    .sort((a, b) => b - a)
    .map((major) => `${DEBIAN}/${major}/bin`);
  if (folder && Number(/ (\d+)/.exec(version ?? '')?.[1]) >= OLDEST_MAJOR) folders.push(folder);
  return folders.find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')));
}

/** The server refuses to run as root: the user `postgres` that its package makes runs it then. */
function owner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim());
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('没有空闲的端口');
  return address.port;
}

type As = { uid: number; gid: number } | undefined;

function initialise(bin: string, folder: string, password: string, as: As): void {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as) for (const path of [folder, passwordFile]) chownSync(path, as.uid, as.gid);
  const args = ['-D', join(folder, 'data'), '-U', 'jifen', '-E', 'UTF8', '--locale=C.UTF-8'];
  const { status, stderr } = spawnSync(
    join(bin, 'initdb'),
    [...args, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    { cwd: folder, encoding: 'utf8', ...as },
  );
  if (status !== 0) throw new Error(`initdb 失败：${stderr}`);
}

// The server lives as long as its standard input is open: it ends, and its folder goes, however we end.
const UNTIL_INPUT_CLOSES = `"$@" >server.log 2>&1 & server=$!
cat >/dev/null
kill -QUIT $server; wait $server; cd /; rm -rf "$FOLDER"`;

function serve(bin: string, folder: string, port: number, as: As): ChildProcess {
  const settings = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: folder };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  return spawn(
    'sh',
    ['-c', UNTIL_INPUT_CLOSES, 'sh', join(bin, 'postgres'), '-D', join(folder, 'data'), ...options],
    {
      cwd: folder,
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { ...process.env, FOLDER: folder },
      ...as,
    },
  );
}

async function untilReady(url: string, folder: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (Date.now() > deadline) {
        throw new Error(`PostgreSQL 没有启动：${readFileSync(join(folder, 'server.log'), 'utf8')}`, {
          cause: error,
        });
      }
      await wait(100);
    }
  }
}

/** Starts the server; undefined when PostgreSQL is not installed. `stop` ends it and removes its folder. */
export async function startCluster(): Promise<{ url: string; stop: () => Promise<void> } | undefined> {
  const bin = postgresBinaries();
  if (!bin) return undefined;
  const as = owner();
  const folder = mkdtempSync(join(tmpdir(), 'jifen-postgres-'));
  const password = randomBytes(16).toString('hex');
  const port = await freePort();
  const url = `postgres://jifen:${password}@127.0.0.1:${port}/postgres`;
  let keeper: ChildProcess | undefined;
  const stop = async () => {
    if (keeper && keeper.exitCode === null) {
      keeper.stdin?.end();
      await once(keeper, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    initialise(bin, folder, password, as);
    keeper = serve(bin, folder, port, as);
    await untilReady(url, folder);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
