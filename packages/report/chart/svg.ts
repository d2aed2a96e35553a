import { secrets } from "@release-actions/text";
import type { Chart, Limit, Marks, Panel, Point, Series } from "./types.ts";
import { scaleOf, type Scale } from "./scale.ts";
import { PALETTE, STYLE } from "./style.ts";

const LEFT = 84;
const RIGHT = 24;
const LINE = 20;
const GAP = 26;
const CHARACTER = 6.8;
const COLUMNS_LEAST = 46;

/** The chart as a whole SVG file, readable on light and dark ground. The same chart gives the same text. */
export function chartSvg(chart: Chart): string {
  const width = chart.width ?? 900;
  const inner = width - LEFT - RIGHT;
  const x = scaleOf(chart.x, chart.panels.flatMap(xValues), inner, Math.max(2, Math.floor(inner / 110)));
  const body: string[] = [text(LEFT, 26, chart.title, "title")];
  let top = 34;
  if (chart.subtitle !== undefined) body.push(text(LEFT, (top += 14), chart.subtitle));
  for (const [index, panel] of chart.panels.entries()) {
    const legend = legendOf(panel, inner, top + LINE + 4);
    top = legend.bottom + 10;
    const height = panel.height ?? 220;
    const last = index === chart.panels.length - 1;
    body.push(...legend.parts, ...panelParts(panel, x, { top, height, inner, ticks: last }));
    top += height + GAP;
  }
  if (chart.x.label !== undefined) body.push(text(LEFT + inner / 2, (top += 14), chart.x.label, "middle"));
  const height = Math.ceil(top + 10);
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(chart.title)}">`;
  return [
    open,
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...body,
    "</svg>",
    "",
  ].join("\n");
}

function xValues({ series, marks = [] }: Panel): number[] {
  return [...series, ...marks].flatMap(({ points }) => points.map(({ x }) => x));
}

function yValues({ series, limits = [], marks = [] }: Panel): number[] {
  return [
    ...[...series, ...marks].flatMap(({ points }) => points.flatMap(({ y }) => y ?? [])),
    ...limits.map(({ value }) => value),
  ];
}

interface Frame {
  readonly top: number;
  readonly height: number;
  readonly inner: number;
  /** Whether the x axis is marked below this panel. */
  readonly ticks: boolean;
}

function panelParts(panel: Panel, x: Scale, { top, height, inner, ticks }: Frame): string[] {
  const y = scaleOf(panel.y, yValues(panel), height, Math.max(2, Math.floor(height / 44)));
  const bottom = top + height;
  const at = (point: Point): [number, number] => [
    LEFT + x.place(point.x),
    isShown(point) ? bottom - y.place(point.y) : bottom,
  ];
  const parts: string[] = [];
  for (const tick of y.ticks) {
    parts.push(
      `<line class="grid" x1="${LEFT}" x2="${LEFT + inner}" y1="${round(bottom - tick.at)}" y2="${round(bottom - tick.at)}"/>`,
    );
    parts.push(text(LEFT - 8, bottom - tick.at + 4, tick.text, "end"));
  }
  for (const tick of spaced(x.ticks)) {
    parts.push(
      `<line class="axis" x1="${round(LEFT + tick.at)}" x2="${round(LEFT + tick.at)}" y1="${bottom}" y2="${bottom + 5}"/>`,
    );
    if (ticks) parts.push(text(LEFT + tick.at, bottom + 19, tick.text, "middle"));
  }
  parts.push(`<line class="axis" x1="${LEFT}" x2="${LEFT + inner}" y1="${bottom}" y2="${bottom}"/>`);
  if (panel.y.label !== undefined)
    parts.push(
      `<g transform="translate(16 ${round(top + height / 2)}) rotate(-90)">${text(0, 0, panel.y.label, "middle")}</g>`,
    );
  for (const { value } of panel.limits ?? []) {
    parts.push(
      `<line class="limit" x1="${LEFT}" x2="${LEFT + inner}" y1="${round(bottom - y.place(value))}" y2="${round(bottom - y.place(value))}"/>`,
    );
  }
  for (const [index, one] of panel.series.entries()) parts.push(...seriesParts(one, index, at));
  for (const { kind, points } of panel.marks ?? []) parts.push(...points.map((point) => mark(kind, ...at(point))));
  return parts;
}

