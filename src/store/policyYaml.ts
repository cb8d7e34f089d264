/** One YAML file's bytes → a plain value, or what is wrong with it in Chinese, by line and column. */
import { type ErrorCode, parseDocument, type YAMLParseError } from 'yaml';
import type { PolicyProblem } from '../domain/policy/assemble.ts';

export type ParsedYaml = { readonly value: unknown } | { readonly problems: readonly PolicyProblem[] };

export function parseYaml(file: string, bytes: Uint8Array): ParsedYaml {
  const whole = (expected: string) => ({ problems: [{ file, path: '（整个文件）', expected }] });
  const text = decode(bytes);
  if (text === undefined) return whole('应为 UTF-8 编码，请另存为 UTF-8');
  try {
    const document = parseDocument(text);
    const faults = document.errors.slice(0, FAULTS_TOLD);
    if (faults.length > 0) return { problems: faults.map((fault) => problemOf(file, fault)) };
    return { value: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch {
    // The library throws where it gives up: an alias nobody defined, too many of them, lists a thousand deep.
    return whole('引用（&、*）没有定义或太多，或者套了太多层；含 * 的文字应放在引号里');
  }
}

/** The first faults matter; what follows mostly echoes them. */
const FAULTS_TOLD = 3;

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function problemOf(file: string, fault: YAMLParseError): PolicyProblem {
  const [start] = fault.linePos ?? [];
  const path = start === undefined ? '（整个文件）' : `第 ${start.line} 行第 ${start.col} 列`;
  return { file, path, expected: EXPECTED[fault.code] ?? '不是 YAML 的写法，请检查这一行的缩进、冒号和引号' };
}

const EXPECTED: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: '缩进不对，同一层的内容应左边对齐',
  TAB_AS_INDENT: '用了制表符，缩进应全部用空格',
  DUPLICATE_KEY: '同一个名称写了两次，应只留一个',
  MISSING_CHAR: '少了配对的引号、括号或逗号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“: ”，含冒号的文字应放在引号里',
  MULTILINE_IMPLICIT_KEY: '名称不能分成两行，应写成“名称: 值”',
  BAD_SCALAR_START: '文字不能以 @ 或 ` 开头，应放在引号里',
  BAD_ALIAS: '引用（*）的名称不对，含 * 的文字应放在引号里',
  MULTIPLE_DOCS: '一个文件只写一份内容，应删去“---”',
};
