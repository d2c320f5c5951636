// The printed report, read back by pdftotext (poppler-utils).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { browse, clashes, open, patience } from './browser.mjs';

async function printed(browser, name) {
  const folder = mkdtempSync(path.join(tmpdir(), 'railshift-a4-'));
  try {
    const { page } = await open(browser, name);
    const pdf = path.join(folder, 'report.pdf');
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    await page.context().close();
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
    return { pages: text.split('\f').slice(0, -1), size: execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a report on A4', { timeout: 4 * patience }, async (t) => {
  const browser = await browse(t);

  await t.test('no row is cut between pages, and heads repeat on every page of a table', async () => {
    const { pages, size } = await printed(browser, 'full-zh.html');
    assert.match(size, /Page size: +59[45]\.\d+ x 84[12]/);
    for (let row = 1; row <= 60; row += 1) {
      const at = (what) => pages.findIndex((p) => new RegExp(`${what}${row}(?!\\d)`).test(p));
      assert.ok(at('上行') >= 0, `row ${row} is there`);
      assert.equal(at('上行'), at('下行'), `row ${row}`);
    }
    for (let row = 0; row < 30; row += 1) {
      const at = (what) => pages.findIndex((p) => new RegExp(`${what}${row}(?!\\d)`).test(p));
      assert.ok(at('首句') >= 0, `firm ${row} is there`);
      assert.equal(at('首句'), at('末句'), `firm ${row}`);
    }
    const with_rows = pages.filter((p) => /上行\d/.test(p));
    assert.ok(with_rows.length >= 3);
    for (const p of with_rows) assert.match(p, /责任单位与目标/);
    // its last column and last number are on the paper: 100 + 7 * 60 + 3 * 7
    assert.ok(with_rows.some((p) => p.includes('541.00')));
  });

  await t.test('nothing is wider than the sheet, in Chinese and English', async () => {
    for (const name of ['full-zh.html', 'full-en.html', 'brief-zh.html']) {
      // 210 mm less the margins of 26 or 42 mm, at 96 px an inch
      const { page } = await open(browser, name, { viewport: { width: name.startsWith('brief') ? 695 : 635, height: 930 } });
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.evaluate(clashes), '', name);
      assert.ok(await page.locator('.live').first().isHidden().catch(() => true));
      await page.context().close();
    }
  });

  await t.test('a brief is one page, a full report numbers its pages', async () => {
    assert.equal((await printed(browser, 'brief-zh.html')).pages.length, 1);
    const { pages } = await printed(browser, 'full-en.html');
    assert.doesNotMatch(pages[0], /—\s*1\s*—/);
    assert.match(pages[1], /—\s*2\s*—/);
  });
});
