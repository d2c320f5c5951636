// A page is whole without this script. It adds hints to charts, a map that moves, and the way back from every number.
import { heightOf, optionOf } from './charts';
import { Drawer } from './drawer';
import { init } from './echarts';
import { element } from './element';
import { LiveMap } from './map';
import { type Chart, type Model, type NetworkMap, textOf } from './model';
import style from './style.css?inline';
import { type Words, wordsOf } from './words';

const narrowest = 560;
type Drawn = { resize: () => void };

/** The values of a chart as a table: for the keyboard, for a screen reader, and to open a figure. */
function dataTable(chart: Chart, model: Model, words: Words): HTMLElement {
  const head = element('tr', {}, element('th', { scope: 'col' }, words.first), ...chart.series.map((s) => element('th', { scope: 'col', class: 'number' }, s.name)));
  const rows = chart.categories.map((category, i) => element('tr', {}, element('th', { scope: 'row' }, category), ...chart.series.map((s) => {
    const id = s.figures[i] ?? '', text = textOf(model, s, i);
    return element('td', { class: 'number' }, model.figures[id] ? element('span', { class: 'fig', 'data-figure': id }, text) : text);
  })));
  const table = element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
  table.style.setProperty('--least', String(8 * (chart.series.length + 1)));
  return element('details', { class: 'data' }, element('summary', {}, words.data), element('div', { class: 'table', tabindex: '0' }, table));
}

function enliven(chart: Chart, figure: HTMLElement, model: Model, words: Words, drawer: Drawer, font: string): Drawn {
  const sheet = element('div', { class: 'sheet' });
  const data = dataTable(chart, model, words);
  figure.append(element('div', { class: 'live' }, sheet, data));
  drawer.mark(data);
  const narrow = () => figure.clientWidth < narrowest;
  const set = () => { sheet.style.height = `${heightOf(chart, narrow())}px`; };
  set();
  const drawn = init(sheet, undefined, { renderer: 'svg' });
  const draw = () => drawn.setOption(optionOf(chart, { model, words, narrow: narrow(), width: sheet.clientWidth, font }), { notMerge: true });
  draw();
  drawn.on('click', (item) => {
    const series = item.seriesId?.startsWith('s') ? chart.series[Number(item.seriesId.slice(1))] : undefined;
    drawer.open(series?.figures[item.dataIndex] ?? '', null);
  });
  return { resize: () => { set(); drawn.resize(); draw(); } };
}

function start(model: Model): void {
  const words = wordsOf(model.language), font = getComputedStyle(document.body).fontFamily;
  document.head.append(element('style', {}, style));
  const drawer = new Drawer(model, words);
  document.querySelector('.cover')?.append(element('p', { class: 'how' }, words.how));
  const blocks = new Map<HTMLElement, Chart | NetworkMap>();
  for (const block of model.sections.flatMap((s) => s.blocks)) {
    const name = block.block === 'chart' ? 'chart' : 'map';
    const figure = [...document.querySelectorAll<HTMLElement>(`figure[data-${name}]`)].find((f) => f.dataset[name] === block.id && !blocks.has(f));
    if (figure) blocks.set(figure, block);
  }
  const drawn = new Map<Element, Drawn>();
  // what is far below is drawn when a reader comes near; until then and in print its static drawing stands there
  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const block = blocks.get(target as HTMLElement);
      if (!isIntersecting || !block || drawn.has(target)) continue;
      near.unobserve(target);
      target.classList.add('alive');
      drawn.set(target, block.block === 'chart' ? enliven(block, target as HTMLElement, model, words, drawer, font) : liveMap(block, target as HTMLElement, words, drawer, font));
    }
  }, { rootMargin: '800px' });
  for (const figure of blocks.keys()) near.observe(figure);
  let width = window.innerWidth;
  window.addEventListener('resize', () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    for (const d of drawn.values()) d.resize();
  });
}

function liveMap(map: NetworkMap, figure: HTMLElement, words: Words, drawer: Drawer, font: string): Drawn {
  const into = element('div', { class: 'live' });
  figure.append(into);
  return new LiveMap(map, words, into, { drawer, font });
}

const source = document.getElementById('document');
if (source?.textContent) start(JSON.parse(source.textContent) as Model);
