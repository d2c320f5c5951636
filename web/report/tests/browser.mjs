// Debian's Chromium on the pages that railshift_sample_pages has written to $RAILSHIFT_PAGES.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const patience = 60_000;  // the first page of a busy machine

export async function browse(t) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'], timeout: patience });
  t.after(() => browser.close());
  return browser;
}

/** A page from file://, offline, with what it asked for and complained of. */
export async function open(browser, name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, offline: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const address = pathToFileURL(path.join(process.env.RAILSHIFT_PAGES, name)).href;
  const wrong = [], asked = [], dialogs = [];
  page.on('console', (m) => (m.type() === 'error' || m.type() === 'warning') && wrong.push(m.text()));
  page.on('pageerror', (e) => wrong.push(String(e)));
  page.on('request', (r) => r.url() !== address && !r.url().startsWith('data:') && asked.push(r.url()));
  page.on('dialog', (d) => { dialogs.push(d.message()); d.dismiss(); });
  await page.goto(address);
  return { page, wrong, asked, dialogs };
}

/** Scrolls until every chart and map is drawn. */
export async function drawAll(page) {
  for (const figure of await page.locator('figure.drawing').all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('.live svg').first().waitFor({ state: 'attached' });
  }
}

/** Texts of elements with a text of their own that lie on each other or stick out of the sheet, and nothing else; "" if all is well. */
export const clashes = () => {
  const found = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  for (const cell of document.querySelectorAll('td, th')) {
    const box = cell.getBoundingClientRect(), range = document.createRange();
    range.selectNodeContents(cell);
    const text = range.getBoundingClientRect();
    if (text.width > 0 && (text.right > box.right + 1 || text.left < box.left - 1)) found.push(`text leaves its cell: ${cell.textContent}`);
  }
  for (const box of document.querySelectorAll('.badge, .box, .notice, p, li, h1, h2, h3, dd, dt, summary, .controls *')) {
    if (box.closest('.table, .static') || box.getClientRects().length === 0) continue;
    const r = box.getBoundingClientRect();
    if (r.right > wide + 1 || r.left < -1) found.push(`leaves the page: ${box.textContent.slice(0, 40)}`);
  }
  for (const badge of document.querySelectorAll('td .badge')) {
    const cell = badge.closest('td').getBoundingClientRect(), r = badge.getBoundingClientRect();
    if (r.right > cell.right + 1) found.push(`a badge covers the next column: ${badge.textContent}`);
  }
  return found.slice(0, 5).join('\n');
};
