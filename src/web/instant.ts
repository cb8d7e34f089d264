/** A UTC instant as people in China read it. */
const FORMAT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'short',
});

export const instantText = (instant: string): string => FORMAT.format(new Date(instant));
