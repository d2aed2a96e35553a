"use strict";
exports.id = 6382;
exports.ids = [6382];
exports.modules = {

/***/ 6382:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  chartSvg: () => (/* reexport */ chartSvg)
});

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/report/chart/scale.ts
const STEPS = [1, 2, 5, 10];
const TIME_STEPS = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400,
];
const MOST = 1e100;
function scaleOf(axis, values, length, wanted) {
    if (axis.scale === "category")
        return categories(axis.categories ?? [], length);
    const given = [axis.min, axis.max].filter((value) => value !== undefined);
    const usable = [...values, ...given].filter((value) => Math.abs(value) < MOST && (axis.scale !== "log" || value > 1 / MOST));
    const [low, high] = extent(usable);
    if (axis.scale === "log")
        return logarithmic(low, high, length, wanted, axis);
    return axis.scale === "time" ? times(low, high, length, wanted) : linear(low, high, length, wanted, axis);
}
function extent(values) {
    if (values.length === 0)
        return [0, 1];
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) {
        low = Math.min(low, value);
        high = Math.max(high, value);
    }
    return [low, high];
}
function categories(names, length) {
    const width = length / Math.max(1, names.length);
    const place = (index) => clamp((index + 0.5) * width, length);
    return { place, ticks: names.map((text, index) => ({ at: place(index), text })) };
}
function linear(least, most, length, wanted, axis) {
    const size = Math.max(Math.abs(most), Math.abs(least));
    const [low, high] = most - least > size * 1e-9 ? [least, most] : [Math.min(0, least), Math.max(0, most)];
    const span = size > 1 / MOST ? high - low : 1;
    const step = niceStep(span / wanted);
    const first = Math.floor(low / step + 1e-9);
    const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
    const place = between(first * step, last * step, length);
    const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
    return { place, ticks: ticks.map((value) => ({ at: place(value), text: shown(value, step, axis) })) };
}
function niceStep(rough) {
    const power = 10 ** Math.floor(Math.log10(rough));
    return (STEPS.find((step) => step * power >= rough * 0.999) ?? 10) * power;
}
function times(low, high, length, wanted) {
    const span = Math.max(high - low, 1_000);
    const step = (TIME_STEPS.find((seconds) => seconds * 1_000 * wanted >= span) ?? Math.ceil(span / wanted / 86_400_000) * 86_400) *
        1_000;
    const place = between(low, low + span, length);
    const ticks = [];
    for (let at = Math.ceil(low / step) * step; at <= low + span; at += step)
        ticks.push({ at: place(at), text: timeText(at, step) });
    return { place, ticks };
}
function timeText(at, step) {
    const text = new Date(at).toISOString();
    if (step >= 86_400_000)
        return text.slice(0, 10);
    return step >= 60_000 ? text.slice(11, 16) : text.slice(11, 19);
}
function logarithmic(low, high, length, wanted, axis) {
    const positive = low > 0 ? low : Math.min(1, high > 0 ? high : 1);
    const start = snapped(positive, (digits, digit) => digits.findLast((one) => one <= digit * 1.0001) ?? 1);
    const end = Math.max(snapped(Math.max(high, positive), (digits, digit) => digits.find((one) => one >= digit * 0.9999) ?? 10), start * 2);
    const [first, last] = [Math.log10(start), Math.log10(end)];
    const toPixel = between(first, last, length);
    const place = (value) => (value > 0 ? toPixel(Math.log10(value)) : 0);
    const every = Math.ceil((last - first) / wanted);
    const within = last - first <= wanted / 3 ? [1, 2, 5] : [1];
    const ticks = [];
    for (let power = Math.floor(first + 1e-9); power <= last + 1e-9; power += every)
        ticks.push(...within.map((digit) => digit * 10 ** power));
    const inside = ticks.filter((value) => value >= start * 0.9999 && value <= end * 1.0001);
    return { place, ticks: inside.map((value) => ({ at: place(value), text: shown(value, value, axis) })) };
}
function snapped(value, pick) {
    const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
    return pick(STEPS, value / power) * power;
}
function between(low, high, length) {
    return (value) => clamp(((value - low) / (high - low)) * length, length);
}
function clamp(value, length) {
    return Math.min(Math.max(value, 0), length);
}
function shown(value, step, { format }) {
    const percent = format === "percent";
    const [number, unit] = percent ? [value * 100, step * 100] : [value, step];
    const digits = Math.min(12, Math.max(0, -Math.floor(Math.log10(unit) + 1e-9)));
    const text = Math.abs(number) >= 1e6 || digits > 6 ? shortExponent(number) : number.toFixed(digits);
    return percent ? `${text} %` : text;
}
function shortExponent(value) {
    return value.toExponential(1).replace(".0e", "e").replace("e+", "e");
}

