// A network so slow that a draft is still on its way when somebody hands in what they wrote.
import type { Page, Request } from 'playwright-core';

export type HeldSaving = {
  /** Whatever was sent, and heard of, in that order. */
  readonly told: readonly string[];
  readonly free: () => void;
};

const nameOf = (request: Request) => `${request.method()} ${request.url().split('/').at(-1)}`;

/** Holds whatever is named like `draft`, “PUT bulletin”, until it is freed; `type` is what sets the saving off. */
export async function heldSaving(page: Page, draft: string, type: () => Promise<void>): Promise<HeldSaving> {
  const told: string[] = [];
  const tell = (what: string) => (request: Request) => {
    if (request.method() !== 'GET') told.push(`${nameOf(request)} ${what}`);
  };
  page.on('request', tell('sent'));
  page.on('requestfinished', tell('answered'));
  let free: () => void = () => undefined;
  const freed = new Promise<void>((resolve) => {
    free = resolve;
  });
  await page.route('**/api/**', async (route) => {
    if (nameOf(route.request()) === draft) await freed;
    await route.continue();
  });
  const sent = page.waitForRequest((request) => nameOf(request) === draft);
  await type();
  await sent;
  return { told, free };
}

/** Nothing else was sent before its answer was there. */
export const once = (name: string): string[] => [`${name} sent`, `${name} answered`];
