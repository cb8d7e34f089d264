// A body that fits, made from the route's own schema: a new route needs none written by hand. Ids and particular values are
// picked by the name of their field; every free text says which field it stands in.
import { z } from 'zod';

export type JsonSchema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
};

export const schemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonSchema;

/** How the body is to be. `full`: optional fields too; `choice`: which of several shapes, where there are several. */
export type Making = {
  /** What stands in a field of that name; undefined: whatever fits. `path`: names from the top, joined by dots. */
  readonly pick: (name: string, path: string) => unknown;
  readonly full: boolean;
  readonly choice: number;
  /** Begins every free text. */
  readonly mark?: string | undefined;
};

/** Something that fits a pattern or format. */
const SAMPLES = [
  '2026-06-30',
  '2026-06',
  '2.00',
  '15',
  '0'.repeat(64),
  '0'.repeat(32),
  '000000',
  'abcd-1234',
  '2026-06-30T01:00:00.000Z',
  '00000000-0000-7000-8000-000000000000',
  'A2.1-1',
];

export function valueFor(schema: JsonSchema, path: string, making: Making): unknown {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return oneOf(options, path, making);
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((part) => valueFor(part, path, making) as object)) as object;
  if (schema.const !== undefined) return schema.const;
  const picked = making.pick(name, path);
  if (picked !== undefined && schema.type !== 'object' && schema.type !== 'array') return picked;
  if (schema.enum !== undefined) return schema.enum[making.choice % schema.enum.length];
  switch (schema.type) {
    case 'object':
      return objectFor(schema, path, making);
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, (_none, index) =>
        valueFor(schema.items ?? {}, `${path}.${index}`, making),
      );
    case 'integer':
    case 'number':
      return numberFor(schema);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return textFor(schema, `${making.mark ?? MARK}${path}`, path);
  }
}

function oneOf(options: readonly JsonSchema[], path: string, making: Making): unknown {
  const some = options.filter(({ type }) => type !== 'null');
  if (some.length < options.length && !making.full) return null;
  const chosen = some[making.choice % some.length];
  return chosen === undefined ? null : valueFor(chosen, path, making);
}

function objectFor(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  path: string,
  making: Making,
) {
  const made: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties))
    if (making.full || required.includes(name))
      made[name] = valueFor(schema, path === '' ? name : `${path}.${name}`, making);
  if (making.full && typeof additionalProperties === 'object')
    made['key'] = valueFor(additionalProperties, `${path}.key`, making);
  return made;
}

const numberFor = ({ minimum, exclusiveMinimum, maximum }: JsonSchema): number =>
  Math.min(Math.max(1, minimum ?? 1, (exclusiveMinimum ?? 0) + 1), maximum ?? Number.MAX_SAFE_INTEGER);

/** Free text is marked, so that wherever it comes out again it can be told from which field it is. */
const MARK = '暗记';

function textFor(
  { pattern, format, minLength = 0, maxLength = 10_000 }: JsonSchema,
  marked: string,
  path: string,
): unknown {
  if (format === 'binary') return new File(['编号,姓名\n'], '文件.csv');
  if (pattern !== undefined || format !== undefined) {
    const fits = (text: string) => pattern === undefined || new RegExp(pattern, 'u').test(text);
    const sample = SAMPLES.find((text) => fits(text) && text.length >= minLength && text.length <= maxLength);
    if (sample === undefined)
      throw new Error(`${path}: no sample fits ${pattern ?? format}; add one to SAMPLES`);
    return sample;
  }
  return marked.slice(0, maxLength).padEnd(minLength, '。');
}

/** How many shapes there are to choose from, at most. */
export function choicesIn(schema: JsonSchema): number {
  const options = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null');
  const within = [...options, ...(schema.allOf ?? []), ...Object.values(schema.properties ?? {})].map(
    choicesIn,
  );
  return Math.max(
    1,
    options.length,
    ...within,
    ...(schema.items === undefined ? [] : [choicesIn(schema.items)]),
  );
}

/** Where an id is asked for: the contract writes one as a text of 1 to 100 characters. */
export function idPlaces(
  { type, pattern, minLength, maxLength, ...schema }: JsonSchema,
  path = '',
): string[] {
  const isId = type === 'string' && pattern === undefined && minLength === 1 && maxLength === 100;
  const nested = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const within = Object.entries(schema.properties ?? {});
  return [
    ...new Set([
      ...(isId ? [path] : []),
      ...nested.flatMap((one) => idPlaces(one, path)),
      ...within.flatMap(([name, one]) => idPlaces(one, path === '' ? name : `${path}.${name}`)),
      ...(schema.items === undefined ? [] : idPlaces(schema.items, `${path}.0`)),
    ]),
  ];
}
