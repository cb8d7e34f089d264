// People at their screens: the administrators set up sign-in, open accounts with one-time codes, and each signs in for themselves.
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Serving } from '../server/serving.ts';
import { openPage, openScreen } from './shown.ts';

export const PASSWORD = '清江-Fangxun-2026';

export type Desk = { readonly page: Page; readonly complaints: string[] };

export class Bureau {
  readonly browser: Browser;
  readonly serving: Serving;
  /** One by name of whoever sits there. */
  readonly desks = new Map<string, Desk>();
  private readonly codes = new Map<string, string>();

  constructor(browser: Browser, serving: Serving) {
    this.browser = browser;
    this.serving = serving;
  }

  at(path: string): string {
    return new URL(path, this.serving.url).href;
  }

  page(name: string): Page {
    const desk = this.desks.get(name);
    if (desk === undefined) throw new Error(`${name} has no desk`);
    return desk.page;
  }

  async sits(name: string, width: number): Promise<Page> {
    const context = await openScreen(this.browser, { width, scheme: 'light', size: 'normal' });
    const desk = await openPage(context, this.serving.url);
    this.desks.set(name, desk);
    return desk.page;
  }

  /** 孙丽 and 周涛, by the token the console said; both are signed in afterwards. */
  async setUp(): Promise<void> {
    const page = await this.sits('孙丽', 1440);
    await page.goto(this.at('setup'));
    await page.getByLabel('设置口令').fill(this.serving.setUpToken);
    await page.getByLabel('安全保密管理员的用户名').fill('sunli');
    await page.getByLabel('安全保密管理员的姓名').fill('孙丽');
    await page.getByLabel('安全保密管理员的密码').fill(PASSWORD);
    await page.getByLabel('系统管理员的用户名').fill('zhoutao');
    await page.getByLabel('系统管理员的姓名').fill('周涛');
    await page.getByRole('button', { name: '设立' }).click();
    await page.getByText('已启用登录').waitFor();
    this.codes.set('zhoutao', await codeShown(page));
    await page.goto(this.at('sign-in'));
    await page.getByLabel('用户名').fill('sunli');
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { name: '账号', level: 1 }).waitFor();
    await this.redeems('周涛', 'zhoutao', 768);
  }

  /** With the code that was last shown for that name. */
  async redeems(name: string, username: string, width: number): Promise<Page> {
    const page = await this.sits(name, width);
    await page.goto(this.at('sign-in'));
    await page.getByRole('button', { name: '第一次登录' }).click();
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('一次性开通码').fill(this.codes.get(username) ?? '');
    await page.getByLabel('新密码').fill(PASSWORD);
    await page.getByRole('button', { name: '设定密码并登录' }).click();
    await page.getByRole('button', { name: '退出' }).waitFor();
    return page;
  }

  /** An account, and whose it is in that organisation; then the person signs in. */
  async joins(name: string, username: string, organisation: string, width: number): Promise<Page> {
    const desk = this.page('孙丽');
    await desk.goto(this.at('accounts'));
    await desk.getByLabel('用户名').fill(username);
    await desk.getByLabel('姓名').fill(name);
    await desk.getByRole('button', { name: '建立账号' }).click();
    await desk.getByText(`${name} 的一次性开通码`).waitFor();
    this.codes.set(username, await codeShown(desk));
    await this.offices('孙丽', organisation);
    await act(desk, '把账号对应到人员', { 人员: name, 账号: name }, '对应');
    return this.redeems(name, username, width);
  }

  /** The page of an organisation's offices, as that person sees it. */
  async offices(name: string, organisation: string): Promise<Page> {
    const page = this.page(name);
    await page.goto(this.at('offices'));
    await page.getByRole('link', { name: new RegExp(organisation) }).click();
    await page.getByRole('heading', { name: organisation, level: 2 }).waitFor();
    return page;
  }

  /** What the browsers complained of, but for refusals that were asked for. */
  complaints(): string[] {
    return [...this.desks.values()].flatMap(({ complaints }) =>
      complaints.filter((text) => !/status of 4(09|12|22)/.test(text)),
    );
  }
}

/** The one-time code on the page, as it is read out to the person. */
export const codeShown = async (page: Page) =>
  /：([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})/.exec(
    await page.getByText('的一次性开通码：').last().innerText(),
  )?.[1] ?? '';

/** Opens the form under that heading, fills it, and expects it to be done. A choice is named by part of its text. */
export async function act(page: Page, heading: string, filled: Record<string, string>, button: string) {
  const form = page.locator('details').filter({ has: page.locator('summary', { hasText: heading }) });
  if ((await form.getAttribute('open')) === null) await form.locator('summary').click();
  for (const [label, value] of Object.entries(filled)) {
    const field = form.getByLabel(label);
    if ((await form.locator('select').and(field).count()) > 0) {
      const option = field.locator('option', { hasText: value }).first();
      await field.selectOption((await option.getAttribute('value')) ?? '');
    } else await field.fill(value);
  }
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await form.getByRole('button', { name: button, exact: true }).click();
  const response = await answered;
  expect(response.status(), `${heading} ${await response.text()}`).toBe(200);
  await page.waitForLoadState('networkidle');
}
