/** Names of files that lie side by side in one folder. */
import { safeName } from '../domain/fileName.ts';

/** Gives each wanted name a safe one that nobody else has, also where upper and lower case are the same: -2, -3 … behind. */
export function openNames(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    const safe = safeName(wanted);
    let name = safe;
    for (let copy = 2; taken.has(key(name)); copy += 1) name = `${safe}-${copy}`;
    taken.add(key(name));
    return name;
  };
}

const key = (name: string) => name.normalize('NFC').toLowerCase();
