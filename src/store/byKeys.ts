/** Lists of keys in one query: well under the number of parameters either engine takes. */
const KEYS_A_QUERY = 1_000;

/** The rows of all keys, a query for each thousand of them. */
export async function byKeys<K, R>(keys: readonly K[], query: (some: K[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = [];
  for (let from = 0; from < keys.length; from += KEYS_A_QUERY) {
    for (const row of await query(keys.slice(from, from + KEYS_A_QUERY))) found.push(row);
  }
  return found;
}
