// A map that the reader moves: layers, sliders of years and months, buttons and keys to zoom, a scale bar that follows, and the way back from
// the figures of what is clicked.
import type { Drawer } from './drawer';
import { element } from './element';
import { type ECharts, init, registerMap } from './echarts';
import {
  aspect, type Bounds, boundsOf, figuresAt, firstPeriod, type Item, largestOf, less, mapOption, more, plain, type Shown, shapeOf, valueText, withinYear, yearsOf,
} from './network';
import { isYear, type MapLayer, type NetworkMap, shortNumber } from './model';
import { kindWords, type Words } from './words';

const kmPerDegree = 111.2;
let made = 0;

export class LiveMap {
  private readonly chart: ECharts;
  private readonly shown: Shown;
  private readonly bounds: Bounds;
  private readonly sheet = element('div', { class: 'sheet', tabindex: '0', role: 'application' });
  private readonly bar = element('div', { class: 'bar' });
  private readonly legend = element('div', { class: 'meanings' });
  private readonly year = slider('year');
  private readonly month = slider('month');
  private readonly rows = element('div', { class: 'table', tabindex: '0' });
  private readonly data = element('details', { class: 'data' });
  private zoom = 1;

  constructor(private readonly map: NetworkMap, private readonly words: Words, into: HTMLElement, private readonly to: { drawer: Drawer; font: string }) {
    const layer = map.layers.find((l) => l.periods.length > 0) ?? null;
    this.shown = { layer, period: layer ? firstPeriod(layer) : 0 };
    this.bounds = boundsOf(map);
    this.sheet.setAttribute('aria-label', `${map.title} ${words.hint}`);
    into.append(this.controls(), element('div', { class: 'frame' }, this.sheet, element('div', { class: 'north' }, '▲', element('br'), words.north), this.bar),
      this.legend, element('p', { class: 'note' }, words.hint), this.data);
    this.data.append(element('summary', {}, words.places), this.rows);
    this.data.addEventListener('toggle', () => this.list());
    const name = `map-${(made += 1)}`;
    registerMap(name, outline(this.bounds) as unknown as Parameters<typeof registerMap>[1]);
    const width = into.clientWidth, b = this.bounds;
    this.sheet.style.height = `${Math.round(Math.min(620, Math.max(260, (width * (b.north - b.south)) / ((b.east - b.west) * aspect(b)))))}px`;
    this.chart = init(this.sheet, undefined, { renderer: 'svg' });
    this.chart.setOption({ geo: { map: name, roam: false, silent: true, aspectScale: aspect(b), left: 4, right: 4, top: 4, bottom: 4,
      scaleLimit: { min: 1, max: 40 }, itemStyle: { areaColor: '#fff', borderColor: 'transparent' }, emphasis: { disabled: true } } });
    this.chart.on('georoam', () => this.follow());
    this.chart.on('click', (item) => this.open(item as unknown as Item));
    this.keys();
    this.draw();
  }

  resize(): void {
    this.chart.resize();
    this.follow();
  }

  private controls(): HTMLElement {
    const out = element('div', { class: 'controls' });
    const { words } = this;
    if (this.map.layers.length > 1) {
      const choice = element('select');
      this.map.layers.forEach((l, i) => choice.append(element('option', { value: String(i) }, l.title)));
      choice.addEventListener('change', () => this.show(Number(choice.value)));
      out.append(element('label', {}, words.layer + ' ', choice));
    }
    this.year.input.addEventListener('input', () => this.toYear(Number(this.year.input.value)));
    this.month.input.addEventListener('input', () => this.toMonth(Number(this.month.input.value)));
    out.append(element('label', { class: 'period' }, words.year + ' ', this.year.input, ' ', this.year.output),
      element('label', { class: 'period' }, words.month + ' ', this.month.input, ' ', this.month.output));
    const buttons = element('span', { class: 'buttons' });
    out.append(buttons);
    const button = (text: string, name: string, act: () => void) => {
      const b = element('button', { type: 'button', 'aria-label': name, title: name }, text);
      b.addEventListener('click', act);
      buttons.append(b);
    };
    button('+', words.bigger, () => this.zoomTo(this.zoom * 1.6));
    button('−', words.smaller, () => this.zoomTo(this.zoom / 1.6));
    button('⤢', words.whole, () => this.whole());
    return out;
  }

