// A process of its own that migrates and is killed, by itself and without warning, when it makes one table.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KyselyPlugin } from 'kysely';
import { migrate } from '../../src/store/migrate.ts';
import type { Place } from '../../src/store/open.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openWriting } from '../../src/store/sqlite.ts';
import type { Database } from '../../src/store/tables.ts';

export function connect(place: Place): Database {
  if (place.url !== undefined) return openPostgres(place.url, () => undefined);
  mkdirSync(place.dataDir, { recursive: true });
  return openWriting(join(place.dataDir, 'jifen.db'));
}

/** `made`: the table or index at whose making the process is gone. */
function killedAt(made: string): KyselyPlugin {
  return {
    transformQuery({ node }) {
      const name =
        node.kind === 'CreateTableNode'
          ? node.table.table.identifier.name
          : node.kind === 'CreateIndexNode'
            ? node.name.name
            : '';
      if (name === made) process.kill(process.pid, 'SIGKILL');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

const [, , place, made] = process.argv;
if (place !== undefined && made !== undefined)
  await migrate(connect(JSON.parse(place) as Place).withPlugin(killedAt(made)));
