// One statement or a few for each kind of tampering, and what `verify` must find first.
import type { Wrong } from '../../src/service/verify/wrong.ts';
import { YEAR } from './branch.ts';

export const BOOK = `year-${YEAR}`;
export const inYear = `book = '${BOOK}'`;
export const fact = (seq: number) => `${inYear} and seq = ${seq}`;
const someone = (number: string) => `(select person_id from person where number = '${number}')`;

type Kind = readonly [what: string, sql: readonly string[], first: Partial<Wrong>];

/** Facts of the year book: 1 opens the year, 2–4 are the opening entries, 5–7 张建国's entries, 8–9 李梅's, 10 郑𠮷's. Of the register: 1 founds, 2–4 register. */
export const KINDS: readonly Kind[] = [
  [
    'an amount',
    [`update fact set body = replace(body, '"amount":1500', '"amount":1400') where ${fact(5)}`],
    { seq: 5, reason: 'hash' },
  ],
  [
    'a date',
    [`update fact set body = replace(body, '2026-02-10', '2026-02-11') where ${fact(6)}`],
    { seq: 6, reason: 'hash' },
  ],
  [
    'the member',
    [`update fact set body = replace(body, ${someone('001')}, ${someone('002')}) where ${fact(5)}`],
    { seq: 5, reason: 'hash' },
  ],
  [
    'the clock put back',
    [`update fact set at = '2025-12-31T00:00:00.000Z' where ${fact(7)}`],
    { seq: 7, reason: 'hash' },
  ],
  ['who did it', [`update fact set actor = 'nobody' where ${fact(7)}`], { seq: 7, reason: 'hash' }],
  [
    'the kind of fact',
    [`update fact set type = 'entryReversed' where ${fact(8)}`],
    { seq: 8, reason: 'hash' },
  ],
  ['the version of its shape', [`update fact set v = 2 where ${fact(8)}`], { seq: 8, reason: 'hash' }],
  ['its version in the stream', [`update fact set version = 9 where ${fact(8)}`], { seq: 8, reason: 'hash' }],
  [
    'the policy hash in the fact',
    [`update fact set body = replace(body, '"version"', '"versiom"') where ${fact(1)}`],
    { seq: 1, reason: 'hash' },
  ],
  ['the hash of a fact', [`update fact set hash = prev_hash where ${fact(6)}`], { seq: 6, reason: 'hash' }],
  ['the link of a fact', [`update fact set prev_hash = hash where ${fact(6)}`], { seq: 6, reason: 'hash' }],
  [
    'two facts swapped',
    [
      `update fact set seq = 99 where ${fact(6)}`,
      `update fact set seq = 6 where ${fact(7)}`,
      `update fact set seq = 7 where ${fact(99)}`,
    ],
    { seq: 6, reason: 'hash' },
  ],
  ['a fact in the middle deleted', [`delete from fact where ${fact(7)}`], { seq: 7, reason: 'sequence' }],
  ['the first fact deleted', [`delete from fact where ${fact(1)}`], { seq: 1, reason: 'sequence' }],
  [
    'the last fact deleted',
    [`delete from fact where ${fact(10)}`],
    { table: 'book', seq: 9, reason: 'head' },
  ],
  ['all facts deleted', [`delete from fact where ${inYear}`], { table: 'book', reason: 'head' }],
  [
    'a fact inserted at the end',
    [
      `insert into fact select organisation_id, book, 11, stream, version + 1, type, v, at, actor, body, hash, prev_hash from fact where ${fact(10)}`,
    ],
    { seq: 11, reason: 'hash' },
  ],
  [
    'a fact moved to another book',
    [`update fact set book = 'year-2027' where ${fact(10)}`],
    { reason: 'strayBook' },
  ],
  [
    'a fact of the register deleted',
    [`delete from fact where book = 'register' and seq = 3`],
    { book: 'register', seq: 3, reason: 'sequence' },
  ],
  ['the head’s hash', [`update book set hash = 'x' where ${inYear}`], { table: 'book', reason: 'head' }],
  ['the head’s number', [`update book set seq = 9 where ${inYear}`], { table: 'book', reason: 'head' }],
  ['the head’s algorithm', [`update book set algorithm = 'sm3' where ${inYear}`], { seq: 1, reason: 'hash' }],
  ['the head deleted', [`delete from book where ${inYear}`], { reason: 'strayBook' }],
  [
    'the policy’s content',
    [`update policy set content = replace(content, '750', '760')`],
    { table: 'policy', seq: 1, reason: 'changed' },
  ],
  [
    'the policy’s version',
    [`update policy set version = 'x'`],
    { table: 'policy', seq: 1, reason: 'changed' },
  ],
  ['the policy deleted', ['delete from policy'], { table: 'policy', reason: 'missing' }],
  [
    'the organisation’s name',
    [`update organisation set name = 'x'`],
    { table: 'organisation', seq: 1, reason: 'changed' },
  ],
  [
    '示例 taken off or put on',
    ['update organisation set example = 1 - example'],
    { table: 'organisation', reason: 'changed' },
  ],
  ['the organisation deleted', ['delete from organisation'], { table: 'organisation', reason: 'missing' }],
  [
    'a reason',
    [`update text set content = replace(content, '支部大会缺席', '支部大会迟到') where ${fact(6)}`],
    { table: 'text', seq: 6, reason: 'changed' },
  ],
  ['a reason deleted', [`delete from text where ${fact(6)}`], { table: 'text', seq: 6, reason: 'missing' }],
  [
    'a reason added to a fact without one',
    [`insert into text select organisation_id, book, 1, salt, content from text where ${fact(5)}`],
    { table: 'text', seq: 1, reason: 'extra' },
  ],
  [
    'a reason beyond the last fact',
    [`insert into text select organisation_id, book, 99, salt, content from text where ${fact(5)}`],
    { table: 'text', seq: 99, reason: 'extra' },
  ],
  [
    'two reasons swapped',
    [
      `update text set seq = 99 where ${fact(6)}`,
      `update text set seq = 6 where ${fact(7)}`,
      `update text set seq = 7 where ${fact(99)}`,
    ],
    { table: 'text', seq: 6, reason: 'changed' },
  ],
  [
    'the reason of an exemption',
    [`update text set content = '{"reason":"x"}' where book = 'register'`],
    { table: 'text', book: 'register', seq: 4 },
  ],
  [
    'a person’s name',
    [`update person set name = '张建民' where number = '001'`],
    { table: 'person', seq: 2, reason: 'changed' },
  ],
  [
    'a person’s other data',
    [`update person set details = replace(details, '男', '女') where number = '002'`],
    { table: 'person', seq: 3 },
  ],
  [
    'two people’s numbers swapped',
    [
      `update person set number = 'x' where number = '001'`,
      `update person set number = '001' where number = '002'`,
      `update person set number = '002' where number = 'x'`,
    ],
    { table: 'person', seq: 2 },
  ],
  [
    'a person deleted',
    [`delete from person where number = '003'`],
    { table: 'person', seq: 4, reason: 'missing' },
  ],
  [
    'a person inserted',
    [
      `insert into person select organisation_id, 'zz', salt, '099', name, details from person where number = '003'`,
    ],
    { table: 'person', reason: 'extra' },
  ],
  [
    'a view’s score',
    [`update member_year set score = replace(score, '"year":', '"year":1')`],
    { table: 'memberYear', reason: 'changed' },
  ],
  [
    'a view’s score deleted',
    [`delete from member_year where person_id = ${someone('001')}`],
    { table: 'memberYear', reason: 'missing' },
  ],
  [
    'a score of nobody',
    [
      `insert into member_year select organisation_id, book, 'zz', score, version from member_year where person_id = ${someone('001')}`,
    ],
    { table: 'memberYear', reason: 'extra' },
  ],
  [
    'a view’s amount',
    [`update entry set amount = 1 where seq = 5`],
    { table: 'entry', seq: 5, reason: 'changed' },
  ],
  [
    'a view’s entry deleted',
    ['delete from entry where seq = 5'],
    { table: 'entry', seq: 5, reason: 'missing' },
  ],
  [
    'a view’s entry inserted',
    [
      `insert into entry select organisation_id, book, 'zz', person_id, 99, item, day, period, amount, incident, achievement, reversed_seq from entry where seq = 5`,
    ],
    { table: 'entry', reason: 'extra' },
  ],
  [
    'a view’s standing',
    [`update member set joined_on = '2026-05-01' where person_id = ${someone('002')}`],
    { table: 'member', reason: 'changed' },
  ],
  [
    'a view’s member deleted',
    [`delete from member where person_id = ${someone('002')}`],
    { table: 'member', reason: 'missing' },
  ],
  [
    'a head without a fact',
    [`insert into book select organisation_id, 'year-2031', algorithm, 0, '' from book where ${inYear}`],
    { table: 'book', book: 'year-2031', reason: 'head' },
  ],
  [
    'a policy of no book',
    [
      `insert into policy select organisation_id, 'year-2031', policy_id, version, sha256, content from policy`,
    ],
    { book: 'year-2031', table: 'policy', reason: 'strayBook' },
  ],
  [
    'a text of no book',
    [`insert into text select organisation_id, 'year-2031', seq, salt, content from text where ${fact(5)}`],
    { book: 'year-2031', table: 'text', reason: 'strayBook' },
  ],
  [
    'an entry of no book',
    [
      `insert into entry select organisation_id, 'year-2031', entry_id, person_id, seq, item, day, period, amount, incident, achievement, reversed_seq from entry where seq = 5`,
    ],
    { book: 'year-2031', table: 'entry', reason: 'strayBook' },
  ],
  [
    'a score of no book',
    [
      `insert into member_year select organisation_id, 'year-2031', person_id, score, version from member_year where person_id = ${someone('001')}`,
    ],
    { book: 'year-2031', table: 'memberYear', reason: 'strayBook' },
  ],
  [
    'an organisation of no book',
    [`insert into organisation select 'zz', name, level, example from organisation`],
    { organisationId: 'zz', book: 'register', table: 'book', reason: 'missing' },
  ],
  [
    'a person of no organisation',
    [
      `insert into person select 'zz', person_id, salt, number, name, details from person where number = '003'`,
    ],
    { organisationId: 'zz', book: 'register', table: 'book', reason: 'missing' },
  ],
  [
    'a place given to the organisation',
    [`insert into organisation_place select organisation_id, 'zz' from organisation`],
    { table: 'placing', reason: 'extra' },
  ],
  [
    'an account given to a person',
    [`insert into person_account select organisation_id, person_id, 'zz' from person where number = '003'`],
    { table: 'personAccount', reason: 'extra' },
  ],
  [
    'an office nobody gave',
    [
      `insert into office (organisation_id, office_id, office, person_id, since, seq, given_by) select organisation_id, 'zz', 'secretary', person_id, '2026-01-01', 3, 'zz' from person where number = '003'`,
    ],
    { table: 'office', reason: 'extra' },
  ],
  [
    'a reversal of a view undone',
    [`update entry set reversed_seq = 9 where seq = 5`],
    { table: 'entry', reason: 'changed' },
  ],
];
