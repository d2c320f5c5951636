// The options of ECharts for the four kinds of charts.
import type { CustomSeriesOption } from 'echarts/charts';
import type { EChartsCoreOption } from 'echarts/core';
import { dash, decal, fillColour, lineColour, symbol } from './looks';
import { type Chart, type Model, type Series, shortNumber, textOf } from './model';
import { scaleOf, stepsOf } from './scale';
import type { Words } from './words';

export interface Scene { model: Model; words: Words; narrow: boolean; width: number; font: string }
type Option = Record<string, unknown>;

const nameStyle = { color: '#1a1a1a', fontSize: 13 };

function categoryAxis(chart: Chart, scene: Scene, lying: boolean): Option {
  const width = lying ? (scene.narrow ? 96 : 180) : undefined;
  return {
    type: 'category', data: chart.categories, inverse: lying,
    axisLabel: { color: '#1a1a1a', fontSize: 13, ...(width ? { width, overflow: 'break', interval: 0, lineHeight: 15 } : { hideOverlap: true }) },
  };
}
function valueAxis(chart: Chart, scene: Scene, lying: boolean): Option {
  const { cut, ...ends } = scaleOf(chart);
  return {
    type: 'value', name: chart.unit + (cut ? scene.words.cut : ''), nameLocation: lying ? 'middle' : 'end', nameGap: lying ? 28 : 14, ...ends,
    nameTextStyle: { ...nameStyle, align: lying ? 'center' : 'left' }, axisLabel: { color: '#1a1a1a', fontSize: 13, hideOverlap: true },
  };
}

/** The hint over a category: a line a series, as text. */
function hint(chart: Chart, scene: Scene, category: number): HTMLElement {
  const box = document.createElement('div');
  const add = (text: string, strong = false) => {
    const line = document.createElement(strong ? 'strong' : 'div');
    line.textContent = text;
    box.append(line);
  };
  add(chart.categories[category] ?? '', true);
  for (const series of chart.series) {
    const low = series.low[category], high = series.high[category];
    const band = low !== null && low !== undefined && high !== null && high !== undefined;
    const estimate = scene.model.figures[series.figures[category] ?? '']?.of === 'estimate' ? ` ${scene.words.estimate}` : '';
    add(`${series.name}  ${textOf(scene.model, series, category)}${estimate}` +
      (band ? `  (${scene.words.range} ${shortNumber(low)} – ${shortNumber(high)} ${chart.unit})` : ''));
  }
  for (const mark of chart.marks) if (mark.category === category) add(`◇ ${mark.text}`);
  return box;
}

function frame(chart: Chart, scene: Scene, lying: boolean, names: string[]): Option {
  const axes = [categoryAxis(chart, scene, lying), valueAxis(chart, scene, lying)];
  return {
    animation: false, textStyle: { fontFamily: scene.font },
    aria: { enabled: true, label: { description: chart.title } },
    legend: { data: names, top: 0, left: 0, type: 'plain', textStyle: nameStyle, itemWidth: 30 },
    grid: { left: 8, right: lying ? 96 : scene.narrow ? 20 : 110, top: legendRoom(names, scene.narrow) + (lying ? 6 : 30), bottom: lying ? 34 : 6, containLabel: true },
    tooltip: {
      trigger: 'axis', confine: true, axisPointer: { type: chart.kind === 'lines' ? 'line' : 'shadow' },
      formatter: (items: { dataIndex: number; seriesId: string }[]) => {
        const item = items.find((i) => i.seriesId.startsWith('s'));
        return item ? hint(chart, scene, item.dataIndex) : '';
      },
    },
    xAxis: lying ? axes[1] : axes[0], yAxis: lying ? axes[0] : axes[1],
  };
}

/** Names side by side take about this much height. */
function legendRoom(names: string[], narrow: boolean): number {
  const room = narrow ? 340 : 800;
  let rows = 1, used = 0;
  for (const name of names) {
    const own = 54 + [...name].length * 13;
    if (used > 0 && used + own > room) { rows += 1; used = 0; }
    used += own;
  }
  return names.length === 0 ? 0 : rows * 24;
}

const values = (series: Series) => series.values.map((v) => v ?? '-');

