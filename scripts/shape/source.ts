import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { parseSync } from 'vite';

type At = { line: number };

/** What the rules need to know about one file. Paths are relative to the checkout, with forward slashes. */
export type Source = {
  path: string;
  /** First folder or file under src/ ("domain", "compose"); undefined outside src/. */
  room: string | undefined;
  lines: number;
  imports: ({ specifier: string; target: string | undefined } & At)[];
  functions: ({ lines: number } & At)[];
  anys: At[];
  names: ({ name: string } & At)[];
  numbers: ({ value: number } & At)[];
  isBarrel: boolean;
};

type Node = { type: string; start: number; end: number; [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function visit(
  node: Node,
  parent: Node | undefined,
  key: string,
  see: (n: Node, p: Node | undefined, k: string) => void,
): void {
  see(node, parent, key);
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (isNode(child)) visit(child, node, name, see);
    }
  }
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** A name that refers to something, as opposed to the key of a property. */
function refers(node: Node, parent: Node | undefined, key: string): boolean {
  if (node.type !== 'Identifier') return false;
  const isKey = (key === 'property' || key === 'key') && parent?.['computed'] !== true;
  return !isKey && !parent?.type.startsWith('Import');
}

function memberName(node: Node): string | undefined {
  const { object, property } = node;
  if (node.type !== 'MemberExpression' || !isNode(object) || !isNode(property)) return undefined;
  return object.type === 'Identifier' ? `${String(object['name'])}.${String(property['name'])}` : undefined;
}

function importOf(node: Node): string | undefined {
  const source = node['source'];
  const importing = /^(Import(Declaration|Expression)|Export(Named|All)Declaration|TSImportType)$/.test(
    node.type,
  );
  return importing && isNode(source) && typeof source['value'] === 'string' ? source['value'] : undefined;
}

/** Only imports and re-exports: a file that adds nothing but another way to the same thing. */
function isBarrel(body: Node[]): boolean {
  if (body.some(({ type }) => type === 'ExportAllDeclaration')) return true;
  const passing = (node: Node) => node.type === 'ImportDeclaration' || importOf(node) !== undefined;
  const naming = (node: Node) => node.type === 'ExportNamedDeclaration' && node['declaration'] === null;
  return body.some(naming) && body.every((node) => passing(node) || naming(node));
}

/** Reads one file. Throws when it is not valid TypeScript or JavaScript. */
function readSource(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const lineOf = (offset: number) => starts.filter((start) => start < offset).length + 1;
  const [top, room] = path.split('/');
  const source: Source = {
    path,
    room: top === 'src' ? room?.replace(/\.ts$/, '') : undefined,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: [],
    functions: [],
    anys: [],
    names: [],
    numbers: [],
    isBarrel: isBarrel(program.body as unknown as Node[]),
  };
  visit(program as unknown as Node, undefined, '', (node, parent, key) => {
    const line = lineOf(node.start);
    const specifier = importOf(node);
    const name = memberName(node) ?? (refers(node, parent, key) ? String(node['name']) : undefined);
    if (specifier !== undefined) {
      const target = specifier.startsWith('.') ? join(dirname(path), specifier) : undefined;
      source.imports.push({ specifier, target, line });
    }
    if (name !== undefined) source.names.push({ name, line });
    if (node.type === 'TSAnyKeyword') source.anys.push({ line });
    if (node.type === 'Literal' && typeof node['value'] === 'number')
      source.numbers.push({ value: node['value'], line });
    if (FUNCTIONS.has(node.type)) source.functions.push({ line, lines: lineOf(node.end) - line + 1 });
  });
  return source;
}

/** Every program file of the checkout. */
export function readSources(root: string): Source[] {
  return globSync('{src,bin,scripts,test,bench}/**/*.{ts,tsx,js}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => readSource(root, path));
}
