/** Every migration, by the name under which it is remembered. Append only: a released one is never changed. */
import type { Migration } from 'kysely/migration';
import { books } from './0001-books.ts';
import { offices } from './0002-offices.ts';
import { workingPapers } from './0003-working-papers.ts';
import { looks } from './0004-looks.ts';
import { absences } from './0005-absences.ts';
import { objections } from './0007-objections.ts';
import { evidence } from './0008-evidence.ts';
import { marksAndDigests } from './0009-marks-and-digests.ts';

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-books': books,
  '0002-offices': offices,
  '0003-working-papers': workingPapers,
  '0004-looks': looks,
  '0005-absences': absences,
  '0007-objections': objections,
  '0008-evidence': evidence,
  '0009-marks-and-digests': marksAndDigests,
};
