/** Colours by name for light ground and for dark; each pair has at least 4.5:1 against its ground. */
const LIGHT = { ground: "#ffffff", text: "#1f2328", soft: "#59636e", grid: "#d8dee4", limit: "#cf222e" };
const DARK = { ground: "#0d1117", text: "#f0f6fc", soft: "#9198a1", grid: "#2a313c", limit: "#ff7b72" };
const LINES_LIGHT = ["#0969da", "#9a4a00", "#1a7f37", "#8250df", "#a40e62", "#59636e"];
const LINES_DARK = ["#58a6ff", "#f0883e", "#3fb950", "#bc8cff", "#f778ba", "#9198a1"];

/** How many colours there are. */
export const PALETTE = LINES_LIGHT.length;

export const STYLE = [
  "text{font:12px system-ui,sans-serif;fill:var(--text)}.title{font-size:16px;font-weight:600}.middle{text-anchor:middle}.end{text-anchor:end;fill:var(--soft)}",
  ".ground{fill:var(--ground)}.grid{stroke:var(--grid)}.axis{stroke:var(--soft)}.limit{stroke:var(--limit);stroke-width:1.5;stroke-dasharray:6 4}",
  ".line{fill:none;stroke-width:2;stroke-linejoin:round}.violation{fill:var(--limit);stroke:var(--ground)}.missing{fill:var(--ground);stroke:var(--soft);stroke-width:1.5}",
  ".d1{stroke-dasharray:8 3}.d2{stroke-dasharray:2 3}.dot{stroke-dasharray:none}",
  ...LINES_LIGHT.map((_, index) => `.line.c${index}{stroke:var(--c${index})}.dot.c${index}{fill:var(--c${index})}`),
  `svg{${variables(LIGHT, LINES_LIGHT)}}@media(prefers-color-scheme:dark){svg{${variables(DARK, LINES_DARK)}}}`,
].join("\n");

function variables(ground: Readonly<Record<string, string>>, lines: readonly string[]): string {
  return [...Object.entries(ground), ...lines.map((color, index) => [`c${index}`, color] as const)]
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}
