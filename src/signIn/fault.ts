/** A fault of sign-in that whoever started the program must mend; the message is Chinese and says how. */
export class SignInFault extends Error {
  override readonly name = 'SignInFault';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}
