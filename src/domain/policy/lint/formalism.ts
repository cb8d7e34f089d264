/** What must never earn or cost a point: the use of software, sign-ins, likes, study hours, time online (整治形式主义为基层减负). */
import type { Policy } from '../policy.ts';
import { error, type Finding, placeOf, warning } from './finding.ts';

const TRACES = (
  '签到 打卡 点赞 转发 刷屏 登录 登陆 在线时长 在线时间 学习时长 学习积分 观看时长 ' +
  '下载安装 使用软件 使用系统 使用平台 APP App 小程序 公众号 排行榜 积分排名 拍照上传 截图 定位'
).split(' ');

const RULE = '《整治形式主义为基层减负若干规定》不许以此计分或扣分，应删去';

export function formalism(policy: Policy): Finding[] {
  return [
    ...policy.items.flatMap((item) => {
      const trace = traceIn(item.name + item.text);
      const { file, path } = placeOf(item);
      return trace === undefined ? [] : [error(file, path, `“${trace}”：${RULE}`)];
    }),
    ...policy.categories.flatMap(({ id, indicators }) =>
      indicators.flatMap((indicator) => {
        const trace = traceIn(indicator.text);
        const path = `categories[${id}].indicators[${indicator.id}]`;
        return trace === undefined ? [] : [error('base-items.yaml', path, `“${trace}”：${RULE}`)];
      }),
    ),
    ...policy.procedure.flatMap((step) => {
      const trace = traceIn(step.text + step.deadline);
      return trace === undefined
        ? []
        : [warning('procedure.yaml', `[${step.id}]`, `“${trace}”：不应作为程序上的强制要求`)];
    }),
  ];
}

const traceIn = (text: string): string | undefined => TRACES.find((trace) => text.includes(trace));
