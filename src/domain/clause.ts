/** A place in the measure: "3.4.2" is chapter three, (四) 2; "An1.5" step five of annex 1; "A2.5" category five of annex 2. */
export type ClauseId = string;
