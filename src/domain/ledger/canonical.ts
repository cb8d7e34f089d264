/**
 * One text for one value, on every engine, machine and time zone: keys in order, no spaces, whole numbers only. What is
 * hashed is hashed in this form. Throws on whatever has no single form; that is a fault of the program, not an answer.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      return whole(value);
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? list(value) : record(value);
    default:
      throw new TypeError(`no canonical form for a value of type ${typeof value}`);
  }
}

/** Half a surrogate pair has no UTF-8 form: one engine would refuse it, another would change it silently. */
function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('no canonical form for text with half a surrogate pair');
  return JSON.stringify(value);
}

function whole(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0))
    throw new TypeError(`no canonical form for the number ${value}`);
  return String(value);
}

function list(values: readonly unknown[]): string {
  return `[${values.map(canonical).join(',')}]`;
}

/** Keys by UTF-16 code unit, as RFC 8785 orders them. A key whose value is undefined is refused, not left out. */
function record(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('no canonical form for an object of a class');
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${text(key)}:${canonical(inner)}`).join(',')}}`;
}
