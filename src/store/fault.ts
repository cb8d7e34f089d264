/** A fault of the store that whoever started the program must mend; the message is Chinese and says how. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code:
    | 'badAlgorithm'
    | 'badDays'
    | 'badNetwork'
    | 'badFile'
    | 'dataDirInUse'
    | 'schemaNewer'
    | 'schemaMissing'
    | 'migrationFailed'
    | 'noBooks'
    | 'badKey'
    | 'badUrl'
    | 'openKey';

  constructor(code: StoreFault['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
