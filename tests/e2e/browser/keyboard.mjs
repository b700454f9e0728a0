// A person at the keyboard: no mouse, and no patience without end.

/** The selector of an element by its test id. */
export const id = (name) => `[data-testid="${name}"]`;

/** Presses a key until the focus is on an element that matches; a person would give up at some point, and so does this. */
export async function walkTo(page, selector, key = 'Tab', most = 120) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${selector} is not reached by ${key}`);
}

/** Whether the focus is in an element with this test id. */
export const focusIsIn = (page, name) => page.evaluate((wanted) => document.activeElement?.closest(wanted) !== null, id(name));

/** Waits until the focus is on an element that matches. */
export const focusComesTo = (page, selector) => page.waitForFunction((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
