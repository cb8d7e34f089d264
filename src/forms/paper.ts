/**
 * An official paper as a document model: what it says, not how it is drawn. Made from a BranchYear by one file per form,
 * drawn by render/. Nothing in here knows a measure; every figure is already reckoned.
 */
import type { Points } from '../domain/points.ts';

export type FormId =
  | 'pointsRecord'
  | 'periodSummary'
  | 'yearGrading'
  | 'workCalendar'
  | 'exemptionApproval'
  | 'transcript'
  | 'taskPlan'
  | 'handover'
  | 'application'
  | 'publicNotice'
  | 'noticeResult'
  | 'bulletin'
  | 'minutes'
  | 'meetingPackage';

export type Align = 'left' | 'center' | 'right';

/** `empty` is left for a hand to fill in; `text` is always text, whatever it begins with. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'points'; readonly value: Points }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'empty' };

/** A cell over `span` columns (one when absent); its column aligns it unless it says otherwise. */
export type Cell = Content & { readonly span?: number; readonly align?: Align; readonly strong?: boolean };

/** A labelled value above or below the table. */
export type Field = { readonly label: string; readonly value: Content };

/** Columns without any title carry no heading row. `width` is in digits of the body type, as spreadsheets count; a renderer may scale all of them alike. */
export type Column = { readonly title: string; readonly width: number; readonly align: Align };

/** The spans of a row's cells add up to the number of columns. `sum` rows close a period, `section` rows open a part. */
export type Row = { readonly role: 'entry' | 'sum' | 'section'; readonly cells: readonly Cell[] };

export type Table = { readonly columns: readonly Column[]; readonly rows: readonly Row[] };

/** A place to sign or seal. It never breaks across pages. */
export type Box = { readonly title: string; readonly lines: readonly string[] };

export type Paper = {
  readonly form: FormId;
  readonly title: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Shrunk to one page where it would take more; absent: as many pages as it takes. */
  readonly onePage?: true;
  /** Marked 示例 on every page. */
  readonly example: boolean;
  /** Says on every page whose paper it is and for which time. */
  readonly running: string;
  /** Lines of fields between title and table. */
  readonly head: readonly (readonly Field[])[];
  readonly table: Table;
  /** Lines of figures below the table. */
  readonly figures: readonly (readonly Field[])[];
  readonly boxes: readonly Box[];
  readonly notes: readonly string[];
  readonly origin: PaperOrigin;
};

/** What the figures were made from, so that paper can be checked against the books. `code` is what the QR code says. */
export type PaperOrigin = {
  readonly policy: string;
  readonly source: string;
  readonly short: string;
  readonly code: string;
};

export const EMPTY: Content = { kind: 'empty' };

/** A figure that does not exist for this member: not zero, and not forgotten. */
export const NONE: Content = { kind: 'text', text: '—' };

export const text = (value: string): Content => ({ kind: 'text', text: value });
/** Text that the books may not know: then it is left for a hand to fill in. */
export const known = (value: string | null): Content =>
  value === null || value === '' ? EMPTY : text(value);
export const pointsOf = (value: Points): Content => ({ kind: 'points', value });
export const count = (value: number): Content => ({ kind: 'count', value });
