/** An example's pages say so: those about an example organisation, and every page of somebody who belongs to one. */
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api.ts';
import { words } from '../words.ts';

export function ExampleBar({ about }: { readonly about: boolean }) {
  const { data } = useQuery(sessionQuery);
  if (!about && data?.who?.example !== true) return null;
  return (
    <aside className="example" aria-label={words.example}>
      <strong>{words.example}</strong> {words.exampleBanner}
    </aside>
  );
}
