import type { FileFault, FileFaultCode } from '../domain/year/table.ts';

/** Stops reading a file: thrown inside the worker, answered as values at its door. */
export class Unreadable extends Error {
  readonly code: FileFaultCode;
  readonly params: FileFault['params'];
  readonly sheet: string | null;
  readonly cell: string | null;

  constructor(
    code: FileFaultCode,
    params: FileFault['params'] = {},
    place: { readonly sheet?: string; readonly cell?: string } = {},
  ) {
    super(code);
    this.code = code;
    this.params = params;
    this.sheet = place.sheet ?? null;
    this.cell = place.cell ?? null;
  }
}