  private show(index: number): void {
    const layer = this.map.layers[index]!;
    const before = this.shown.layer?.periods[this.shown.period];
    const same = before === undefined ? -1 : layer.periods.indexOf(before);
    this.shown.layer = layer;
    this.shown.period = same >= 0 ? same : Math.max(0, firstPeriod(layer));
    this.draw();
  }

  /** The same month of another year, or the whole of it where that month was not run. */
  private toYear(at: number): void {
    const { layer, period } = this.shown;
    if (!layer) return;
    const year = yearsOf(layer)[at]!, within = withinYear(layer, year);
    this.shown.period = within.find((p) => layer.periods[p]!.slice(4) === layer.periods[period]!.slice(4)) ?? within[0]!;
    this.draw();
  }
  private toMonth(at: number): void {
    const { layer, period } = this.shown;
    if (!layer) return;
    this.shown.period = withinYear(layer, layer.periods[period]!.slice(0, 4))[at]!;
    this.draw();
  }
  private sliders(layer: MapLayer | null, period: number): void {
    const when = layer?.periods[period] ?? '', years = layer ? yearsOf(layer) : [], within = layer ? withinYear(layer, when.slice(0, 4)) : [];
    this.year.set(years.length, years.indexOf(when.slice(0, 4)), when.slice(0, 4));
    this.month.set(within.length, within.indexOf(period), when === '' || isYear(when) ? this.words.whole_year : this.words.month_name(Number(when.slice(5))));
  }

  private draw(): void {
    const { layer, period } = this.shown;
    this.sliders(layer, period);
    this.chart.setOption(mapOption(this.map, this.shown, this.words, this.to.font, this.sheet.clientWidth < 560 ? 11 : 13), { replaceMerge: ['series'] });
    this.explain();
    this.list();
    this.follow();
  }

  /** What was clicked, with its figures in the period that is shown. */
  private open(item: Item): void {
    const row = item.data?.row;
    if (row !== undefined) this.figures(item.seriesId === 'places' ? 'points' : 'lines', row, item.name, this.sheet);
  }
  private figures(of: 'lines' | 'points', row: number, name: string, opener: Element | null): void {
    const { layer, period } = this.shown, when = layer?.periods[period];
    const found = when === undefined ? [] : figuresAt(this.map, of, row, when, this.words);
    if (found.length > 0) this.to.drawer.list(name, found, opener);
  }

