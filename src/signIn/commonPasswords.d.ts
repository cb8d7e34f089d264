/** The package ships no types. */
declare module 'fxa-common-password-list' {
  /** True when the password is among the hundred thousand most used. */
  export function test(password: string): boolean;
}
