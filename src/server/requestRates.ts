/** How often accounts and places are answered, in requests a minute. */
/** Requests a minute. */
export type RequestRates = {
  /** Of one account, wherever it is signed in from. */
  readonly account: number;
  /** Of everybody at one place together. */
  readonly place: number;
  /** Of those at one place who are not signed in: they find their way to the sign-in page and no further. */
  readonly strangers: number;
};

export const REQUEST_RATES: RequestRates = { account: 1_200, place: 60_000, strangers: 6_000 };
