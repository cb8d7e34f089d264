/** Every fact that names a person or account, in words: the whole union is gone through, so that no kind can be forgotten. */
import type { Self } from '../../domain/access/actor.ts';
import { type Fact, readFact } from '../../domain/fact.ts';
import type { Chained } from '../../domain/ledger/envelope.ts';
import { OFFICES } from '../../domain/office/office.ts';
import { formatPoints, points } from '../../domain/points.ts';
import { organisationsAbove } from '../accessObject.ts';
import type { Reading } from '../ports.ts';
import { AMOUNTS, FACT_NAMES, FIELD_NAMES, isUnsaid, VALUE_NAMES, WITHHELD } from './ownFactWords.ts';

export type OwnFact = {
  readonly at: string;
  readonly organisationId: string;
  readonly book: string;
  readonly seq: number;
  readonly type: string;
  readonly name: string;
  /** Who recorded it, as facts say it. */
  readonly actor: string;
  readonly said: string;
  readonly text: string;
};

/** More than anybody gathers in a working life; the rest is said to be left out. */
const MOST_FACTS = 20_000;

/** Of one register entry: its own facts, those of its offices and applications, and where others' facts name it. */
export async function ownFacts(tx: Reading, self: Self, userId: string): Promise<OwnFact[]> {
  const { organisationId, personId } = self;
  const direct = await tx.factsNaming(organisationId, [personId, userId], MOST_FACTS);
  const further = idsOf(direct.map(readFact), personId);
  const places = [organisationId, ...(await organisationsAbove(tx, organisationId))];
  const found = new Map(direct.map((row) => [keyOf(row), row]));
  for (const place of further.length === 0 ? [] : places)
    for (const row of await tx.factsNaming(place, further, MOST_FACTS)) found.set(keyOf(row), row);
  const rows = [...found.values()].sort(inOrder);
  const own = new Set([personId, ...further]);
  const texts = await textsOf(tx, rows);
  return rows.map((row) => told(row, own, texts.get(keyOf(row))));
}

const keyOf = ({ organisationId, book, seq }: Pick<Chained, 'organisationId' | 'book' | 'seq'>) =>
  `${organisationId} ${book} ${seq}`;

const inOrder = (one: Chained, other: Chained) =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : one.seq - other.seq;

/** Offices held and applications made: later facts name these alone. */
function idsOf(facts: readonly Fact[], personId: string): string[] {
  return facts.flatMap((fact) => {
    if (!('personId' in fact) || fact.personId !== personId) return [];
    if ('officeId' in fact) return [fact.officeId];
    return 'exemptionId' in fact ? [fact.exemptionId] : [];
  });
}

async function textsOf(tx: Reading, rows: readonly Chained[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [place, some] of Map.groupBy(rows, ({ organisationId, book }) => `${organisationId} ${book}`)) {
    const [first] = some;
    if (first === undefined) continue;
    const { organisationId, book } = first;
    const seqs = some.map(({ seq }) => seq);
    for (const { seq, content } of await tx.textsOf(organisationId, book, seqs))
      texts.set(`${place} ${seq}`, content);
  }
  return texts;
}

function told(row: Chained, own: ReadonlySet<string>, text: string | undefined): OwnFact {
  const { at, organisationId, book, seq, type, actor } = row;
  const fact = readFact(row);
  const known = Object.hasOwn(FACT_NAMES, type);
  // in another's matter or a list this person is only named: what it says of the others is theirs
  const isOwn = subjectsOf(fact).some((id) => own.has(id));
  return {
    at,
    organisationId,
    book,
    seq,
    type,
    name: known ? (FACT_NAMES[type] ?? type) : type,
    actor,
    said: isOwn ? sentence(JSON.parse(row.body)) : '这一笔是别人的事，或者同时涉及多人，其中写到您。',
    text: isOwn && known && !WITHHELD.includes(type) && text !== undefined ? sentence(JSON.parse(text)) : '',
  };
}

/** Whose fact it is: a person, or an office or application that is a person's. */
function subjectsOf(fact: Fact): string[] {
  if ('personId' in fact) return [fact.personId];
  if ('officeId' in fact) return [fact.officeId];
  return 'exemptionId' in fact ? [fact.exemptionId] : [];
}

/** A plain value as 名称：内容, nested ones in brackets. */
export function sentence(value: unknown, field = ''): string {
  if (value === null || value === '') return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return AMOUNTS.includes(field) ? formatPoints(points(value)) : String(value);
  if (typeof value === 'string') return wordOf(value, field);
  if (Array.isArray(value)) return value.map((one) => sentence(one, field)).join('；') || '无';
  return Object.entries(value as object)
    .filter(([name]) => !isUnsaid(name))
    .map(([name, one]) => `${labelOf(name)}：${nested(one, AMOUNTS.includes(field) ? field : name)}`)
    .join('，');
}

const nested = (value: unknown, field: string) =>
  typeof value === 'object' && value !== null ? `（${sentence(value, field)}）` : sentence(value, field);

const labelOf = (name: string) =>
  (Object.hasOwn(FIELD_NAMES, name) ? FIELD_NAMES[name] : VALUE_NAMES[name]) ?? name;

const DIGEST = /^[0-9a-f]{64}$/;
const CODES = ['type', 'kind', 'as', 'because', 'done', 'quality'];

function wordOf(value: string, field: string): string {
  if (field === 'office' && Object.hasOwn(OFFICES, value)) return OFFICES[value as keyof typeof OFFICES];
  if (DIGEST.test(value)) return '见文字';
  const isCode = CODES.includes(field) && Object.hasOwn(VALUE_NAMES, value);
  return isCode ? (VALUE_NAMES[value] ?? value) : value;
}
