import assert from 'node:assert/strict';
import test from 'node:test';
import { browse, clashes, drawAll, open, patience } from './browser.mjs';

test('a report in a browser', { timeout: 4 * patience }, async (t) => {
  const browser = await browse(t);

  await t.test('it opens from file:// offline, asks for nothing and complains of nothing', async () => {
    for (const name of ['full-zh.html', 'full-en.html', 'brief-zh.html']) {
      const { page, wrong, asked } = await open(browser, name);
      await drawAll(page);
      assert.deepEqual(wrong, [], name);
      assert.deepEqual(asked, [], name);
      await page.context().close();
    }
  });

  await t.test('every kind of chart draws its values, and a hint says them as the figures do', async () => {
    const { page } = await open(browser, 'full-zh.html');
    await drawAll(page);
    // parts of a stack: 8 by 6 columns, 12 bars of pairs, 11 steps of a waterfall; a line may be level, so paths are counted, not seen
    const least = { months: 3, fleet: 48, firms_rail: 12, parts: 11 };
    for (const [id, count] of Object.entries(least)) {
      const paths = await page.locator(`[data-chart=${id}] .live svg path, [data-chart=${id}] .live svg rect`).count();
      assert.ok(paths >= count, `${id} has ${paths}`);
      assert.ok(await page.locator(`[data-chart=${id}] .static`).isHidden());
    }
    await page.locator('[data-chart=firms_rail] .sheet').scrollIntoViewIfNeeded();
    const box = await page.locator('[data-chart=firms_rail] .sheet').boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 110);
    await page.waitForFunction(() => /万吨/.test(document.querySelector('[data-chart=firms_rail] .sheet > div:last-child')?.textContent ?? ''));
    const hint = await page.locator('[data-chart=firms_rail] .sheet > div:last-child').textContent();
    assert.match(hint, /方案 {2}12\.5 万吨 {2}\(范围 150 – 200 万吨\)/);
    await page.context().close();
  });

  await t.test('a link, a place and a row of the table open their figures and where they stand', async () => {
    const { page } = await open(browser, 'full-zh.html');
    await drawAll(page);
    const map = page.locator('[data-map=flows]'), drawer = page.locator('#drawer');
    await map.scrollIntoViewIfNeeded();
    // a line of the drawing, in the middle of its stroke: the widest of the shown layer
    const spot = await map.locator('.sheet svg').evaluate((svg) => {
      const wide = [...svg.querySelectorAll('path')].find((p) => Number(p.getAttribute('stroke-width')) >= 8);
      const { x, y } = wide.getPointAtLength(wide.getTotalLength() / 2).matrixTransform(wide.getScreenCTM());
      return { x, y };
    });
    await page.mouse.click(spot.x, spot.y);
    await page.waitForFunction(() => document.querySelector('#drawer')?.hidden === false);
    assert.match(await drawer.textContent(), /公路.*变化 2025.*辆\/日.*快速模型的估算.*map\.gpkg\/map_links_difference.*link = 公路.*year = 2025.*difference/s);
    await page.keyboard.press('Escape');
    // the same by keyboard, in a month, where the figure is a sum
    await map.locator('input[name=month]').fill('3');
    await map.locator('.data summary').click();
    const number = map.locator('.data span.fig').first();
    const said = await number.textContent();
    await number.focus();
    await page.keyboard.press('Enter');
    assert.ok((await drawer.textContent()).includes(said));
    assert.match(await drawer.textContent(), /plan\/run\.gpkg\/links_view.*month = 2025-03.*sum \/ days of the month/s);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), said);
    // points, whose key is another one than their id, and a cell that is empty
    await map.locator('select').selectOption({ label: '到达' });
    await map.locator('.data span.fig').first().click();
    assert.match(await drawer.textContent(), /某某钢铁厂11.*110.*万吨.*county = （空）.*firm = fm-11.*period = 2025/s);
    await page.context().close();
  });

  await t.test('the sliders and the layers move the map, buttons and keys zoom it, the scale bar follows', async () => {
    const { page } = await open(browser, 'full-zh.html');
    await drawAll(page);
    const map = page.locator('[data-map=flows]');
    const drawing = () => map.locator('.live svg').first().innerHTML();
    const of2025 = await drawing();
    const outputs = () => map.locator('output').allTextContents();
    assert.deepEqual(await outputs(), ['2025', '全年']);
    const year = map.locator('input[name=year]'), month = map.locator('input[name=month]');
    await month.fill('3');
    assert.deepEqual(await outputs(), ['2025', '3 月']);
    const march = await drawing();
    assert.notEqual(march, of2025);
    // 2024 was run from April on: the whole year stands in its place; a month that both have stays
    await year.fill('4');
    assert.deepEqual(await outputs(), ['2024', '全年']);
    await month.fill('9');
    assert.deepEqual(await outputs(), ['2024', '12 月']);
    await year.fill('5');
    assert.deepEqual(await outputs(), ['2025', '12 月']);
    // a year without months
    await year.fill('0');
    assert.deepEqual(await outputs(), ['2020', '全年']);
    assert.ok(await month.isDisabled());
    await map.locator('select').selectOption({ label: '到达' });
    assert.notEqual(await drawing(), march);
    const bar = () => map.locator('.bar').evaluate((b) => parseFloat(b.textContent) / b.offsetWidth);
    const before = await bar();
    await map.locator('button[aria-label=放大]').click();
    assert.ok((await bar()) < before / 1.3);
    await map.locator('.sheet').focus();
    await page.keyboard.press('-');
    assert.ok(Math.abs((await bar()) / before - 1) < 0.1);
    await page.keyboard.press('ArrowRight');
    await page.context().close();
  });

  await t.test('a number opens its drawer by mouse and by keyboard, Esc closes it and returns', async () => {
    const { page } = await open(browser, 'full-zh.html');
    const drawer = page.locator('#drawer');
    await page.locator('span.fig[data-figure=share]').first().click();
    assert.match(await drawer.textContent(), /85\.12%.*快速模型的估算.*plan\/metrics\.csv.*metric = share.*TY-12/s);
    await page.keyboard.press('Escape');
    assert.ok(await drawer.isHidden());
    const number = page.locator('span.fig[data-figure="q:3:2"]');
    await number.focus();
    await page.keyboard.press('Enter');
    assert.match(await drawer.textContent(), /127\.00.*3 次模拟的均值/s);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.figure), 'q:3:2');
    // of a chart: its values stand in a table below it
    await page.locator('[data-chart=firms_rail]').scrollIntoViewIfNeeded();
    await page.locator('[data-chart=firms_rail] summary').click();
    await page.locator('[data-chart=firms_rail] .data span.fig').nth(1).click();
    assert.match(await drawer.textContent(), /12\.5 万吨.*derived|12\.5 万吨.*推算/s);
    await page.context().close();
  });

  await t.test('at 390 px nothing covers anything, with the script and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      for (const name of ['full-zh.html', 'full-en.html', 'brief-zh.html']) {
        const { page } = await open(browser, name, { viewport: { width: 390, height: 844 }, javaScriptEnabled });
        if (javaScriptEnabled) await drawAll(page);
        assert.equal(await page.evaluate(clashes), '', `${name}, script ${javaScriptEnabled}`);
        await page.context().close();
      }
    }
  });

  await t.test('without its script the page is whole: tables, charts and map stand there', async () => {
    const { page } = await open(browser, 'full-zh.html', { javaScriptEnabled: false });
    assert.equal(await page.locator('.static svg.chart').count(), 4);
    assert.ok(await page.locator('.static svg.map').isVisible());
    assert.equal(await page.locator('#table-offices tbody tr').count(), 60);
    await page.context().close();
  });

  await t.test('thirty hostile names run nothing and open nothing', async () => {
    const { page, wrong, asked, dialogs } = await open(browser, 'hostile.html');
    await drawAll(page);
    assert.deepEqual(dialogs, []);
    assert.deepEqual(asked, []);
    assert.deepEqual(wrong, []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1366);
    assert.equal(await page.locator('main > section').count(), 30);
    assert.equal(await page.locator('main img, main script, main b').count(), 0);
    assert.equal(await page.locator('[data-chart=n0lines] figcaption').textContent(), '<script>alert(1)</script>');
    await page.context().close();
  });
});