/** Ticks whose texts do not touch. */
function spaced(ticks: Scale["ticks"]): Scale["ticks"] {
  let free = -Infinity;
  return ticks.filter(({ at, text: words }) => {
    const half = Math.max(COLUMNS_LEAST, words.length * CHARACTER + 8) / 2;
    if (at - half < free) return false;
    free = at + half;
    return true;
  });
}

/** A line for each run of points without a gap; points alone, and few points, as dots. */
function seriesParts({ points, color }: Series, index: number, at: (point: Point) => [number, number]): string[] {
  const style = styleOf(color ?? index);
  const parts: string[] = [];
  let run: string[] = [];
  const finish = () => {
    if (run.length > 1) parts.push(`<polyline class="line ${style}" points="${run.join(" ")}"/>`);
    run = [];
  };
  const dots = points.length <= 40;
  for (const [place, point] of points.entries()) {
    if (!isShown(point)) {
      finish();
      continue;
    }
    const [left, top] = at(point).map(round) as [string, string];
    run.push(`${left},${top}`);
    const alone = !isShown(points[place - 1]) && !isShown(points[place + 1]);
    if (dots || alone) parts.push(`<circle class="dot ${style}" cx="${left}" cy="${top}" r="2.5"/>`);
  }
  finish();
  return parts;
}

function isShown(point: Point | undefined): point is Point & { readonly y: number } {
  return point?.y !== undefined && Number.isFinite(point.y);
}

/** Beyond the palette lines are dashed, so that two never look the same. */
function styleOf(index: number): string {
  const dash = Math.floor(index / PALETTE) % 3;
  return dash === 0 ? `c${index % PALETTE}` : `c${index % PALETTE} d${dash}`;
}

function mark(kind: Marks["kind"], x: number, y: number): string {
  if (kind === "missing")
    return `<rect class="missing" x="${round(x - 3.5)}" y="${round(y - 3.5)}" width="7" height="7"/>`;
  return `<path class="violation" d="M${round(x)} ${round(y - 6)}l6 6l-6 6l-6 -6z"/>`;
}

function legendOf(
  panel: Panel,
  inner: number,
  start: number,
): { readonly parts: readonly string[]; readonly bottom: number } {
  const entries: [string, (x: number, y: number) => string][] = [
    ...panel.series.map(({ name, color }, index): [string, (x: number, y: number) => string] => [
      name,
      (x, y) =>
        `<line class="line ${styleOf(color ?? index)}" x1="${round(x)}" x2="${round(x + 20)}" y1="${round(y)}" y2="${round(y)}"/>`,
    ]),
    ...(panel.limits ?? []).map(({ name }: Limit): [string, (x: number, y: number) => string] => [
      name,
      (x, y) => `<line class="limit" x1="${round(x)}" x2="${round(x + 20)}" y1="${round(y)}" y2="${round(y)}"/>`,
    ]),
    ...(panel.marks ?? []).flatMap(({ name, kind, points }): [string, (x: number, y: number) => string][] =>
      points.length === 0 ? [] : [[name, (x, y) => mark(kind, x + 10, y)]],
    ),
  ];
  const parts: string[] = [];
  let [x, y] = [0, start];
  for (const [name, draw] of entries) {
    const wide = 26 + name.length * CHARACTER + 18;
    if (x > 0 && x + wide > inner) [x, y] = [0, y + LINE];
    parts.push(draw(LEFT + x, y - 4), text(LEFT + x + 26, y, name));
    x += wide;
  }
  return { parts, bottom: y };
}

function text(x: number, y: number, words: string, kind = ""): string {
  return `<text${kind === "" ? "" : ` class="${kind}"`} x="${round(x)}" y="${round(y)}">${escaped(words)}</text>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

const OUTSIDE_XML = /[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** For text or an attribute, registered secrets removed; characters that XML 1.0 does not allow become U+FFFD. */
function escaped(words: string): string {
  return secrets
    .redact(words)
    .toWellFormed()
    .replace(OUTSIDE_XML, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
