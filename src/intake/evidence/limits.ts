/** How large a file of evidence may be, and what looking into it may cost. Bytes, pixels, counts, milliseconds. */
export const LIMITS = {
  fileBytes: 20_000_000,
  /** Of a picture as it comes in: a telephone's largest photographs stay below. */
  pixels: 60_000_000,
  /** The longer side of a picture as it is kept: enough to read a scanned A3 sheet. */
  side: 6_000,
  /** Parts of a Word or Excel file, and what they inflate to, all together. */
  parts: 3_000,
  inflatedBytes: 80_000_000,
  /** What the compressed objects of a PDF inflate to, all together. */
  objectBytes: 40_000_000,
  heapMegabytes: 256,
  milliseconds: 30_000,
  /** Files looked into at a time, and how many more may wait. */
  atOnce: 2,
  waiting: 40,
} as const;
