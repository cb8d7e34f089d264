/** Group robots of WeCom and DingTalk: one text to one address, which whoever keeps the machine has written down. */
import { createHmac } from 'node:crypto';
import { type Robots, Unclear } from '../service/digest/send.ts';
import type { Webhook } from '../store/webhooksFile.ts';

const PATIENCE = 10_000;

export function robotsOf(webhooks: Readonly<Record<string, Webhook>>, now: () => string): Robots {
  return new Map(
    Object.entries(webhooks).map(([organisation, one]) => [
      organisation,
      (text: string) => send(one, text, now()),
    ]),
  );
}

/** Both take the same shape, and answer errcode 0. Redirects are not followed: they could lead anywhere. */
async function send(webhook: Webhook, content: string, now: string): Promise<void> {
  const response = await fetch(addressOf(webhook, now), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ msgtype: 'text', text: { content } }),
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: unknown) => {
    throw isRefusedConnection(error) ? new Error('连接不上') : new Unclear('没有等到回答');
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const answer = (await response.json().catch(() => ({}))) as { readonly errcode?: unknown };
  if (answer.errcode !== 0) throw new Error(`errcode ${String(answer.errcode)}`);
}

/** It never left this machine: the address could not be found or nobody listened there. */
function isRefusedConnection(error: unknown): boolean {
  const { code } = ((error as { cause?: unknown }).cause ?? {}) as { readonly code?: string };
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'].includes(code ?? '');
}

/** 加签: HMAC-SHA256 over the moment and the secret, in the address. */
function addressOf({ robot, address, secret }: Webhook, now: string): string {
  if (robot !== 'dingtalk' || secret === undefined) return address;
  const timestamp = String(Date.parse(now));
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  const signed = new URL(address);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', sign);
  return signed.href;
}
