"use strict";
exports.id = 7850;
exports.ids = [7850];
exports.modules = {

/***/ 7850:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  markdownToAdf: () => (/* reexport */ markdownToAdf),
  markdownToWiki: () => (/* reexport */ markdownToWiki)
});

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
// EXTERNAL MODULE: ./node_modules/markdown-it/dist/markdown-it.mjs + 12 modules
var markdown_it = __webpack_require__(311);
;// CONCATENATED MODULE: ./packages/jira/markup/spans.ts

function readSpans(tokens) {
    const reading = newReading();
    for (const token of tokens)
        readToken(reading, token);
    return reading.spans;
}
function readAddresses(text) {
    const reading = newReading();
    addText(reading, text);
    return reading.spans;
}
function newReading() {
    return { spans: [], marks: { strong: 0, emphasis: 0, strike: 0 }, links: [] };
}
function readToken(reading, token) {
    const { marks } = reading;
    switch (token.type) {
        case "text":
            return addText(reading, token.content);
        case "softbreak":
            return add(reading, " ");
        case "hardbreak":
            reading.spans.push({ kind: "break" });
            return;
        case "code_inline":
            return add(reading, token.content, { code: true });
        case "html_inline":
            return token.content.startsWith("<!--") ? undefined : add(reading, token.content);
        case "strong_open":
        case "strong_close":
            marks.strong += token.nesting;
            return;
        case "em_open":
        case "em_close":
            marks.emphasis += token.nesting;
            return;
        case "s_open":
        case "s_close":
            marks.strike += token.nesting;
            return;
        case "link_open":
            return openLink(reading, String(token.attrGet("href") ?? ""), token.info === "auto");
        case "link_close":
            return closeLink(reading);
        case "image":
            openLink(reading, String(token.attrGet("src") ?? ""), false);
            for (const child of token.children ?? [])
                readToken(reading, child);
            return closeLink(reading);
    }
}
function openLink({ links }, destination, isAuto) {
    const url = links.at(-1)?.url ?? (0,packages_text/* linkTarget */.Cm)(destination);
    links.push({ destination, url, isAuto, text: "" });
}
function closeLink(reading) {
    const { destination, url, isAuto, text } = reading.links.at(-1);
    if (url !== undefined && text === "")
        add(reading, url);
    reading.links.pop();
    const isShown = url !== undefined || isAuto || destination === "" || destination === text;
    if (!isShown)
        add(reading, ` (${destination})`);
}
const ADDRESS = /(?<![\p{L}\p{N}])https:\/\/[^\s<>"'`|\\^{}[\]*]{1,2000}/gu;
function addText(reading, text) {
    let from = 0;
    for (const match of reading.links.length > 0 ? [] : text.matchAll(ADDRESS)) {
        const address = withoutPunctuation(match[0]);
        const url = (0,packages_text/* linkTarget */.Cm)(address);
        if (url === undefined)
            continue;
        add(reading, text.slice(from, match.index));
        add(reading, address, { url });
        from = match.index + address.length;
    }
    add(reading, text.slice(from));
}
function withoutPunctuation(address) {
    let closing = address.split(")").length - address.split("(").length;
    let end = address.length;
    for (;; end -= 1) {
        const last = address[end - 1] ?? "";
        if (last === ")" && closing > 0)
            closing -= 1;
        else if (!/[.,;:!?_~]/.test(last))
            return address.slice(0, end);
    }
}
function add(reading, text, more = {}) {
    if (text === "")
        return;
    const { spans, marks, links } = reading;
    for (const link of links)
        link.text += text;
    const url = more.url ?? links.at(-1)?.url;
    const span = {
        kind: "text",
        text,
        ...(marks.strong > 0 && { strong: true }),
        ...(marks.emphasis > 0 && { emphasis: true }),
        ...(marks.strike > 0 && { strike: true }),
        ...(more.code === true && { code: true }),
        ...(url !== undefined && { url }),
    };
    const last = spans.at(-1);
    if (last?.kind === "text" && isMarkedAlike(last, span))
        spans[spans.length - 1] = { ...last, text: last.text + text };
    else
        spans.push(span);
}
function isMarkedAlike(a, b) {
    const isStyledAlike = a.strong === b.strong && a.emphasis === b.emphasis && a.strike === b.strike;
    return isStyledAlike && a.code === b.code && a.url === b.url;
}

;// CONCATENATED MODULE: ./packages/jira/markup/markdown.ts


const DEEPEST = 12;
const reader = new markdown_it/* default */.A({ html: true, maxNesting: 2 * DEEPEST + 10 });
reader.validateLink = () => true;
reader.normalizeLink = (url) => url;
reader.normalizeLinkText = (url) => url;
function readMarkdown(text) {
    const whole = /[\r\n]$/.test(text) ? text : `${text}\n`;
    return readBlocks({ tokens: reader.parse(whole, {}), lines: whole.split(/\r\n|\n|\r/), at: 0 }, 0);
}
function readBlocks(reading, depth) {
    const blocks = [];
    for (let token = next(reading); token !== undefined && token.nesting >= 0; token = next(reading)) {
        const block = readBlock(reading, token, depth);
        if (block !== undefined)
            blocks.push(block);
    }
    return blocks;
}
function next(reading) {
    return reading.tokens[reading.at++];
}
function readBlock(reading, token, depth) {
    switch (token.type) {
        case "heading_open":
            return { kind: "heading", level: Number(token.tag.slice(1)), text: readLeaf(reading) };
        case "paragraph_open":
            return { kind: "paragraph", text: readLeaf(reading) };
        case "fence":
        case "code_block":
            return { kind: "code", text: token.content.replace(/\n$/, ""), language: languageOf(token) };
        case "hr":
            return { kind: "rule" };
        case "table_open":
            return readTable(reading);
        case "html_block":
            return htmlAsText(token.content);
        case "blockquote_open":
            if (depth === DEEPEST)
                return readAsText(reading, token);
            return { kind: "quote", blocks: readBlocks(reading, depth + 1) };
        case "bullet_list_open":
        case "ordered_list_open":
            return depth === DEEPEST ? readAsText(reading, token) : readList(reading, token, depth + 1);
        default:
            return undefined;
    }
}
function readLeaf(reading) {
    const text = next(reading);
    next(reading);
    return readSpans(text?.children ?? []);
}
function languageOf({ info }) {
    return reader.utils.unescapeAll(info).trim().split(/\s/)[0] ?? "";
}
function readList(reading, list, depth) {
    const items = [];
    while (next(reading)?.type === "list_item_open")
        items.push(readBlocks(reading, depth));
    return { kind: "list", ordered: list.tag === "ol", start: Number(list.attrGet("start") ?? 1), items };
}
function readTable(reading) {
    const rows = [];
    for (let token = next(reading); token !== undefined && token.type !== "table_close"; token = next(reading)) {
        if (token.type === "tr_open")
            rows.push([]);
        else if (token.type === "inline")
            rows.at(-1)?.push(readSpans(token.children ?? []));
    }
    const [header = [], ...rest] = rows;
    return { kind: "table", header, rows: rest };
}
function readAsText(reading, container) {
    for (let open = 1; open > 0;)
        open += next(reading)?.nesting ?? -1;
    const [from, to] = container.map ?? [0, 0];
    return asParagraph(reading.lines.slice(from, to).join(" "));
}
function htmlAsText(html) {
    const shown = html.replace(/<!--[^]*?(?:-->|$)/g, "");
    return shown.trim() === "" ? undefined : asParagraph(shown);
}
function asParagraph(text) {
    return { kind: "paragraph", text: readAddresses(text.trim().replace(/\s+/g, " ")) };
}

;// CONCATENATED MODULE: ./packages/jira/markup/adf.ts


function markdownToAdf(markdown) {
    const content = readMarkdown(markdown).flatMap((block) => blockNodes(block));
    return { type: "doc", version: 1, content };
}
function blockNodes(block, place = "document") {
    switch (block.kind) {
        case "paragraph":
            return [paragraph(block.text)];
        case "heading":
            if (place !== "document")
                return [paragraph(block.text.map(asStrong))];
            return [{ type: "heading", attrs: { level: block.level }, content: spanNodes(block.text) }];
        case "list":
            return [listNode(block)];
        case "code":
            return [codeNode(block.text, block.language)];
        case "quote": {
            const content = block.blocks.flatMap((one) => blockNodes(one, place === "item" ? "item" : "quote"));
            return place !== "document" || content.length === 0 ? content : [{ type: "blockquote", content }];
        }
        case "table":
            if (place !== "document")
                return [block.header, ...block.rows].map((row) => paragraph(row.flatMap((cell, at) => (at === 0 ? cell : [SEPARATOR, ...cell]))));
            return [tableNode(block.header, block.rows)];
        case "rule":
            return place === "document" ? [{ type: "rule" }] : [];
    }
}
const SEPARATOR = { kind: "text", text: " | " };
function asStrong(span) {
    return span.kind === "break" || span.code === true ? span : { ...span, strong: true };
}
function listNode(block) {
    const content = block.items.map((item) => {
        const nodes = item.flatMap((one) => blockNodes(one, "item"));
        const starts = nodes[0]?.type === "paragraph" || nodes[0]?.type === "codeBlock";
        return { type: "listItem", content: starts ? nodes : [paragraph([]), ...nodes] };
    });
    if (!block.ordered)
        return { type: "bulletList", content };
    return { type: "orderedList", attrs: { order: block.start }, content };
}
function codeNode(text, language) {
    const shown = visibleText(text);
    const name = language.toLowerCase();
    return {
        type: "codeBlock",
        ...(/^[a-z0-9+#-]{1,30}$/.test(name) && { attrs: { language: name } }),
        content: shown === "" ? [] : [{ type: "text", text: shown }],
    };
}
function tableNode(header, rows) {
    const row = (cells, type) => ({
        type: "tableRow",
        content: cells.map((cell) => ({ type, content: [paragraph(cell)] })),
    });
    return { type: "table", content: [row(header, "tableHeader"), ...rows.map((cells) => row(cells, "tableCell"))] };
}
function paragraph(spans) {
    return { type: "paragraph", content: spanNodes(spans) };
}
function spanNodes(spans) {
    return spans.map((span) => {
        if (span.kind === "break")
            return { type: "hardBreak" };
        const code = span.code === true;
        const marks = [
            ...(code ? [{ type: "code" }] : []),
            ...(span.strong === true && !code ? [{ type: "strong" }] : []),
            ...(span.emphasis === true && !code ? [{ type: "em" }] : []),
            ...(span.strike === true && !code ? [{ type: "strike" }] : []),
            ...(span.url === undefined ? [] : [{ type: "link", attrs: { href: span.url } }]),
        ];
        const text = (0,packages_text/* visible */.RK)(span.text);
        return marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
    });
}
function visibleText(text) {
    return text.split("\n").map(packages_text/* visible */.RK).join("\n");
}

;// CONCATENATED MODULE: ./packages/jira/markup/wiki.ts



function markdownToWiki(markdown) {
    return blocksWiki(readMarkdown(markdown), "");
}
function blocksWiki(blocks, bullets) {
    return blocks
        .map((block) => blockWiki(block, bullets))
        .filter((text) => text !== "")
        .join("\n\n");
}
function blockWiki(block, bullets) {
    switch (block.kind) {
        case "paragraph":
            return spansWiki(block.text);
        case "heading":
            return `h${block.level}. ${spansWiki(block.text)}`;
        case "list":
            return block.items.map((item) => itemWiki(item, bullets + (block.ordered ? "#" : "*"))).join("\n");
        case "code":
            return codeWiki(block.text, block.language);
        case "quote":
            return `{quote}\n${flat(block.blocks)
                .map((one) => blockWiki(one, ""))
                .join("\n\n")}\n{quote}`;
        case "table":
            return [tableLine(block.header, "||"), ...block.rows.map((row) => tableLine(row, "|"))].join("\n");
        case "rule":
            return "----";
    }
}
function flat(blocks) {
    return blocks.flatMap((block) => {
        if (block.kind === "quote")
            return flat(block.blocks);
        return block.kind === "list" ? [{ ...block, items: block.items.map(flat) }] : [block];
    });
}
function itemWiki(item, bullets) {
    let text = `${bullets} `;
    let begun = false;
    for (const block of item) {
        if (block.kind === "rule")
            continue;
        const line = block.kind === "paragraph" || block.kind === "heading";
        const shown = line ? spansWiki(block.text) : blockWiki(block, bullets);
        text += `${line ? (begun ? LINE_BREAK : "") : "\n"}${shown}`;
        begun = true;
    }
    return text;
}
const LINE_BREAK = " \\\\ ";
function tableLine(cells, border) {
    return `${border}${cells.map((cell) => spansWiki(cell) || " ").join(border)}${border}`;
}
const LANGUAGES = new Set("bash c c++ c# css diff go groovy html java javascript json kotlin lua perl php python r ruby rust scala sh sql swift typescript xml yaml".split(" "));
function codeWiki(text, language) {
    const shown = visibleText(text);
    const lower = shown.toLowerCase();
    const name = language.toLowerCase();
    if (LANGUAGES.has(name) && !lower.includes("{code"))
        return `{code:${name}}\n${shown}\n{code}`;
    if (!lower.includes("{noformat"))
        return `{noformat}\n${shown}\n{noformat}`;
    return shown
        .split("\n")
        .map((line) => `{{${escaped(line) || " "}}}`)
        .join(LINE_BREAK);
}
function spansWiki(spans) {
    const text = spans.map((span) => (span.kind === "break" ? LINE_BREAK : spanWiki(span))).join("");
    return text.trim().replace(/^(h[1-6]|bq)\./, "$1&#46;");
}
function spanWiki(span) {
    const text = escaped((0,packages_text/* visible */.RK)(span.text));
    if (span.url !== undefined && (0,packages_text/* linkTarget */.Cm)(span.text) === span.url)
        return `[${urlWiki(span.url)}]`;
    if (span.url !== undefined)
        return `[${text}|${urlWiki(span.url)}]`;
    if (text.trim() === "")
        return text;
    const code = span.code === true ? `{{${text}}}` : text;
    return [span.strike === true && "{-}", span.emphasis === true && "{_}", span.strong === true && "{*}"]
        .filter((mark) => mark !== false)
        .reduceRight((inner, mark) => `${mark}${inner}${mark}`, code);
}
function escaped(text) {
    return (text
        .replace(/[\\&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
        .replace(/[*_+^~|%{}[\]()!@]/g, "\\$&")
        .replace(/\?(?=\?)|(?<=\?)\?/g, "\\?")
        .replace(/(?<![A-Za-z0-9])-|-(?![A-Za-z0-9])/g, "\\-")
        .replace(/(?<![&A-Za-z0-9])#/g, "\\#")
        .replace(/:(?=[^\s0-9])|(?<=mailto):/gi, (character) => `&#${character.charCodeAt(0)};`));
}
function urlWiki(url) {
    return url.replace(/[[\]{}!*^~|\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

;// CONCATENATED MODULE: ./packages/jira/markup/index.ts




/***/ })

};
;