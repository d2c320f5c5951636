// A map's options: the scenario's own network on its own coordinates, no base map.
import type { EChartsCoreOption } from 'echarts/core';
import type { MapLayer, NetworkMap } from './model';
import type { Named } from './drawer';
import { figureOf, isYear, shortNumber } from './model';
import { kindWords, type Words } from './words';

export interface Shown { layer: MapLayer | null; period: number }
export interface Bounds { west: number; east: number; south: number; north: number }

export const more = '#a11', less = '#1c5fa8', plain = '#7a3b00';
const widest = 9, largest = 28, seen = 0.02;
const shapes: Record<string, { symbol: string; size: number; fill: string }> = {
  listed_site: { symbol: 'rect', size: 9, fill: '#1a1a1a' },
  site: { symbol: 'circle', size: 6, fill: '#fff' },
  siding: { symbol: 'triangle', size: 10, fill: '#2e7d4f' },
  station: { symbol: 'roundRect', size: 9, fill: '#fff' },
  gateway: { symbol: 'diamond', size: 12, fill: '#fff' },
  yard: { symbol: 'rect', size: 7, fill: '#888' },
};
export const shapeOf = (kind: string) => shapes[kind] ?? shapes.site!;

/** A frame around everything, a little wider than it. */
export function boundsOf(map: NetworkMap): Bounds {
  const lon = [...map.points.map((p) => p.lon), ...map.lines.flatMap((l) => l.path.map((p) => p[0]))];
  const lat = [...map.points.map((p) => p.lat), ...map.lines.flatMap((l) => l.path.map((p) => p[1]))];
  const least = (all: number[]) => all.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (all: number[]) => all.reduce((a, b) => Math.max(a, b), -Infinity);
  if (lon.length === 0) return { west: 0, east: 1, south: 0, north: 1 };
  const bounds = { west: least(lon), east: most(lon), south: least(lat), north: most(lat) };
  const margin = Math.max((bounds.east - bounds.west) * 0.04, (bounds.north - bounds.south) * 0.04, 0.01);
  return { west: bounds.west - margin, east: bounds.east + margin, south: bounds.south - margin, north: bounds.north + margin };
}
/** A degree of longitude in degrees of latitude: kilometres are alike in both directions. */
export const aspect = (b: Bounds) => Math.cos(((b.south + b.north) / 2) * (Math.PI / 180));

/** Its last whole year, as in print; else its last period. */
export function firstPeriod(layer: MapLayer): number {
  for (let i = layer.periods.length - 1; i >= 0; i -= 1) if (isYear(layer.periods[i]!)) return i;
  return layer.periods.length - 1;
}
/** The years of a layer, and of one of them its periods: the whole year, if the layer has it, then its months. */
export const yearsOf = (layer: MapLayer): string[] => [...new Set(layer.periods.map((p) => p.slice(0, 4)))].sort();
export const withinYear = (layer: MapLayer, year: string): number[] =>
  layer.periods.map((_, i) => i).filter((i) => layer.periods[i]!.startsWith(year)).sort((a, b) => (layer.periods[a]! < layer.periods[b]! ? -1 : 1));

/** What a line or point has in a period: its figure in each layer that has one. */
export function figuresAt(map: NetworkMap, of: 'lines' | 'points', row: number, period: string, words: Words): Named[] {
  return map.layers.flatMap((layer) => {
    const at = layer.periods.indexOf(period), value = layer.values[row]?.[at] ?? null;
    if (layer.of !== of || at < 0 || value === null) return [];
    return [{ name: `${layer.title} ${period}`, figure: figureOf(map, layer, row, at, valueText(layer, value, words)) }];
  });
}

/** The largest value of a layer in all periods: lines keep their scale while the slider moves. */
export function largestOf(layer: MapLayer): number {
  const yearly = layer.periods.map(isYear);
  let out = 0;
  for (const row of layer.values) row.forEach((v, i) => { if (v !== null && (yearly[i] || !yearly.includes(true))) out = Math.max(out, Math.abs(v)); });
  return out;
}

export function valueText(layer: MapLayer, value: number | null | undefined, words: Words): string {
  if (value === null || value === undefined) return words.none;
  return `${layer.difference && value > 0 ? '+' : ''}${shortNumber(value)} ${layer.unit}`;
}

const strokeOf = (layer: MapLayer, value: number) => (!layer.difference ? plain : value > 0 ? more : less);

