// Axes as in the static drawings (analysis/writers/html/scale.cpp): round steps, from zero or marked as cut.
import type { Chart } from './model';

export interface Scale { min: number; max: number; interval: number; cut: boolean }

function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [5, 2].map((f) => f * power).find((v) => v <= value) ?? power;
}

function roundStep(range: number): number {
  const rough = Math.max(range, 1e-9) / 5, below = roundBelow(rough);
  if (below >= rough) return below;
  const power = 10 ** Math.floor(Math.log10(below) + 1e-9);
  return below < 1.5 * power ? 2 * power : below < 2.5 * power ? 5 * power : 10 * power;
}

export function scaleOver(values: number[], chart: Chart): Scale {
  let low = values.reduce((a, b) => Math.min(a, b), chart.from_zero || values.length === 0 ? 0 : Infinity);
  let high = values.reduce((a, b) => Math.max(a, b), chart.from_zero ? 0 : -Infinity);
  if (values.length === 0) { low = 0; high = 1; }
  const step = roundStep(high > low ? high - low : Math.max(Math.abs(high), 1));
  let max = Math.ceil(high / step + 0.3) * step;
  let min = Math.floor(low / step - (low < 0 || !chart.from_zero ? 0.3 : 0)) * step;
  if (low >= 0) min = Math.max(min, 0);
  if (high <= 0 && chart.from_zero && low < 0) max = 0;
  if (chart.unit === '%' && high <= 100) max = Math.max(Math.min(max, 100), high);
  if (max <= min) max = min + step;
  return { min, max, interval: step, cut: min > 0 || max < 0 };
}

/** The values of columns that stand on each other, above and below zero. */
export function columnEnds(chart: Chart): number[] {
  return chart.categories.flatMap((_, c) => {
    const all = chart.series.map((s) => s.values[c] ?? 0);
    return [all.filter((v) => v > 0).reduce((a, b) => a + b, 0), all.filter((v) => v < 0).reduce((a, b) => a + b, 0)];
  });
}

export function allValues(chart: Chart): number[] {
  const numbers = chart.series.flatMap((s) => [...s.values, ...s.low, ...s.high]).filter((v): v is number => v !== null);
  return numbers.concat(chart.marks.map((m) => m.value));
}

/** A step of a waterfall: the first and the last are totals from zero. */
export interface Step { from: number; to: number; total: boolean }
export function stepsOf(chart: Chart): (Step | null)[] {
  let level = 0;
  return (chart.series[0]?.values ?? []).map((value, i, all) => {
    if (value === null) return null;
    const total = i === 0 || i === all.length - 1;
    const step = { from: total ? 0 : level, to: total ? value : level + value, total };
    level = step.to;
    return step;
  });
}

export function scaleOf(chart: Chart): Scale {
  if (chart.kind === 'stack') return scaleOver(columnEnds(chart), chart);
  if (chart.kind !== 'waterfall') return scaleOver(allValues(chart), chart);
  return scaleOver(stepsOf(chart).flatMap((s) => (s === null ? [] : s.total ? [s.to] : [s.from, s.to])), chart);
}
