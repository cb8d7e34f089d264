/** What was refused → the status it answers with; whatever is not named here is content to be mended (422). */
const STATUSES: Readonly<Record<string, 401 | 403 | 404 | 409 | 429>> = {
  notSignedIn: 401,
  wrongNameOrPassword: 401,
  wrongCode: 401,
  wrongDeskCode: 401,
  challengeLapsed: 401,
  suspended: 403,
  setupTokenWrong: 403,
  foreignOrigin: 403,
  formTokenMissing: 403,
  wait: 429,
  closed: 429,
  unknownAccount: 404,
  usernameTaken: 409,
  notAllowed: 403,
  organisationUnknown: 404,
  yearNotOpen: 404,
  memberUnknown: 404,
  figureUnknown: 404,
  paperUnknown: 404,
  yearOpen: 409,
  policyDiffers: 409,
  versionConflict: 409,
  keyReused: 409,
  booksDiffer: 409,
  realBooks: 409,
  exampleName: 409,
  entryUnknown: 404,
  entryReversed: 409,
};

export const statusOf = (code: string): number =>
  Object.hasOwn(STATUSES, code) ? (STATUSES[code] ?? 422) : 422;
