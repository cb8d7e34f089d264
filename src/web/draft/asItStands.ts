/**
 * For the query of a page on which something is drafted: never taken from memory, since the fields begin with what it says. A page
 * shown as it was a moment ago would lack what was typed then, and find it on the server as if somebody else had.
 */
export const AS_IT_STANDS = { staleTime: 0, gcTime: 0 } as const;
