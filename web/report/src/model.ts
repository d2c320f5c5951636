// What is embedded in a page: the report model (docs/report-model.md) without its texts and tables.
export interface From { file: string; key: Record<string, string>; column: string; formula: string; clauses: string[] }
export interface Figure { value: number | null; unit: string; text: string; of: string; n: number; standing: string; from: From }
type Value = number | null;
export interface Series { name: string; values: Value[]; figures: string[]; low: Value[]; high: Value[]; look: number }
export interface Mark { category: number; value: number; text: string }
export interface Chart {
  block: 'chart'; id: string; kind: 'lines' | 'stack' | 'pairs' | 'waterfall'; title: string; unit: string;
  categories: string[]; series: Series[]; marks: Mark[]; from_zero: boolean; note: string;
}
export interface MapPoint { id: string; name: string; kind: string; lon: number; lat: number }
export interface MapLine { id: string; name: string; kind: string; path: [number, number][] }
/** The way back from all figures of a layer: in cells of its keys {id} stands for the line or point, {period} for the period. */
export interface LayerFrom { of: string; n: number; standing: string; year: From; month: From }
export interface MapLayer {
  id: string; title: string; unit: string; difference: boolean; of: string; periods: string[]; values: Value[][]; from: LayerFrom; keys: string[];
}
export interface NetworkMap { block: 'map'; id: string; title: string; points: MapPoint[]; lines: MapLine[]; layers: MapLayer[]; note: string }
export interface Model {
  language: 'zh' | 'en';
  sections: { id: string; title: string; blocks: (Chart | NetworkMap)[] }[];
  figures: Record<string, Figure>;
}

/** 1,234.5 or −3; never minus zero. */
export function grouped(value: number, decimals: number): string {
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.') as [string, string?];
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? '.' + part : '');
  return value < 0 && /[1-9]/.test(text) ? '−' + text : text;
}

/** Three digits of a number, as they fit on a map or into a hint. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 100 || size === 0) return grouped(value, 0);
  return grouped(value, Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(size)))));
}

/** The text of a value of a chart: its figure's, else three digits. */
export function textOf(model: Model, series: Series, category: number): string {
  const figure = model.figures[series.figures[category] ?? ''];
  const value = series.values[category];
  return figure ? figure.text : value === null || value === undefined ? '—' : shortNumber(value);
}

export const isYear = (period: string): boolean => period.length === 4;

/** A figure of a map: its number as it is printed, and where it stands. */
export function figureOf(map: NetworkMap, layer: MapLayer, row: number, period: number, text: string): Figure {
  const when = layer.periods[period]!, from = isYear(when) ? layer.from.year : layer.from.month;
  const id = layer.keys[row] ?? (layer.of === 'points' ? map.points : map.lines)[row]!.id;
  const key = Object.fromEntries(Object.entries(from.key).map(([column, cell]) => [column, cell.replace('{id}', () => id).replace('{period}', when)]));
  const { of, n, standing } = layer.from;
  return { value: layer.values[row]?.[period] ?? null, unit: layer.unit, text, of, n, standing, from: { ...from, key } };
}