/** Months have their own scale beside years where a layer counts both. */
function scaleOf(layer: MapLayer, period: number): number {
  const same = (p: string) => p.length === layer.periods[period]!.length;
  let out = 0;
  for (const row of layer.values) row.forEach((v, i) => { if (v !== null && same(layer.periods[i]!)) out = Math.max(out, Math.abs(v)); });
  return out;
}

function flows(map: NetworkMap, shown: Shown) {
  const { layer, period } = shown;
  if (!layer || layer.of !== 'lines') return [];
  const most = scaleOf(layer, period);
  return map.lines.flatMap((line, i) => {
    const value = layer.values[i]?.[period] ?? null;
    if (value === null || most === 0 || Math.abs(value) < seen * most) return [];
    const style = { color: strokeOf(layer, value), width: Math.max(1.2, (widest * Math.abs(value)) / most),
      type: layer.difference && value < 0 ? [7, 3] : 'solid' };
    return [{ coords: line.path, name: line.name, value, row: i, lineStyle: style }];
  }).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

function places(map: NetworkMap, shown: Shown) {
  const { layer, period } = shown;
  const most = layer && layer.of === 'points' ? scaleOf(layer, period) : 0;
  return map.points.map((point, i) => {
    const shape = shapeOf(point.kind);
    const value = most > 0 ? layer!.values[i]?.[period] ?? null : null;
    const grown = value !== null && Math.abs(value) >= seen * most;
    return {
      name: point.name, row: i, value: [point.lon, point.lat], symbol: grown ? 'circle' : shape.symbol,
      symbolSize: grown ? Math.max(6, largest * Math.sqrt(Math.abs(value) / most)) : shape.size, of: value, kind: point.kind,
      itemStyle: { color: grown ? 'rgba(136,136,136,0.35)' : shape.fill, borderColor: grown ? strokeOf(layer!, value) : '#1a1a1a', borderWidth: grown ? 2 : 1,
        borderType: grown && layer!.difference && value < 0 ? 'dashed' : 'solid' },
      label: { show: point.kind === 'listed_site' || point.kind === 'gateway' || point.kind === 'station' },
    };
  });
}

export interface Item { name: string; seriesId: string; data: { value: number; row: number; of?: number | null; kind?: string } }
function hint(shown: Shown, words: Words, item: Item): HTMLElement {
  const box = document.createElement('div');
  const add = (name: 'strong' | 'div', text: string) => {
    const line = document.createElement(name);
    line.textContent = text;
    box.append(line);
  };
  add('strong', item.name);
  if (item.seriesId === 'places' && item.data.kind) add('div', kindWords(words, item.data.kind));
  const value = item.seriesId === 'flows' ? item.data.value : item.data.of;
  if (shown.layer && value !== undefined && value !== null) add('div', `${shown.layer.periods[shown.period]}  ${valueText(shown.layer, value, words)}`);
  return box;
}

/** Everything but the position of the sheet, which the reader moves. */
export function mapOption(map: NetworkMap, shown: Shown, words: Words, font: string, letters: number): EChartsCoreOption {
  const onMap = { coordinateSystem: 'geo', geoIndex: 0 };
  const way = (kind: 'road' | 'rail') =>
    map.lines.flatMap((l, row) => ((l.kind === 'rail') === (kind === 'rail') ? [{ coords: l.path, name: l.name, row }] : []));
  const network = { type: 'lines', ...onMap, polyline: true };
  return {
    animation: false, textStyle: { fontFamily: font }, aria: { enabled: true, label: { description: map.title } },
    tooltip: { trigger: 'item', confine: true, formatter: (item: Item) => hint(shown, words, item) },
    series: [
      { ...network, id: 'roads', data: way('road'), lineStyle: { color: '#b5b5b5', width: 1, opacity: 1 }, z: 2 },
      { ...network, id: 'rails', data: way('rail'), lineStyle: { color: '#111', width: 2.4, opacity: 1 }, z: 3 },
      { ...network, id: 'sleepers', silent: true, data: way('rail'), lineStyle: { color: '#fff', width: 1.2, type: [7, 7], opacity: 1 }, z: 4 },
      { type: 'lines', id: 'flows', ...onMap, polyline: true, data: flows(map, shown), lineStyle: { opacity: 0.85 }, z: 5 },
      {
        type: 'scatter', id: 'places', ...onMap, data: places(map, shown), z: 6, labelLayout: { hideOverlap: true },
        label: { position: 'right', formatter: '{b}', color: '#1a1a1a', fontSize: letters, textBorderColor: '#fff', textBorderWidth: 3, width: 10 * letters, overflow: 'truncate' },
      },
    ],
  };
}
