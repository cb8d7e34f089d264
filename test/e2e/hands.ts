// Hands at a screen that count what they do: pages opened, things pressed, fields filled, rows read. What each takes is stated here.
import type { Locator, Page } from 'playwright-core';

/**
 * Seconds of one unhurried person who is no typist. After the keystroke-level model (Card, Moran and Newell, The Psychology of
 * Human-Computer Interaction, 1983): think 1.35, point 1.1, press 0.2, hand to the keyboard 0.4, a key 0.28 s; twice all of it
 * for older hands, and reading at 300 characters a minute.
 */
export const SECONDS = {
  /** Think, point, press: 2 × 2.65, rounded up. */
  click: 6,
  /** Think, point, press, change hands, and some twenty keys: 2 × 8.65, rounded up. */
  field: 18,
  /** A key of a page worked by keyboard alone, thought about: 2 × 1.63, rounded up. */
  key: 4,
  /** Finding one's way on a page: a hundred characters. */
  page: 20,
  /** One member's line among others, read and compared: forty characters. */
  row: 8,
} as const;

export type Counted = Record<keyof typeof SECONDS, number>;

export const nothing = (): Counted => ({ click: 0, field: 0, key: 0, page: 0, row: 0 });

export const secondsOf = (counted: Counted): number =>
  Object.entries(SECONDS).reduce((sum, [kind, each]) => sum + counted[kind as keyof Counted] * each, 0);

export class Hands {
  readonly page: Page;
  private readonly base: string;
  private readonly counted: Counted;

  constructor(page: Page, base: string, counted: Counted) {
    this.page = page;
    this.base = base;
    this.counted = counted;
  }

  async open(path: string): Promise<void> {
    this.counted.page += 1;
    await this.page.goto(new URL(path, this.base).href);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** A link to another page. */
  async follow(name: string | RegExp): Promise<void> {
    await this.followAt(this.page.getByRole('link', { name }).first());
  }

  async followAt(link: Locator): Promise<void> {
    this.counted.page += 1;
    await this.click(link);
  }

  async click(place: Locator): Promise<void> {
    this.counted.click += 1;
    await place.click();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.click(this.page.getByRole('button', { name }));
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.fillAt(this.page.getByLabel(label), value);
  }

  async fillAt(place: Locator, value: string): Promise<void> {
    this.counted.field += 1;
    await place.fill(value);
  }

  /** An option by its value or its text. */
  async choose(label: string | RegExp, option: string | { label: string }): Promise<void> {
    await this.chooseAt(this.page.getByLabel(label), option);
  }

  async chooseAt(place: Locator, option: string | { label: string }): Promise<void> {
    this.counted.click += 2;
    await place.selectOption(option);
  }

  async key(name: string): Promise<void> {
    this.counted.key += 1;
    await this.page.keyboard.press(name);
  }

  /** As the clipboard does it; Chromium without a window has none. Every figure was typed somewhere before, and Enter after it. */
  async paste(label: string | RegExp, figures: readonly string[]): Promise<void> {
    this.counted.field += 1;
    this.counted.key += figures.reduce((keys, figure) => keys + figure.length + 1, 0);
    const text = figures.join('\n');
    await this.page.getByLabel(label).focus();
    await this.page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', ${JSON.stringify(text)});
      const pasted = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(pasted);
    })()`);
  }

  /** Lines of members that had to be read one by one. */
  reads(rows: number): void {
    this.counted.row += rows;
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }
}