;// CONCATENATED MODULE: ./packages/report/chart/style.ts
const LIGHT = { ground: "#ffffff", text: "#1f2328", soft: "#59636e", grid: "#d8dee4", limit: "#cf222e" };
const DARK = { ground: "#0d1117", text: "#f0f6fc", soft: "#9198a1", grid: "#2a313c", limit: "#ff7b72" };
const LINES_LIGHT = ["#0969da", "#9a4a00", "#1a7f37", "#8250df", "#a40e62", "#59636e"];
const LINES_DARK = ["#58a6ff", "#f0883e", "#3fb950", "#bc8cff", "#f778ba", "#9198a1"];
const PALETTE = LINES_LIGHT.length;
const STYLE = [
    "text{font:12px system-ui,sans-serif;fill:var(--text)}.title{font-size:16px;font-weight:600}.middle{text-anchor:middle}.end{text-anchor:end;fill:var(--soft)}",
    ".ground{fill:var(--ground)}.grid{stroke:var(--grid)}.axis{stroke:var(--soft)}.limit{stroke:var(--limit);stroke-width:1.5;stroke-dasharray:6 4}",
    ".line{fill:none;stroke-width:2;stroke-linejoin:round}.violation{fill:var(--limit);stroke:var(--ground)}.missing{fill:var(--ground);stroke:var(--soft);stroke-width:1.5}",
    ".d1{stroke-dasharray:8 3}.d2{stroke-dasharray:2 3}.dot{stroke-dasharray:none}",
    ...LINES_LIGHT.map((_, index) => `.line.c${index}{stroke:var(--c${index})}.dot.c${index}{fill:var(--c${index})}`),
    `svg{${variables(LIGHT, LINES_LIGHT)}}@media(prefers-color-scheme:dark){svg{${variables(DARK, LINES_DARK)}}}`,
].join("\n");
function variables(ground, lines) {
    return [...Object.entries(ground), ...lines.map((color, index) => [`c${index}`, color])]
        .map(([name, value]) => `--${name}:${value}`)
        .join(";");
}

;// CONCATENATED MODULE: ./packages/report/chart/svg.ts



