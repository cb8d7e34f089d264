// Nothing about a person may be forgotten in the copy they are given: every kind of fact has words, and each of its fields.
import { describe, expect, it } from 'vitest';
import { FACT_SHAPES } from '../../src/domain/fact.ts';
import { sentence } from '../../src/service/views/ownFacts.ts';
import { FACT_NAMES, FIELD_NAMES, isUnsaid, VALUE_NAMES } from '../../src/service/views/ownFactWords.ts';

/** What names a person: by themselves, by an office or application of theirs, or in a list. */
const NAMING = ['personId', 'userId', 'officeId', 'exemptionId', 'people', 'present', 'absent', 'recused'];

type Shape = (typeof FACT_SHAPES)[number];

/** Every name of a field in the shape, however deep. */
function fieldsOf(shape: unknown): string[] {
  if (typeof shape !== 'object' || shape === null) return [];
  const { def, shape: fields } = shape as { def?: Record<string, unknown>; shape?: Record<string, unknown> };
  const own =
    fields === undefined ? [] : Object.entries(fields).flatMap(([name, one]) => [name, ...fieldsOf(one)]);
  const { innerType, element, options, in: from } = def ?? {};
  const inner = [innerType, element, from, ...(Array.isArray(options) ? (options as unknown[]) : [])];
  return [...own, ...inner.flatMap(fieldsOf)];
}

const typeOf = (shape: Shape) => shape.shape.type.value;
const about = FACT_SHAPES.filter((shape) => fieldsOf(shape).some((name) => NAMING.includes(name)));
/** In a list the person is named, and no more of it is told. */
const isTold = (shape: Shape) => ['personId', 'officeId', 'exemptionId'].some((name) => name in shape.shape);

describe('the copy of everything kept about a person', () => {
  it('goes through the whole union', () => {
    expect(about.length).toBeGreaterThan(15);
    expect(fieldsOf(FACT_SHAPES.find((shape) => typeOf(shape) === 'memberRegistered'))).toContain('joinedOn');
    expect(fieldsOf(FACT_SHAPES.find((shape) => typeOf(shape) === 'standingDecided'))).toContain('passMark');
  });

  it.each(about.map((shape) => [typeOf(shape), shape] as const))(
    '%s has words, and each of its fields',
    (type, shape) => {
      expect(FACT_NAMES[type], type).toMatch(/\p{Script=Han}/u);
      const fields = (isTold(shape) ? fieldsOf(shape) : []).filter(
        (name) => name !== 'type' && !isUnsaid(name),
      );
      for (const name of fields)
        expect(FIELD_NAMES[name] ?? VALUE_NAMES[name], `${type}.${name}`).toMatch(/\p{Script=Han}/u);
    },
  );

  it('says a fact as a person reads it', () => {
    expect(
      sentence({ personId: 'x', item: 'task', amount: 1450, textHash: 'ab', incident: null, period: 1 }),
    ).toBe('条款：task，分值：14.50，事件：无，计入第几段：1');
    expect(sentence({ member: { type: 'full', exemption: { from: '2026-01-01', until: null } } })).toBe(
      '身份：（类型：正式党员，不参加积分制管理：（自：2026-01-01，至：无））',
    );
    expect(sentence({ amounts: { base: 3000 } })).toBe('分值：（基础分：30.00）');
  });
});
