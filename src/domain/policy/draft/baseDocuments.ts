/** The documents of a base as documentsOf writes them: the shapes a form reads. Amounts are text. */
import type { Documents } from './documents.ts';

export type Entry = {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly amount?: string;
};
type Band = { readonly id: string; readonly name: string; readonly from: string; readonly label?: string };
type Bands = { readonly clause: string; readonly bands: readonly Band[] };
type List = { readonly clause: string; readonly items: readonly Entry[] };

export type CategoryDocument = {
  readonly id: string;
  readonly name: string;
  readonly cap: string;
  readonly indicators: readonly { readonly id: string; readonly text: string; readonly amount: string }[];
  readonly standards: readonly Entry[];
};

export type ReadingDocument = {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly question: string;
  readonly reading: string;
  readonly chosen?: string;
  readonly alternatives: readonly { readonly id: string; readonly text: string; readonly sets?: object }[];
};

export type BaseDocuments = {
  readonly policy: {
    readonly title: string;
    readonly issuer: string;
    readonly total: string;
    readonly periods: { readonly name: string; readonly filingDay: number };
    readonly calendar?: Readonly<Record<string, number>>;
    readonly kinds: readonly {
      readonly id: string;
      readonly name: string;
      readonly clause: string;
      readonly year: string;
      readonly period?: string;
    }[];
    readonly discretionary: { readonly most: string };
    readonly partYear: { readonly atLeast: number };
    readonly grades: Bands;
    readonly eligibility: Bands;
    readonly topShare: { readonly clause: string; readonly percent: number; readonly atLeast: number };
  };
  readonly clauses: readonly { readonly id: string; readonly title?: string; readonly text: string }[];
  readonly bonuses: List;
  readonly deductions: List & { readonly suppliers: readonly string[] };
  readonly disqualifiers: List;
  readonly 'base-items': { readonly categories: readonly CategoryDocument[] };
  readonly procedure: readonly {
    readonly id: string;
    readonly clause: string;
    readonly name: string;
    readonly deadline: string;
  }[];
  readonly readings: readonly ReadingDocument[];
};

export const readBase = (documents: Documents): BaseDocuments => documents as unknown as BaseDocuments;
