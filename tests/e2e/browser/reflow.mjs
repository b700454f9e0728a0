// Every screen at 400 % and in a language longer than any: nothing is cut, nothing covers anything, nothing scrolls
// sideways but lists and tables.

import assert from 'node:assert/strict';
import { Desk } from './desk.mjs';
import { check } from './report.mjs';
import { tour } from './tour.mjs';

/** 1280 by 800 at 400 %: what the page has for itself. */
const ZOOMED = { width: 320, height: 200 };

/** One test for each state of the window, at 400 %, then with texts half as long again. */
export async function reflow(browser) {
  await tell(browser, 'at 400 %', { viewport: ZOOMED });
  await tell(browser, 'in a longer language', {}, lengthen);
}

async function tell(browser, how, options, script) {
  const desk = await Desk.open(browser, options);
  try {
    if (script) {
      await desk.page.addInitScript(script);
      await desk.page.reload();
    }
    await check(`a text that is cut is seen, ${how}`, () => expectFault(desk));
    await check(`the tour of every screen, ${how}`, async () => {
      for await (const state of tour(desk)) {
        await check(`everything is whole: ${state}, ${how}`, async () => {
          const faults = await desk.page.evaluate(faultsOf);
          if (faults.length > 0) throw new Error(faults.slice(0, 12).join('\n'));
        });
      }
    });
  } finally {
    await desk.close();
  }
}

/** Without this, a look that sees nothing would find nothing either. */
async function expectFault(desk) {
  await desk.see('start-demo');
  await desk.page.evaluate(() => {
    const cut = document.createElement('button');
    cut.textContent = 'Ce texte ne tient pas dans sa place';
    cut.style.cssText = 'width: 40px; overflow: hidden; white-space: nowrap';
    document.querySelector('main').append(cut);
  });
  const faults = await desk.page.evaluate(faultsOf);
  assert.equal(faults.length, 1, faults.join('\n'));
  assert.match(faults[0], /^cut at the side/);
  await desk.page.reload();
}

/**
 * Makes each text two fifths longer, with accents, as it comes on screen: what a catalogue of a wordy language would do, also to
 * the sentences of the application. What people and files wrote stays as it is. Runs in the page.
 */
function lengthen() {
  const ACCENTS = { a: 'â', e: 'é', i: 'ï', o: 'ô', u: 'ü', c: 'ç', n: 'ñ', A: 'Â', E: 'É', O: 'Ô' };
  const AS_IT_IS = '[role="gridcell"], .code, [data-testid="extract-marked-cell"], td, kbd, script, style, svg, textarea, option, .numbers, .raw, [data-data]';
  const made = new WeakMap();
  const longer = (node) => {
    const text = node.nodeValue ?? '';
    if (made.get(node) === text || !/\p{L}{2}/u.test(text) || node.parentElement?.closest(AS_IT_IS)) return;
    const accented = text.replace(/[aeioucnAEO]/g, (letter) => ACCENTS[letter]);
    const words = 'ñéçâ ïôü '.repeat(Math.ceil(text.length / 9));
    const value = `${accented} ${words.slice(0, Math.max(2, Math.round(text.trim().length * 0.4)))}`;
    made.set(node, value);
    node.nodeValue = value;
  };
  const walk = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return longer(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) longer(walker.currentNode);
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') longer(change.target);
      else change.addedNodes.forEach(walk);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** What is not as it should be in the page, in sentences. Runs in the page. */
function faultsOf() {
  const faults = [];
  const named = (element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}" ${element.dataset.testid ?? ''}> “${(element.innerText ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 50)}”`;
  // What stands above the rest is the screen.
  const top = document.querySelector('dialog[open]') ?? document.body;
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  const hidden = (element) => element.closest('.visually-hidden, [inert], svg');
  /** Whether it lies in a part that scrolls sideways by itself: a list, a table. */
  const scrolls = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (box.matches('main, dialog, nav, header, footer')) return false;
      if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return true;
    }
    return false;
  };

  for (const element of [document.documentElement, ...document.querySelectorAll('main, nav, header, footer, dialog, aside, [data-testid="drawer"]')]) {
    if (!shown(element) || scrolls(element)) continue;
    const room = element === document.documentElement ? innerWidth : element.clientWidth;
    if (element.scrollWidth > room + 1) faults.push(`scrolls sideways (${element.scrollWidth} > ${room}): ${named(element)}`);
  }
  for (const element of top.querySelectorAll('*')) {
    if (!shown(element) || hidden(element) || element.closest('[role="grid"], [role="treegrid"]')) continue;
    const style = getComputedStyle(element);
    const clips = (overflow) => overflow === 'hidden' || overflow === 'clip';
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue.trim() !== '');
    if (!own && !element.matches('button, h1, h2, h3, label, .chip')) continue;
    if (clips(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && !element.closest('[title]')) faults.push(`cut at the side: ${named(element)}`);
    if (clips(style.overflowY) && element.scrollHeight > element.clientHeight + 3) faults.push(`cut below: ${named(element)}`);
    const outside = element.getBoundingClientRect();
    if (!scrolls(element) && outside.right > innerWidth + 1 && outside.left < innerWidth) faults.push(`beyond the window: ${named(element)}`);
  }
  for (const element of top.querySelectorAll('button, input, select, textarea, a[href], h1, h2')) {
    if (!shown(element) || hidden(element) || element.closest('[role="grid"], [role="treegrid"], .menu, .popover')) continue;
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { left, right, top: above, bottom } = element.getBoundingClientRect();
    const there = document.elementFromPoint((left + right) / 2, (above + bottom) / 2);
    if (there && !there.closest(':popover-open') && !element.contains(there) && !there.contains(element) && !there.matches('label')) faults.push(`covered by ${named(there)}: ${named(element)}`);
  }
  return faults;
}