  /** The figures of the layer and period as a table: for the keyboard, and for lines that are thin. */
  private list(): void {
    const { layer, period } = this.shown;
    if (!this.data.open || !layer) return this.rows.replaceChildren();
    const of = layer.of === 'points' ? 'points' : 'lines', things = of === 'points' ? this.map.points : this.map.lines;
    const order = things.map((_, row) => row).filter((row) => (layer.values[row]?.[period] ?? null) !== null);
    order.sort((a, b) => Math.abs(layer.values[b]![period]!) - Math.abs(layer.values[a]![period]!));
    const table = element('table', {}, element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, this.words.first),
      element('th', { scope: 'col', class: 'number' }, `${layer.title} ${layer.periods[period]}`))));
    const body = element('tbody');
    for (const row of order) {
      const name = things[row]!.name || things[row]!.id, number = element('span', { class: 'fig' }, valueText(layer, layer.values[row]![period], this.words));
      this.to.drawer.offer(number, () => this.figures(of, row, name, number));
      body.append(element('tr', {}, element('th', { scope: 'row' }, name), element('td', { class: 'number' }, number)));
    }
    table.append(body);
    this.rows.replaceChildren(table);
  }

  /** What colours, dashes and signs mean, for the layer that is shown. */
  private explain(): void {
    const { layer } = this.shown, { words } = this;
    const items: HTMLElement[] = [];
    const line = (color: string, width: number, dashed: boolean, text: string) => {
      const sample = element('span', { class: 'sample' });
      sample.style.borderTop = `${width}px ${dashed ? 'dashed' : 'solid'} ${color}`;
      items.push(element('span', {}, sample, text));
    };
    if (layer) {
      const most = largestOf(layer);
      if (layer.difference) {
        line(more, 5, false, `${words.more} (+)`);
        line(less, 5, true, `${words.less} (−)`);
      } else line(plain, 5, false, layer.title);
      items.push(element('span', {}, `≤ ${shortNumber(most)} ${layer.unit}`));
    }
    if (this.map.lines.some((l) => l.kind !== 'rail')) line('#b5b5b5', 1, false, words.road);
    if (this.map.lines.some((l) => l.kind === 'rail')) line('#111', 3, true, words.rail);
    for (const kind of new Set(this.map.points.map((p) => p.kind))) {
      const sign = element('span', { class: `sign ${shapeOf(kind).symbol}` });
      sign.style.background = shapeOf(kind).fill;
      items.push(element('span', {}, sign, kindWords(words, kind)));
    }
    this.legend.replaceChildren(...items);
  }

  private zoomTo(zoom: number): void {
    this.zoom = Math.min(40, Math.max(1, zoom));
    this.chart.setOption({ geo: { zoom: this.zoom } });
    this.follow();
  }
  private whole(): void {
    this.zoom = 1;
    this.chart.setOption({ geo: { zoom: 1, center: null } });
    this.follow();
  }
  /** Wheel and fingers belong to the page until the reader has chosen the map. */
  private keys(): void {
    const choose = (on: boolean) => this.chart.setOption({ geo: { roam: on } });
    // Drawing again between press and release would take away what was pressed, and with it the click.
    let pressed = false;
    this.sheet.addEventListener('pointerdown', () => { pressed = true; });
    window.addEventListener('pointerup', () => {
      if (pressed) setTimeout(() => { if (document.activeElement === this.sheet) choose(true); });
      pressed = false;
    });
    this.sheet.addEventListener('focus', () => { if (!pressed) choose(true); });
    this.sheet.addEventListener('blur', () => choose(false));
    this.sheet.addEventListener('keydown', (event) => {
      const step: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
      const way = step[event.key];
      if (event.key === 'Escape') this.sheet.blur();
      else if (event.key === '+' || event.key === '=') this.zoomTo(this.zoom * 1.6);
      else if (event.key === '-') this.zoomTo(this.zoom / 1.6);
      else if (way) this.move(way[0] * 0.2, way[1] * 0.2);
      else return;
      event.preventDefault();
    });
  }
  private move(right: number, down: number): void {
    const width = this.chart.getWidth(), height = this.chart.getHeight();
    const center = this.chart.convertFromPixel({ geoIndex: 0 }, [width * (0.5 + right), height * (0.5 + down)]);
    this.chart.setOption({ geo: { center } });
    this.follow();
  }

  /** The scale bar shows a round length at the middle of the sheet. */
  private follow(): void {
    const option = this.chart.getOption() as { geo?: { zoom?: number }[] };
    this.zoom = option.geo?.[0]?.zoom ?? this.zoom;
    const b = this.bounds, middle = (b.south + b.north) / 2;
    const a = this.chart.convertToPixel({ geoIndex: 0 }, [b.west, middle]), c = this.chart.convertToPixel({ geoIndex: 0 }, [b.east, middle]);
    if (!Array.isArray(a) || !Array.isArray(c)) return;
    const px = (c[0]! - a[0]!) / ((b.east - b.west) * aspect(b) * kmPerDegree);
    const power = 10 ** Math.floor(Math.log10(140 / px));
    const km = [5, 2, 1].map((f) => f * power).find((v) => v * px <= 140) ?? power;
    this.bar.style.width = `${Math.round(km * px)}px`;
    this.bar.textContent = `${Number(km.toPrecision(1))} ${this.words.km}`;
    this.sheet.dataset.zoom = this.zoom.toFixed(2);
  }
}

/** A slider with the word for where it stands. */
function slider(name: string) {
  const input = element('input', { type: 'range', min: '0', step: '1', name }), output = element('output');
  const set = (count: number, at: number, text: string): void => {
    input.max = String(Math.max(0, count - 1));
    input.value = String(Math.max(0, at));
    input.disabled = count < 2;
    output.textContent = text;
    input.setAttribute('aria-valuetext', text);
  };
  return { input, output, set };
}

function outline(b: Bounds) {
  const ring = [[b.west, b.south], [b.east, b.south], [b.east, b.north], [b.west, b.north], [b.west, b.south]];
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: ' ' }, geometry: { type: 'Polygon', coordinates: [ring] } }] };
}