/** A quadrangle between two categories where both have a band. */
function band(chart: Chart, series: Series, index: number): CustomSeriesOption | null {
  if (series.low.length === 0 || series.high.length === 0) return null;
  const data = chart.categories.map((_, i) => [i, series.low[i] ?? NaN, series.high[i] ?? NaN]);
  return {
    type: 'custom', id: `band${index}`, name: series.name, data, encode: { x: 0, y: [1, 2] }, silent: true, z: 1,
    renderItem: (item, api) => {
      const from = data[item.dataIndex - 1], to = data[item.dataIndex];
      if (!from || !to || [...from, ...to].some(Number.isNaN)) return null;
      const at = (x: number, y: number) => api.coord([x, y]);
      return {
        type: 'polygon',
        shape: { points: [at(from[0]!, from[1]!), at(from[0]!, from[2]!), at(to[0]!, to[2]!), at(to[0]!, to[1]!)] },
        style: { fill: lineColour(series.look), opacity: 0.18 },
      };
    },
  };
}

function lines(chart: Chart, scene: Scene): Option {
  const drawn = chart.series.map((s, i) => ({
    type: 'line', id: `s${i}`, name: s.name, data: values(s), symbol: symbol(s.look), symbolSize: 9, showSymbol: s.values.length <= 24,
    connectNulls: false, z: 3, color: lineColour(s.look), lineStyle: { width: 2, type: dash(s.look) }, emphasis: { focus: 'series' },
    endLabel: { show: !scene.narrow, formatter: () => lastText(scene.model, s), color: '#1a1a1a', fontSize: 13 },
    labelLayout: { moveOverlap: 'shiftY' },
  }));
  const marks = chart.marks.length === 0 ? [] : [{
    type: 'scatter', id: 'marks', name: scene.words.target, z: 5, symbol: 'diamond', symbolSize: 15,
    data: chart.marks.map((m) => [m.category, m.value]),
    itemStyle: { color: '#fff', borderColor: '#b00020', borderWidth: 2 },
    label: {
      show: true, position: 'top', color: '#1a1a1a', fontSize: 13, textBorderColor: '#fff', textBorderWidth: 3, width: scene.narrow ? 130 : 240, overflow: 'break',
      formatter: (item: { dataIndex: number }) => chart.marks[item.dataIndex]?.text ?? '',
    },
    // inside of the sheet, and none over another
    labelLayout: (place: { labelRect: { x: number; width: number } }) => ({
      dx: Math.min(0, scene.width - 6 - place.labelRect.x - place.labelRect.width), moveOverlap: 'shiftY',
    }),
  }];
  const bands = chart.series.map((s, i) => band(chart, s, i)).filter((b) => b !== null);
  const names = chart.series.map((s) => s.name).concat(marks.length > 0 ? [scene.words.target] : []);
  return { ...frame(chart, scene, false, names), series: [...drawn, ...bands, ...marks] };
}

function lastText(model: Model, series: Series): string {
  for (let i = series.values.length - 1; i >= 0; i -= 1) if (series.values[i] !== null) return textOf(model, series, i);
  return '';
}

function stack(chart: Chart, scene: Scene): Option {
  const series = chart.series.map((s, i) => ({
    type: 'bar', id: `s${i}`, name: s.name, stack: 'all', data: values(s), barMaxWidth: 84,
    itemStyle: { color: fillColour(s.look), borderColor: '#333', borderWidth: 0.5, decal: decal(s.look) }, emphasis: { focus: 'series' },
  }));
  return { ...frame(chart, scene, false, chart.series.map((s) => s.name).reverse()), series };
}

const label = { textVerticalAlign: 'middle' as const, fill: '#1a1a1a', fontSize: 13 };
const hasRange = (s: Series, i: number) => typeof s.low[i] === 'number' && typeof s.high[i] === 'number';

