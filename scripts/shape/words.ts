import type { Problem } from './problem.ts';
import { IMPURE_NAMES, MEASURE_FIGURES, MEASURE_FREE_ROOMS, PURE_ROOMS, REFUSED_NAMES } from './rules.ts';
import type { Source } from './source.ts';

function checkName({ path }: Source): Problem[] {
  const refused = path
    .replace(/(\.test)?\.[a-z]+$/, '')
    .split('/')
    .find((part) => REFUSED_NAMES.test(part));
  if (!refused) return [];
  return [{ file: path, rule: 'names', text: `“${refused}”没有说出里面是什么，请换一个名字` }];
}

function checkContent(source: Source): Problem[] {
  const { path: file, room = '' } = source;
  const barrel = source.isBarrel ? [{ file, rule: 'barrel', text: '只转手导出：请直接引用原来的文件' }] : [];
  const anys = source.anys.map(({ line }) => ({ file, line, rule: 'any', text: '请写出确切的类型' }));
  const impure = PURE_ROOMS.includes(room)
    ? source.names.filter(({ name }) => IMPURE_NAMES.includes(name))
    : [];
  const figures = MEASURE_FREE_ROOMS.includes(room)
    ? source.numbers.filter(({ value }) => MEASURE_FIGURES.includes(value))
    : [];
  return [
    ...barrel,
    ...anys,
    ...impure.map(({ name, line }) => ({
      file,
      line,
      rule: 'pure',
      text: `${room} 不能用 ${name}：应作为参数传入`,
    })),
    ...figures.map(({ value, line }) => ({
      file,
      line,
      rule: 'figures',
      text: `${value} 像是办法里的数，应写在 policy/ 里`,
    })),
  ];
}

/** Names of files, barrels, `any`, clocks and chance in pure rooms, figures of the measure in code. */
export const checkWords = (sources: Source[]): Problem[] =>
  sources.flatMap((source) => [...checkName(source), ...checkContent(source)]);