const LEFT = 84;
const RIGHT = 24;
const LINE = 20;
const GAP = 26;
const CHARACTER = 6.8;
const COLUMNS_LEAST = 46;
function chartSvg(chart) {
    const width = chart.width ?? 900;
    const inner = width - LEFT - RIGHT;
    const x = scaleOf(chart.x, chart.panels.flatMap(xValues), inner, Math.max(2, Math.floor(inner / 110)));
    const body = [svg_text(LEFT, 26, chart.title, "title")];
    let top = 34;
    if (chart.subtitle !== undefined)
        body.push(svg_text(LEFT, (top += 14), chart.subtitle));
    for (const [index, panel] of chart.panels.entries()) {
        const legend = legendOf(panel, inner, top + LINE + 4);
        top = legend.bottom + 10;
        const height = panel.height ?? 220;
        const last = index === chart.panels.length - 1;
        body.push(...legend.parts, ...panelParts(panel, x, { top, height, inner, ticks: last }));
        top += height + GAP;
    }
    if (chart.x.label !== undefined)
        body.push(svg_text(LEFT + inner / 2, (top += 14), chart.x.label, "middle"));
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
function xValues({ series, marks = [] }) {
    return [...series, ...marks].flatMap(({ points }) => points.map(({ x }) => x));
}
function yValues({ series, limits = [], marks = [] }) {
    return [
        ...[...series, ...marks].flatMap(({ points }) => points.flatMap(({ y }) => y ?? [])),
        ...limits.map(({ value }) => value),
    ];
}
function panelParts(panel, x, { top, height, inner, ticks }) {
    const y = scaleOf(panel.y, yValues(panel), height, Math.max(2, Math.floor(height / 44)));
    const bottom = top + height;
    const at = (point) => [
        LEFT + x.place(point.x),
        isShown(point) ? bottom - y.place(point.y) : bottom,
    ];
    const parts = [];
    for (const tick of y.ticks) {
        parts.push(`<line class="grid" x1="${LEFT}" x2="${LEFT + inner}" y1="${round(bottom - tick.at)}" y2="${round(bottom - tick.at)}"/>`);
        parts.push(svg_text(LEFT - 8, bottom - tick.at + 4, tick.text, "end"));
    }
    for (const tick of spaced(x.ticks)) {
        parts.push(`<line class="axis" x1="${round(LEFT + tick.at)}" x2="${round(LEFT + tick.at)}" y1="${bottom}" y2="${bottom + 5}"/>`);
        if (ticks)
            parts.push(svg_text(LEFT + tick.at, bottom + 19, tick.text, "middle"));
    }
    parts.push(`<line class="axis" x1="${LEFT}" x2="${LEFT + inner}" y1="${bottom}" y2="${bottom}"/>`);
    if (panel.y.label !== undefined)
        parts.push(`<g transform="translate(16 ${round(top + height / 2)}) rotate(-90)">${svg_text(0, 0, panel.y.label, "middle")}</g>`);
    for (const { value } of panel.limits ?? []) {
        parts.push(`<line class="limit" x1="${LEFT}" x2="${LEFT + inner}" y1="${round(bottom - y.place(value))}" y2="${round(bottom - y.place(value))}"/>`);
    }
    for (const [index, one] of panel.series.entries())
        parts.push(...seriesParts(one, index, at));
    for (const { kind, points } of panel.marks ?? [])
        parts.push(...points.map((point) => mark(kind, ...at(point))));
    return parts;
}
function spaced(ticks) {
    let free = -Infinity;
    return ticks.filter(({ at, text: words }) => {
        const half = Math.max(COLUMNS_LEAST, words.length * CHARACTER + 8) / 2;
        if (at - half < free)
            return false;
        free = at + half;
        return true;
    });
}
function seriesParts({ points, color }, index, at) {
    const style = styleOf(color ?? index);
    const parts = [];
    let run = [];
    const finish = () => {
        if (run.length > 1)
            parts.push(`<polyline class="line ${style}" points="${run.join(" ")}"/>`);
        run = [];
    };
    const dots = points.length <= 40;
    for (const [place, point] of points.entries()) {
        if (!isShown(point)) {
            finish();
            continue;
        }
        const [left, top] = at(point).map(round);
        run.push(`${left},${top}`);
        const alone = !isShown(points[place - 1]) && !isShown(points[place + 1]);
        if (dots || alone)
            parts.push(`<circle class="dot ${style}" cx="${left}" cy="${top}" r="2.5"/>`);
    }
    finish();
    return parts;
}
function isShown(point) {
    return point?.y !== undefined && Number.isFinite(point.y);
}
function styleOf(index) {
    const dash = Math.floor(index / PALETTE) % 3;
    return dash === 0 ? `c${index % PALETTE}` : `c${index % PALETTE} d${dash}`;
}
function mark(kind, x, y) {
    if (kind === "missing")
        return `<rect class="missing" x="${round(x - 3.5)}" y="${round(y - 3.5)}" width="7" height="7"/>`;
    return `<path class="violation" d="M${round(x)} ${round(y - 6)}l6 6l-6 6l-6 -6z"/>`;
}
function legendOf(panel, inner, start) {
    const entries = [
        ...panel.series.map(({ name, color }, index) => [
            name,
            (x, y) => `<line class="line ${styleOf(color ?? index)}" x1="${round(x)}" x2="${round(x + 20)}" y1="${round(y)}" y2="${round(y)}"/>`,
        ]),
        ...(panel.limits ?? []).map(({ name }) => [
            name,
            (x, y) => `<line class="limit" x1="${round(x)}" x2="${round(x + 20)}" y1="${round(y)}" y2="${round(y)}"/>`,
        ]),
        ...(panel.marks ?? []).flatMap(({ name, kind, points }) => points.length === 0 ? [] : [[name, (x, y) => mark(kind, x + 10, y)]]),
    ];
    const parts = [];
    let [x, y] = [0, start];
    for (const [name, draw] of entries) {
        const wide = 26 + name.length * CHARACTER + 18;
        if (x > 0 && x + wide > inner)
            [x, y] = [0, y + LINE];
        parts.push(draw(LEFT + x, y - 4), svg_text(LEFT + x + 26, y, name));
        x += wide;
    }
    return { parts, bottom: y };
}
function svg_text(x, y, words, kind = "") {
    return `<text${kind === "" ? "" : ` class="${kind}"`} x="${round(x)}" y="${round(y)}">${escaped(words)}</text>`;
}
function round(value) {
    return String(Math.round(value * 10) / 10);
}
const OUTSIDE_XML = /[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
function escaped(words) {
    return packages_text/* secrets */.O3
        .redact(words)
        .toWellFormed()
        .replace(OUTSIDE_XML, "\ufffd")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;");
}

;// CONCATENATED MODULE: ./packages/report/chart/index.ts



/***/ })

};
;