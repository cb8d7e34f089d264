// Every address of the server: those of the contract, and those beside it.
import { OTHER_ROUTES } from '../../../src/server/app.ts';
import { contract } from '../../../src/contract/contract.ts';
import type { RouteMeta } from '../../../src/contract/wire.ts';
import type { z } from 'zod';
import { choicesIn, type JsonSchema, type Making, schemaOf, valueFor } from './bodies.ts';
import type { Heard, Person } from '../person.ts';

/** What a route is sent, its path's parameters among the rest. */
export type Input = Record<string, unknown>;

export type Route = {
  readonly name: string;
  readonly meta: RouteMeta;
  readonly method: string;
  /** From the root of the server; parameters in braces. */
  readonly path: string;
  readonly schema: JsonSchema;
};

export const ROUTES: readonly Route[] = Object.entries(contract).map(([name, route]) => {
  const { meta, route: to, inputSchema } = route['~orpc'];
  const { properties = {} } = inputSchema === undefined ? {} : schemaOf(inputSchema as z.ZodType);
  return {
    name,
    meta,
    method: to.method ?? 'GET',
    path: `/api${to.path ?? ''}`,
    schema:
      to.inputStructure === 'detailed'
        ? flattened(properties)
        : { type: 'object', ...schemaFrom(inputSchema) },
  };
});

/** Papers by what stands in the last place of their address, with the abilities that open them. */
const PAPERS: Readonly<Record<string, RouteMeta>> = {
  all: { ability: 'readBooks' },
  yearGrading: { ability: 'readBooks' },
  notAPaper: { ability: 'readBooks' },
  'pointsRecord-{member}': { ability: 'readBooks', or: 'readOwnYear' },
  'application-1-{member}': { ability: 'readMatter' },
  'meetingPackage-1': { ability: 'readAppraisal' },
};

/** Addresses beside the contract that show something of the books, as createApp's own table names them; by their last part. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, RouteMeta>>>> = {
  '/papers/:organisation/:year/:paper': PAPERS,
  '/exemption-papers/:organisation/:member/:exemption': {
    '{exemption}': { ability: 'readExemption' },
  },
  // whoever has the link, signed in or not: test/server/publicNotice.test.ts asks as they do
  '/notice/:organisation/:link': { '{link}': { ability: 'anyone' } },
  '/notice/:organisation': { '{organisation}': { ability: 'anyone' } },
  '/posters/:organisation/:notice': { '{notice}': { ability: 'readPublicNotice' } },
  // the same, and whoever holds a receipt: test/server/publicObjection.test.ts
  '/notice/:organisation/:link/object': { object: { ability: 'anyone' } },
  '/objection/:organisation': { '{organisation}': { ability: 'anyone' } },
  '/objection-files/:organisation/:year/:period/:member/:objection/:number': {
    '{number}': { ability: 'readObjection' },
  },
  '/evidence/:organisation/:year/:period/:member/:evidence': {
    '{evidence}': { ability: 'readEvidence' },
  },
  '/own-data/:format': { json: { ability: 'signedIn' }, xlsx: { ability: 'signedIn' } },
};

const OTHERS: readonly Route[] = Object.entries(BESIDE).flatMap(([address, papers]) =>
  Object.entries(papers).map(([last, meta]) => {
    const path = address.replace(/:\w+$/, last).replace(/:(\w+)/g, '{$1}');
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const properties = Object.fromEntries(
      names.map((name) => [name, { type: 'string', minLength: 1, maxLength: 100 }]),
    );
    const schema = { type: 'object', properties, required: names };
    return { name: `${address} ${last}`, meta, method: 'GET', path, schema };
  }),
);
/** Those of the table that no paper above is asked of. */
export const unasked = (): string[] =>
  Object.entries(OTHER_ROUTES).flatMap(([address, ability]) =>
    ability === null || address in BESIDE ? [] : [address],
  );

function schemaFrom(inputSchema: unknown): JsonSchema {
  return inputSchema === undefined ? { type: 'object' } : schemaOf(inputSchema as z.ZodType);
}

/** Of a detailed input: its path, query and body together; the headers every request has anyway. */
function flattened(parts: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const kept = Object.entries(parts).flatMap(([part, schema]) => (part === 'headers' ? [] : [schema]));
  return {
    type: 'object',
    properties: Object.assign({}, ...kept.map(({ properties = {} }) => properties)) as Record<
      string,
      JsonSchema
    >,
    required: kept.flatMap(({ required = [] }) => required),
  };
}

export const isReading = ({ method }: Route) => method === 'GET';

/** Everything that is asked of whoever is signed in: by office, or about oneself. */
export const ASKED: readonly Route[] = [...ROUTES, ...OTHERS].filter(({ meta }) => meta.ability !== 'anyone');

/** One input for each shape the route takes. */
export function inputsFor(route: Route, making: Omit<Making, 'choice'>): Input[] {
  return Array.from(
    { length: choicesIn(route.schema) },
    (_none, choice) => valueFor(route.schema, '', { ...making, choice }) as Input,
  );
}

/** Sends it as the pages would: parameters in the path, the rest as query or body. `wire`: how a body is written otherwise. */
export async function send(
  person: Person,
  route: Route,
  input: Input,
  token: string,
  wire: (body: unknown) => unknown = (body) => body,
): Promise<Heard> {
  const rest = { ...input };
  const path = route.path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(textOf(value));
  });
  if (route.method === 'GET') {
    const query = new URLSearchParams(
      Object.entries(rest).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, textOf(value)] as [string, string]],
      ),
    );
    return person.ask('GET', `${path.slice(1)}${query.size > 0 ? `?${query.toString()}` : ''}`);
  }
  const body = Object.values(rest).some((value) => value instanceof File) ? formOf(rest) : wire(rest);
  return person.ask(route.method, path.slice(1), body, { 'x-jifen-token': token });
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function formOf(fields: Input): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (value instanceof File) form.set(name, value);
    else if (value !== null && value !== undefined) form.set(name, textOf(value));
  return form;
}
