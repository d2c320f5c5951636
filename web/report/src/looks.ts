// Colours, dashes, markers and hatches, as in the static drawings of the page.
export const lineColours = ['#0b4f8a', '#a8500a', '#2e7d4f', '#6a3d9a', '#b00020', '#555555', '#0f7c8a', '#8a6d00'];
export const fillColours = ['#5b1a1a', '#8f3b1b', '#c4672b', '#e3a65a', '#d9d08a', '#7fb3b0', '#2f6f9f', '#2e7d4f'];
const dashes: (number[] | 'solid')[] = ['solid', [7, 4], [2, 3], [10, 3, 2, 3], [4, 2], [12, 4], [1, 3], [6, 2, 1, 2]];
const symbols = ['circle', 'emptyRect', 'triangle', 'emptyCircle', 'rect', 'emptyTriangle', 'diamond', 'pin'];

const of = <T>(list: T[], look: number): T => list[look % list.length]!;
export const lineColour = (look: number) => of(lineColours, look);
export const fillColour = (look: number) => of(fillColours, look);
export const dash = (look: number) => of(dashes, look);
export const symbol = (look: number) => of(symbols, look);
/** Every fourth fill has no hatch; the others differ by direction. */
export function decal(look: number) {
  const rotation = [null, -Math.PI / 4, 0, Math.PI / 4][look % 4];
  if (rotation === null || rotation === undefined) return { symbol: 'none' as const };
  return { symbol: 'rect' as const, dashArrayX: [1, 0], dashArrayY: [1, 6], rotation, color: 'rgba(255,255,255,0.7)' };
}
