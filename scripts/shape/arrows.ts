import type { Problem } from './problem.ts';
import { ARROWS, DOMAIN_ORDER, PACKAGES } from './rules.ts';
import type { Source } from './source.ts';

/** "src/service/ports.ts" → "service/ports". */
const placeOf = (path: string) => path.replace(/^src\//, '').replace(/\.tsx?$/, '');

const within = (place: string, allowed: string) => place === allowed || place.startsWith(`${allowed}/`);

const domainRank = (place: string) =>
  DOMAIN_ORDER.findIndex((group) => group.some((name) => within(place, `domain/${name}`)));

function checkRoomImport(from: string, to: string): string | undefined {
  const [room = ''] = from.split('/');
  const [target = ''] = to.split('/');
  if (room === 'domain' && target === 'domain') {
    return domainRank(to) > domainRank(from)
      ? `${from} 不能引用 ${to}：内核中只能引用排在前面的部分`
      : undefined;
  }
  if (room === target || (ARROWS[room] ?? []).some((allowed) => within(to, allowed))) return undefined;
  return `${from} 不能引用 ${to}：${room} 只能引用 ${ARROWS[room]?.join('、') || '自己'}`;
}

/** "@orpc/zod/zod4" → "@orpc/zod"; "zod/mini" → "zod". */
const packageOf = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function checkPackage(room: string, specifier: string): string | undefined {
  const allowed = PACKAGES[room];
  if (!allowed || allowed.includes(packageOf(specifier))) return undefined;
  return `${room} 不能引用 ${specifier}：只能引用 ${allowed.join('、')}`;
}

function checkSource(source: Source): Problem[] {
  const { path, room } = source;
  if (room === undefined) return [];
  const problem = (text: string, line = 1): Problem => ({ file: path, line, rule: 'arrows', text });
  if (!(room in ARROWS)) return [problem(`src/${room} 不在 scripts/shape/rules.ts 的房间表里`)];
  const from = placeOf(path);
  if (room === 'domain' && domainRank(from) < 0) return [problem(`${from} 不在内核的次序表里`)];
  return source.imports.flatMap(({ specifier, target, line }) => {
    const inSrc = target?.startsWith('src/');
    const outside = target && !inSrc ? `${from} 引用了 src 之外的 ${target}` : undefined;
    const text =
      target && inSrc ? checkRoomImport(from, placeOf(target)) : (outside ?? checkPackage(room, specifier));
    return text === undefined ? [] : [problem(text, line)];
  });
}

/** Imports against the table of arrows. */
export const checkArrows = (sources: Source[]): Problem[] => sources.flatMap(checkSource);
