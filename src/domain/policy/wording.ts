/** What a schema found wrong, said in Chinese: where it is and what was expected there. */
import type { z } from 'zod';

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每项以“- ”开头）',
  object: '一组“名称: 值”',
  record: '一组“名称: 值”',
};

/** For `safeParse(value, { error: inChinese })`; a schema's own message goes before it. */
export function inChinese(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.input === undefined ? '缺少此项，' : ''}应为${TYPES[issue.expected] ?? issue.expected}`;
    case 'unrecognized_keys':
      return `不认识的项：${issue.keys.join('、')}${permittedKeys(issue.inst)}`;
    case 'invalid_value':
      return `${issue.input === undefined ? '缺少此项，' : ''}应为以下之一：${issue.values.join('、')}`;
    case 'invalid_union':
      return unionMessage(issue);
    case 'too_small':
      return issue.origin === 'number' ? `不能小于 ${issue.minimum}` : `至少要有 ${issue.minimum} 项`;
    case 'too_big':
      return issue.origin === 'number' ? `不能大于 ${issue.maximum}` : `至多 ${issue.maximum} 项`;
    default:
      return '格式不对';
  }
}

function unionMessage(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string {
  const missing = issue.input === undefined ? '缺少此项，' : '';
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
  return options.length > 0 ? `应为以下之一：${options.map(String).join('、')}` : `${missing}应为数字或文字`;
}

function permittedKeys(schema: unknown): string {
  const shape = (schema as { def?: { shape?: object } } | undefined)?.def?.shape;
  return shape === undefined ? '' : `；这里可以写：${Object.keys(shape).join('、')}`;
}

/**
 * The place as a branch finds it in its file: members of a list by their `id` where they have one, else by their number
 * from 1 — `kinds[base].floor`, `roles[第2项]`.
 */
export function readablePath(document: unknown, path: readonly PropertyKey[]): string {
  let here: unknown = document;
  let text = '';
  for (const step of path) {
    const inside = (here as Record<PropertyKey, unknown> | null | undefined)?.[step];
    if (typeof step === 'number') {
      const id = (inside as { id?: unknown } | null | undefined)?.id;
      text += `[${typeof id === 'string' ? id : `第${step + 1}项`}]`;
    } else text += text === '' ? String(step) : `.${String(step)}`;
    here = inside;
  }
  return text === '' ? '（整个文件）' : text;
}
