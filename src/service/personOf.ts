import type { Person } from '../domain/member/person.ts';
import type { PersonRow } from './ports.ts';

/** A person as their row has them. Rows written before there was a work field have none. */
export function personOf({ number, name, details }: Pick<PersonRow, 'number' | 'name' | 'details'>): Person {
  return { ...(JSON.parse(details) as Omit<Person, 'number' | 'name'>), number, name };
}
