// Values as they come over the wire, gone through to the last text.

/** Every text in a value, with the name of the field it stands in. */
export function walk(value: unknown, told: (key: string, text: string) => void, key = ''): void {
  if (typeof value === 'string') told(key, value);
  else if (Array.isArray(value)) for (const one of value) walk(one, told, key);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) walk(one, told, name);
}
