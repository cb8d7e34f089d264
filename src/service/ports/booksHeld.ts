/**
 * Somebody else has held the same books for longer than anybody should wait. Nothing was done and nothing is left of it, so the same
 * key may be tried again.
 */
export class BooksHeld extends Error {
  override readonly name = 'BooksHeld';
}
