/** A fact that cannot follow from those before it: what it ends or reverses was never there. No program of ours writes one. */
export class ImpossibleFact extends Error {
  override readonly name = 'ImpossibleFact';
  readonly seq: number;

  constructor(seq: number, what: string) {
    super(`fact ${seq} ${what}`);
    this.seq = seq;
  }
}
