// A map that the reader moves: layers, a slider of periods, buttons and keys to zoom, a scale bar that follows.
import { element } from './element';
import { type ECharts, init, registerMap } from './echarts';
import { aspect, type Bounds, boundsOf, firstPeriod, largestOf, less, mapOption, more, plain, type Shown, shapeOf } from './network';
import { type NetworkMap, shortNumber } from './model';
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
  private readonly period = element('output');
  private readonly slider = element('input', { type: 'range', min: '0', step: '1' });
  private zoom = 1;

  constructor(private readonly map: NetworkMap, private readonly words: Words, into: HTMLElement, private readonly font: string) {
    const layer = map.layers.find((l) => l.periods.length > 0) ?? null;
    this.shown = { layer, period: layer ? firstPeriod(layer) : 0 };
    this.bounds = boundsOf(map);
    this.sheet.setAttribute('aria-label', `${map.title} ${words.hint}`);
    into.append(this.controls(), element('div', { class: 'frame' }, this.sheet, element('div', { class: 'north' }, '▲', element('br'), words.north), this.bar),
      this.legend, element('p', { class: 'note' }, words.hint));
    const name = `map-${(made += 1)}`;
    registerMap(name, outline(this.bounds) as unknown as Parameters<typeof registerMap>[1]);
    const width = into.clientWidth, b = this.bounds;
    this.sheet.style.height = `${Math.round(Math.min(620, Math.max(260, (width * (b.north - b.south)) / ((b.east - b.west) * aspect(b)))))}px`;
    this.chart = init(this.sheet, undefined, { renderer: 'svg' });
    this.chart.setOption({ geo: { map: name, roam: false, silent: true, aspectScale: aspect(b), left: 4, right: 4, top: 4, bottom: 4,
      scaleLimit: { min: 1, max: 40 }, itemStyle: { areaColor: '#fff', borderColor: 'transparent' }, emphasis: { disabled: true } } });
    this.chart.on('georoam', () => this.follow());
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
    this.slider.addEventListener('input', () => { this.shown.period = Number(this.slider.value); this.draw(); });
    out.append(element('label', { class: 'period' }, words.period + ' ', this.slider, ' ', this.period));
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

  private draw(): void {
    const { layer, period } = this.shown;
    const periods = layer?.periods ?? [];
    this.slider.max = String(Math.max(0, periods.length - 1));
    this.slider.value = String(period);
    this.slider.disabled = periods.length < 2;
    this.period.textContent = periods[period] ?? '';
    this.slider.setAttribute('aria-valuetext', this.period.textContent);
    this.chart.setOption(mapOption(this.map, this.shown, this.words, this.font, this.sheet.clientWidth < 560 ? 11 : 13), { replaceMerge: ['series'] });
    this.explain();
    this.follow();
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
    this.sheet.addEventListener('focus', () => choose(true));
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

function outline(b: Bounds) {
  const ring = [[b.west, b.south], [b.east, b.south], [b.east, b.north], [b.west, b.north], [b.west, b.south]];
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: ' ' }, geometry: { type: 'Polygon', coordinates: [ring] } }] };
}

