/** Reads which organisation has a group robot, from a file of the data folder: whoever keeps the machine says where it may speak. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readShaped } from './noticeFile.ts';

const WEBHOOKS = 'webhooks.yaml';
const ADDRESSES = {
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send',
  dingtalk: 'https://oapi.dingtalk.com/robot/send',
} as const;
/** This machine itself, so that the way out can be tried without one. */
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(:\d+)?\//;

const webhook = z
  .strictObject({
    robot: z.enum(['wecom', 'dingtalk']),
    address: z.url('应为完整的网址'),
    /** 加签 of DingTalk. */
    secret: z.string().min(1).max(200).optional(),
  })
  .refine(
    ({ robot, address }) => LOOPBACK.test(address) || address.startsWith(`${ADDRESSES[robot]}?`),
    `address 应为群机器人给出的网址：企业微信以 ${ADDRESSES.wecom}? 开头，钉钉以 ${ADDRESSES.dingtalk}? 开头`,
  );
export type Webhook = z.output<typeof webhook>;

const webhooksFile = z.record(z.string().min(1), webhook);

/** By the name of the organisation; none when the file is not there: then nothing is ever sent. */
export function readWebhooks(dataDir: string): Readonly<Record<string, Webhook>> {
  const path = join(dataDir, WEBHOOKS);
  return existsSync(path) ? readShaped(path, webhooksFile) : {};
}