/** The range of a bar where inputs varied, at the height of the bar, and the text behind it. */
function range(chart: Chart, series: Series, index: number, scene: Scene): CustomSeriesOption | null {
  if (series.low.length === 0 || series.high.length === 0) return null;
  const data = chart.categories.map((_, i) => [series.low[i] ?? NaN, series.high[i] ?? NaN, i]);
  return {
    type: 'custom', id: `range${index}`, name: series.name, data, encode: { x: [0, 1], y: 2 }, silent: true, z: 4,
    renderItem: (item, api) => {
      const [low, high, at] = data[item.dataIndex]!;
      if (Number.isNaN(low) || Number.isNaN(high)) return null;
      const layout = api.barLayout?.({ count: chart.series.length, barGap: '30%', barCategoryGap: '30%' })?.[index];
      const from = api.coord([low!, at!]), to = api.coord([high!, at!]);
      const y = from[1]! + (layout?.offsetCenter ?? 0);
      const text = textOf(scene.model, series, item.dataIndex);
      return {
        type: 'group',
        children: [
          { type: 'path', shape: { pathData: `M${from[0]} ${y - 4}v8m0 -4H${to[0]}m0 -4v8` }, style: { stroke: '#1a1a1a', lineWidth: 1.5, fill: 'none' } },
          { type: 'text', style: { ...label, text, x: to[0]! + 7, y } },
        ],
      };
    },
  };
}

function pairs(chart: Chart, scene: Scene): Option {
  const bars = chart.series.map((s, i) => ({
    type: 'bar', id: `s${i}`, name: s.name, data: values(s), barGap: '30%', barCategoryGap: '30%', barMaxWidth: 18,
    itemStyle: i === 0 ? { color: lineColour(s.look) }
      : { color: '#fff', borderColor: lineColour(s.look || 1), borderWidth: 2, borderType: i === 1 ? [5, 3] : [2, 2] },
    label: {
      show: true, position: 'right', color: '#1a1a1a', fontSize: 13,
      formatter: (item: { dataIndex: number }) => (hasRange(s, item.dataIndex) ? '' : textOf(scene.model, s, item.dataIndex)),
    },
  }));
  const ranges = chart.series.map((s, i) => range(chart, s, i, scene)).filter((r) => r !== null);
  return { ...frame(chart, scene, true, chart.series.map((s) => s.name)), series: [...bars, ...ranges] };
}

function waterfall(chart: Chart, scene: Scene): Option {
  const series = chart.series[0], steps = stepsOf(chart), { min, max } = scaleOf(chart);
  const base = Math.min(Math.max(0, min), max);  // where totals begin on an axis that is cut
  const ends = steps.map((s) => (s === null ? null : { ...s, from: s.total ? base : s.from }));
  const drawn: CustomSeriesOption = {
    type: 'custom', id: 's0', name: series?.name ?? '', encode: { x: [0, 1], y: 2 }, data: ends.map((s, i) => [s?.from ?? NaN, s?.to ?? NaN, i]),
    renderItem: (item, api) => {
      const step = ends[item.dataIndex];
      if (!step || !series) return null;
      const from = api.coord([step.from, item.dataIndex]), to = api.coord([step.to, item.dataIndex]);
      const left = Math.min(from[0]!, to[0]!), right = Math.max(from[0]!, to[0]!), y = to[1]!;
      const style = step.total ? { fill: '#333' } : step.to >= step.from ? { fill: '#2f6f9f' }
        : { fill: '#fff', stroke: '#a8500a', lineWidth: 2, lineDash: [3, 2] };
      const plus = !step.total && step.to > step.from && !series.figures[item.dataIndex] ? '+' : '';
      return {
        type: 'group',
        children: [
          { type: 'rect', shape: { x: left, y: y - 8, width: Math.max(right - left, 0.5), height: 16 }, style },
          { type: 'text', style: { ...label, text: plus + textOf(scene.model, series, item.dataIndex), x: right + 6, y } },
        ],
      };
    },
  };
  return { ...frame(chart, scene, true, []), series: [drawn] };
}

export function optionOf(chart: Chart, scene: Scene): EChartsCoreOption {
  return { lines, stack, pairs, waterfall }[chart.kind](chart, scene) as EChartsCoreOption;
}

/** How high a chart is, in px. */
export function heightOf(chart: Chart, narrow: boolean): number {
  const room = chart.kind === 'waterfall' ? 0 : legendRoom(chart.series.map((s) => s.name), narrow);
  if (chart.kind === 'lines' || chart.kind === 'stack') return 290 + room;
  const row = Math.max(narrow ? 50 : 34, chart.kind === 'waterfall' ? 0 : 24 * chart.series.length + 14);
  return room + 48 + row * chart.categories.length;
}
