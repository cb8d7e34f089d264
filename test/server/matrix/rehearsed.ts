// Writes that are decided and answered as ever and then undone, so that what one may do does not spoil what the next may.
import type { Services } from '../../../src/server/services.ts';
import type { Store, Writing } from '../../../src/service/ports.ts';

export type Rehearsing = {
  /** While it is on, every transaction is rolled back in the end. */
  on: boolean;
  /** What would have been kept, each as the name of the function that writes it and its rows. */
  written: { readonly act: string; readonly rows: string }[];
};

/** The same services, with a store that rehearses while it is told to. */
export function rehearsed(services: Services, rehearsing: Rehearsing): Services {
  const { world } = services;
  return { ...services, world: { ...world, store: rehearsedStore(world.store, rehearsing) } };
}

function rehearsedStore(store: Store, rehearsing: Rehearsing): Store {
  return {
    ...store,
    write: (work, options = {}) =>
      rehearsing.on
        ? store.write((tx) => work(watched(tx, rehearsing)), { ...options, rollback: true })
        : store.write(work, options),
  };
}

const WRITES = /^(add|put|move|remove|clear)/;

function watched(tx: Writing, rehearsing: Rehearsing): Writing {
  return new Proxy(tx, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function' || !WRITES.test(String(name))) return value;
      return (...rows: unknown[]) => {
        rehearsing.written.push({ act: String(name), rows: JSON.stringify(rows) });
        return (value as (...rows: unknown[]) => unknown)(...rows);
      };
    },
  });
}
