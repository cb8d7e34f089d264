// A page worked by keys alone: Tab leads to a thing, which must show that it has the focus, then what is pressed or typed there.
import type { Locator, Page } from 'playwright-core';

/** More than the longest of these pages has to pass through. */
const MOST_TABS = 200;

export type Keys = ReturnType<typeof keysOf>;

export function keysOf(page: Page) {
  let pressed = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      pressed += 1;
      await page.keyboard.press(key);
    }
  };
  const to = async (target: Locator) => {
    await target.waitFor();
    const reached = target.and(page.locator(':focus-visible'));
    for (let steps = 0; steps < MOST_TABS; steps += 1) {
      if ((await reached.count()) > 0) return;
      await press('Tab');
    }
    throw new Error(`Tab does not lead to ${target.toString()}`);
  };
  return {
    press,
    to,
    /** Characters count one press each, as on a keyboard without an input method. */
    type: async (target: Locator, text: string) => {
      await to(target);
      pressed += Array.from(text).length;
      await page.keyboard.insertText(text);
    },
    /** A button, a link or a summary. */
    enter: async (target: Locator) => {
      await to(target);
      await press('Enter');
    },
    pressed: () => pressed,
  };
}
