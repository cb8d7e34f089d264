/** A reading's alternative is chosen in readings.yaml itself; trying one out is the same files with another `chosen`. */

/** Alternative id by reading id, such as { G7: 'period' }. */
export type Choices = Readonly<Record<string, string>>;

/** A copy of the documents in which each named reading has that alternative chosen. A reading the file lacks is left for the caller to notice. */
export function withChoices(
  documents: Readonly<Record<string, unknown>>,
  choices: Choices,
): Record<string, unknown> {
  const readings = documents['readings'];
  if (!Array.isArray(readings)) return { ...documents };
  const chosen = readings.map((reading: unknown) => {
    const id = (reading as { id?: unknown } | null)?.id;
    const choice = typeof id === 'string' ? choices[id] : undefined;
    return choice === undefined ? reading : { ...(reading as object), chosen: choice };
  });
  return { ...documents, readings: chosen };
}
