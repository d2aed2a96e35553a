"use strict";
exports.id = 9386;
exports.ids = [9386];
exports.modules = {

/***/ 9386:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qO: () => (/* reexport */ SMALLEST_LIMIT),
  changelogStop: () => (/* reexport */ changelogStop),
  extractEntry: () => (/* reexport */ extractEntry),
  qm: () => (/* reexport */ reflow),
  mr: () => (/* reexport */ releaseUnreleased),
  truncateBody: () => (/* reexport */ truncateBody)
});

;// CONCATENATED MODULE: ./packages/changelog/blocks/bytes.ts
const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const EXCLAMATION = 33;
const HASH = 35;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const ASTERISK = 42;
const PLUS = 43;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const UNDERSCORE = 95;
const BACKTICK = 96;
const TILDE = 126;
function toBuffer(source) {
    if (typeof source === "string")
        return Buffer.from(source, "utf8");
    return Buffer.isBuffer(source) ? source : Buffer.from(source.buffer, source.byteOffset, source.byteLength);
}
function afterByteOrderMark(bytes) {
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
function decode(bytes, from, to) {
    return toBuffer(bytes).toString("utf8", from, to);
}
function isDigit(byte) {
    return byte !== undefined && byte >= ZERO && byte <= NINE;
}
function isLetter(byte) {
    return byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
}
function isSpaceOrTab(byte) {
    return byte === SPACE || byte === TAB;
}
function isInlineSpace(byte) {
    return byte === SPACE || (byte !== undefined && byte >= TAB && byte <= 12 && byte !== LF);
}
function skipSpaces(bytes, at, stop) {
    let i = at;
    while (i < stop && isSpaceOrTab(bytes[i]))
        i++;
    return i;
}
function skipRun(bytes, at, stop, byte) {
    let i = at;
    while (i < stop && bytes[i] === byte)
        i++;
    return i;
}

;// CONCATENATED MODULE: ./packages/changelog/blocks/cursor.ts

function nextLine(cursor) {
    const { bytes, end, following: start } = cursor;
    if (start >= end)
        return false;
    cursor.start = cursor.at = start;
    cursor.column = 0;
    cursor.line++;
    if (bytes[start] === LF) {
        cursor.stop = start;
        cursor.following = start + 1;
        return true;
    }
    if (cursor.lineFeed < start)
        cursor.lineFeed = find(bytes, LF, start, end);
    if (cursor.carriageReturn < start)
        cursor.carriageReturn = find(bytes, CR, start, end);
    const { lineFeed, carriageReturn } = cursor;
    if (carriageReturn < lineFeed) {
        cursor.stop = carriageReturn;
        cursor.following = carriageReturn + 1 === lineFeed && lineFeed < end ? lineFeed + 1 : carriageReturn + 1;
    }
    else {
        cursor.stop = lineFeed;
        cursor.following = lineFeed === end ? end : lineFeed + 1;
    }
    return true;
}
function find(bytes, byte, from, end) {
    const at = bytes.indexOf(byte, from);
    return at === -1 || at > end ? end : at;
}
function findText(cursor) {
    const { bytes, stop } = cursor;
    let i = cursor.at;
    let column = cursor.column;
    for (; i < stop; i++) {
        const byte = bytes[i];
        if (byte === SPACE)
            column++;
        else if (byte === TAB)
            column += 4 - (column % 4);
        else
            break;
    }
    cursor.text = i;
    cursor.indent = column - cursor.column;
    cursor.blank = i === stop;
}
function goToText(cursor) {
    cursor.at = cursor.text;
    cursor.column += cursor.indent;
}
function advanceColumns(cursor, columns) {
    let left = columns;
    while (left > 0 && cursor.at < cursor.stop) {
        const width = cursor.bytes[cursor.at] === TAB ? 4 - (cursor.column % 4) : 1;
        if (width > left) {
            cursor.column += left;
            return;
        }
        cursor.column += width;
        cursor.at++;
        left -= width;
    }
}

;// CONCATENATED MODULE: ./packages/changelog/blocks/html.ts

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const VERBATIM = new Set(["script", "pre", "textarea", "style"]);
const BLOCK_TAGS = new Set(("address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
    "main menu menuitem nav noframes ol optgroup option p param section search summary table tbody td tfoot th thead " +
    "title tr track ul").split(" "));
const LONGEST_NAME = 10;
function htmlBlockStart(bytes, at, stop) {
    const next = bytes[at + 1];
    if (at + 1 >= stop)
        return 0;
    if (next === QUESTION)
        return 3;
    if (next === EXCLAMATION) {
        if (startsWith(bytes, at + 2, stop, "--"))
            return 2;
        if (startsWith(bytes, at + 2, stop, "[CDATA["))
            return 5;
        return at + 2 < stop && isLetter(bytes[at + 2]) ? 4 : 0;
    }
    const closing = next === SLASH;
    const nameAt = closing ? at + 2 : at + 1;
    const nameEnd = skipName(bytes, nameAt, stop);
    if (nameEnd === nameAt)
        return 0;
    if (nameEnd - nameAt <= LONGEST_NAME) {
        const name = lowerCaseName(bytes, nameAt, nameEnd);
        const ended = nameEnd === stop || isInlineSpace(bytes[nameEnd]) || bytes[nameEnd] === GREATER;
        if (!closing && ended && VERBATIM.has(name))
            return 1;
        const selfClosed = bytes[nameEnd] === SLASH && nameEnd + 1 < stop && bytes[nameEnd + 1] === GREATER;
        if ((ended || selfClosed) && BLOCK_TAGS.has(name))
            return 6;
    }
    const tagEnd = closing ? closeTagEnd(bytes, nameEnd, stop) : openTagEnd(bytes, nameEnd, stop);
    return tagEnd !== -1 && skipInlineSpace(bytes, tagEnd, stop) === stop ? 7 : 0;
}
function htmlBlockEnds(kind, bytes, at, stop) {
    for (let i = at; i < stop; i++) {
        const byte = bytes[i];
        if (kind === 1 && byte === LESS && bytes[i + 1] === SLASH) {
            const nameEnd = skipName(bytes, i + 2, stop);
            const short = nameEnd - i - 2 <= LONGEST_NAME;
            if (short && nameEnd < stop && bytes[nameEnd] === GREATER && VERBATIM.has(lowerCaseName(bytes, i + 2, nameEnd)))
                return true;
        }
        if (byte !== GREATER)
            continue;
        if (kind === 4)
            return true;
        if (kind === 2 && i - at >= 2 && bytes[i - 1] === HYPHEN && bytes[i - 2] === HYPHEN)
            return true;
        if (kind === 3 && i - at >= 1 && bytes[i - 1] === QUESTION)
            return true;
        if (kind === 5 && i - at >= 2 && bytes[i - 1] === CLOSE_BRACKET && bytes[i - 2] === CLOSE_BRACKET)
            return true;
    }
    return false;
}
function startsWith(bytes, at, stop, text) {
    if (at + text.length > stop)
        return false;
    for (let i = 0; i < text.length; i++)
        if (bytes[at + i] !== text.charCodeAt(i))
            return false;
    return true;
}
function skipName(bytes, at, stop) {
    if (at >= stop || !isLetter(bytes[at]))
        return at;
    let i = at + 1;
    while (i < stop && (isLetter(bytes[i]) || isDigit(bytes[i]) || bytes[i] === HYPHEN))
        i++;
    return i;
}
function lowerCaseName(bytes, from, to) {
    let name = "";
    for (let i = from; i < to; i++)
        name += String.fromCharCode(bytes[i]);
    return name.toLowerCase();
}
function skipInlineSpace(bytes, at, stop) {
    let i = at;
    while (i < stop && isInlineSpace(bytes[i]))
        i++;
    return i;
}
function closeTagEnd(bytes, nameEnd, stop) {
    const at = skipInlineSpace(bytes, nameEnd, stop);
    return at < stop && bytes[at] === GREATER ? at + 1 : -1;
}
function openTagEnd(bytes, nameEnd, stop) {
    let at = nameEnd;
    for (;;) {
        const next = skipInlineSpace(bytes, at, stop);
        if (next >= stop)
            return -1;
        if (bytes[next] === GREATER)
            return next + 1;
        if (bytes[next] === SLASH)
            return next + 1 < stop && bytes[next + 1] === GREATER ? next + 2 : -1;
        if (next === at)
            return -1;
        const attributeEnd = skipAttributeName(bytes, next, stop);
        if (attributeEnd === next)
            return -1;
        at = attributeEnd;
        const equals = skipInlineSpace(bytes, at, stop);
        if (equals >= stop || bytes[equals] !== EQUALS)
            continue;
        at = skipValue(bytes, skipInlineSpace(bytes, equals + 1, stop), stop);
        if (at === -1)
            return -1;
    }
}
function skipAttributeName(bytes, at, stop) {
    const first = bytes[at];
    if (!isLetter(first) && first !== UNDERSCORE && first !== COLON)
        return at;
    let i = at + 1;
    for (; i < stop; i++) {
        const byte = bytes[i];
        const part = isLetter(byte) || isDigit(byte) || byte === UNDERSCORE || byte === COLON || byte === DOT || byte === HYPHEN;
        if (!part)
            break;
    }
    return i;
}
function skipValue(bytes, at, stop) {
    const quote = bytes[at];
    if (at >= stop)
        return -1;
    if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
        for (let i = at + 1; i < stop; i++)
            if (bytes[i] === quote)
                return i + 1;
        return -1;
    }
    let i = at;
    while (i < stop && isUnquoted(bytes[i]))
        i++;
    return i === at ? -1 : i;
}
function isUnquoted(byte) {
    if (byte <= 32 || byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE || byte === 96)
        return false;
    return byte !== LESS && byte !== EQUALS && byte !== GREATER;
}

;// CONCATENATED MODULE: ./packages/changelog/blocks/definitions.ts

const LONGEST_LABEL = 999;
function normalizeLabel(label) {
    const collapsed = /\s/.test(label) ? label.trim().replace(/[ \t\r\n]+/g, " ") : label;
    return collapsed.toLowerCase().toUpperCase();
}
function parseDefinition(text, from) {
    const labelEnd = labelEndAt(text, from);
    if (labelEnd === -1 || text[labelEnd + 1] !== ":")
        return undefined;
    const destination = destinationAt(text, skipToNextText(text, labelEnd + 2));
    if (destination === undefined)
        return undefined;
    const label = normalizeLabel(text.slice(from + 1, labelEnd));
    if (label === "")
        return undefined;
    const end = endOfDefinition(text, destination.behind);
    if (end === -1)
        return undefined;
    return {
        label,
        labelStart: from + 1,
        labelEnd,
        destinationStart: destination.start,
        destinationEnd: destination.end,
        end,
        lines: linesIn(text, from, end),
    };
}
function linesIn(text, from, end) {
    let lines = 0;
    for (let i = from; i < end; lines++) {
        const ending = text.indexOf("\n", i);
        i = ending === -1 ? end : ending + 1;
    }
    return lines;
}
function labelEndAt(text, from) {
    if (text[from] !== "[")
        return -1;
    const limit = Math.min(text.length, from + 1 + LONGEST_LABEL + 1);
    for (let i = from + 1; i < limit; i++) {
        const code = text.charCodeAt(i);
        if (code === CLOSE_BRACKET)
            return i;
        if (code === OPEN_BRACKET)
            return -1;
        if (code === BACKSLASH)
            i++;
    }
    return -1;
}
function destinationAt(text, from) {
    if (text[from] === "<") {
        for (let i = from + 1; i < text.length; i++) {
            const char = text[i];
            if (char === ">")
                return { start: from + 1, end: i, behind: i + 1 };
            if (char === "<" || char === "\n")
                return undefined;
            if (char === "\\")
                i++;
        }
        return undefined;
    }
    let parens = 0;
    let i = from;
    for (; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code <= SPACE || code === 0x7f)
            break;
        if (code === BACKSLASH && isPunctuation(text.charCodeAt(i + 1)))
            i++;
        else if (code === OPEN_PAREN)
            parens++;
        else if (code === CLOSE_PAREN && --parens < 0)
            break;
    }
    return i === from || parens !== 0 ? undefined : { start: from, end: i, behind: i };
}
function endOfDefinition(text, behindDestination) {
    const titleAt = skipToNextText(text, behindDestination);
    if (titleAt > behindDestination) {
        const titleEnd = titleEndAt(text, titleAt);
        const end = titleEnd === -1 ? -1 : lineEndAt(text, titleEnd);
        if (end !== -1)
            return end;
    }
    return lineEndAt(text, behindDestination);
}
function titleEndAt(text, from) {
    const open = text[from];
    const close = open === "(" ? ")" : open;
    if (open !== '"' && open !== "'" && open !== "(")
        return -1;
    for (let i = from + 1; i < text.length; i++) {
        const char = text[i];
        if (char === close)
            return i + 1;
        if (char === "(" && open === "(")
            return -1;
        if (char === "\\")
            i++;
    }
    return -1;
}
function lineEndAt(text, from) {
    const at = skipInline(text, from);
    if (at >= text.length)
        return text.length;
    return text[at] === "\n" ? at + 1 : -1;
}
function skipToNextText(text, from) {
    const at = skipInline(text, from);
    return text[at] === "\n" ? skipInline(text, at + 1) : at;
}
function skipInline(text, from) {
    let i = from;
    while (text[i] === " " || text[i] === "\t")
        i++;
    return i;
}
function isPunctuation(code) {
    return ((code >= 33 && code <= 47) ||
        (code >= 58 && code <= 64) ||
        (code >= 91 && code <= 96) ||
        (code >= 123 && code <= 126));
}

;// CONCATENATED MODULE: ./packages/changelog/blocks/leaves.ts


const NOTHING_LEFT = -1;
function closeTo(state, depth) {
    closeLeaf(state);
    state.depth = depth;
    const { quotes } = state;
    while (quotes.length > 0 && quotes[quotes.length - 1] >= depth)
        quotes.pop();
}
function closeLeaf(state) {
    if (state.leaf === "paragraph" && state.segments !== undefined)
        takeDefinitions(state, false);
    state.leaf = "none";
}
function openLeaf(state, leaf) {
    if (state.depth > 0)
        state.filled[state.depth - 1] = true;
    state.leaf = leaf;
    state.leafLine = state.line;
    state.leafStart = state.start;
}
function openContainer(state, indent) {
    if (state.depth > 0)
        state.filled[state.depth - 1] = true;
    if (indent === 0)
        state.quotes.push(state.depth);
    state.indents[state.depth] = indent;
    state.filled[state.depth] = false;
    state.depth++;
}
function openParagraph(state) {
    openLeaf(state, "paragraph");
    state.textStart = state.text;
    state.segments = mayDefine(state.bytes, state.text, state.stop) ? [] : undefined;
    continueParagraph(state);
}
function continueParagraph(state) {
    if (state.textStart === NOTHING_LEFT) {
        state.textStart = state.text;
        state.leafStart = state.start;
    }
    state.textEnd = state.stop;
    state.segments?.push(state.text, state.stop);
}
function closeAsHeading(state, level) {
    if (state.segments !== undefined && !takeDefinitions(state, true))
        return false;
    const { depth, leafLine: line, leafStart: start, textStart, following: end, line: lastLine } = state;
    const textEnd = withoutTrailingSpace(state.bytes, textStart, state.textEnd);
    state.sink.heading?.({ level, line, lastLine, start, end, textStart, textEnd, setext: true, depth });
    state.leaf = "none";
    return true;
}
function atxHeading(state, level) {
    openLeaf(state, "none");
    const { sink, bytes, stop, line, start, following: end, depth } = state;
    if (sink.heading === undefined)
        return;
    const textStart = skipSpaces(bytes, state.text + level, stop);
    const textEnd = withoutClosingHashes(bytes, textStart, stop);
    if (sink.wants?.(level, depth, textStart, textEnd) === false)
        return;
    sink.heading({ level, line, lastLine: line, start, end, textStart, textEnd, setext: false, depth });
}
function withoutClosingHashes(bytes, from, stop) {
    const end = withoutTrailingSpace(bytes, from, stop);
    let i = end;
    while (i > from && bytes[i - 1] === HASH)
        i--;
    const closes = i < end && (i === from || isSpaceOrTab(bytes[i - 1]));
    return closes ? withoutTrailingSpace(bytes, from, i) : end;
}
function withoutTrailingSpace(bytes, from, to) {
    let i = to;
    while (i > from && (isSpaceOrTab(bytes[i - 1]) || bytes[i - 1] === LF || bytes[i - 1] === CR))
        i--;
    return i;
}
function fenceLengthAt(bytes, at, stop) {
    const byte = bytes[at];
    const end = skipRun(bytes, at, stop, byte);
    if (end - at < 3)
        return 0;
    if (byte === BACKTICK)
        for (let i = end; i < stop; i++)
            if (bytes[i] === BACKTICK)
                return 0;
    return end - at;
}
function closesFence(state) {
    if (state.indent >= 4 || state.bytes[state.text] !== state.fenceByte)
        return false;
    const end = skipRun(state.bytes, state.text, state.stop, state.fenceByte);
    return end - state.text >= state.fenceLength && skipSpaces(state.bytes, end, state.stop) === state.stop;
}
function takeDefinitions(state, needed) {
    const { bytes, sink, leafLine: line } = state;
    const segments = state.segments;
    state.segments = undefined;
    sink.bracketed?.({ line, segments });
    if (!needed && sink.definition === undefined)
        return true;
    const definitions = definitionsIn(bytes, { line, segments });
    const last = definitions.at(-1);
    if (last === undefined)
        return true;
    for (const definition of definitions)
        sink.definition?.(definition);
    state.leafLine = last.lastLine + 1;
    const next = segments[2 * (state.leafLine - line)];
    state.textStart = next ?? NOTHING_LEFT;
    if (next === undefined)
        return false;
    state.leafStart = next;
    while (isSpaceOrTab(bytes[state.leafStart - 1]))
        state.leafStart--;
    return true;
}
function definitionsIn(bytes, paragraph, wanted) {
    const { line, segments } = paragraph;
    const text = textOf(bytes, paragraph);
    const definitions = [];
    if (wanted !== undefined && !mayHold(text, wanted))
        return definitions;
    let [at, first] = [0, 0];
    while (text.charCodeAt(at) === OPEN_BRACKET) {
        const found = parseDefinition(text, at);
        if (found === undefined)
            break;
        const behind = first + found.lines;
        if (wanted === undefined || wanted.has(found.label)) {
            definitions.push({
                label: found.label,
                text: text.slice(at, found.end).trimEnd(),
                line: line + first,
                lastLine: line + behind - 1,
                start: segments[2 * first],
                end: segments[2 * behind - 1],
            });
        }
        [at, first] = [found.end, behind];
    }
    return definitions;
}
const FEW = 64;
function mayHold(text, labels) {
    if (labels.size > FEW || !/^[\x00-\x7f]*$/.test(text))
        return true;
    const folded = text.toLowerCase();
    return [...labels].some((label) => label.includes(" ") || folded.includes(label.toLowerCase()));
}
function textOf(bytes, { segments }) {
    let adjacent = true;
    for (let i = 2; adjacent && i < segments.length; i += 2)
        adjacent = segments[i] === segments[i - 1] + 1 && bytes[segments[i - 1]] === LF;
    if (adjacent)
        return decode(bytes, segments[0], segments.at(-1));
    const lines = [];
    for (let i = 0; i < segments.length; i += 2)
        lines.push(decode(bytes, segments[i], segments[i + 1]));
    return lines.join("\n");
}
function mayDefine(bytes, at, stop) {
    if (bytes[at] !== OPEN_BRACKET)
        return false;
    for (let i = at + 1; i < stop; i++) {
        if (bytes[i] === OPEN_BRACKET)
            return false;
        if (bytes[i] === CLOSE_BRACKET)
            return i + 1 < stop && bytes[i + 1] === COLON;
        if (bytes[i] === BACKSLASH)
            i++;
    }
    return true;
}

;// CONCATENATED MODULE: ./packages/changelog/blocks/state.ts
const LINE = {
    blank: 0,
    paragraph: 1,
    atx: 2,
    underline: 3,
    thematicBreak: 4,
    fence: 5,
    code: 6,
    html: 7,
};
function startState(bytes, from, to, sink) {
    return {
        bytes,
        end: to,
        start: from,
        stop: from,
        following: from,
        lineFeed: -1,
        carriageReturn: -1,
        line: 0,
        at: from,
        column: 0,
        text: from,
        indent: 0,
        blank: true,
        sink,
        depth: 0,
        indents: [],
        filled: [],
        quotes: [],
        continued: 0,
        matched: 0,
        leaf: "none",
        leafLine: 0,
        leafStart: 0,
        fenceByte: 0,
        fenceLength: 0,
        fenceIndent: 0,
        htmlKind: 0,
        notBreak: -1,
        textStart: 0,
        textEnd: 0,
        segments: undefined,
    };
}

;// CONCATENATED MODULE: ./packages/changelog/blocks/scan.ts





function scanBlocks(bytes, sink, from = 0, to = bytes.length) {
    const state = startState(bytes, from, to, sink);
    const terse = sink.line === undefined;
    while (nextLine(state))
        if (!terse || !takePlainLine(state))
            takeLine(state);
    const { leaf, leafLine: line } = state;
    closeLeaf(state);
    if (leaf === "fence")
        return { kind: "fence", line };
    return leaf === "html" && state.htmlKind <= 5 ? { kind: "html", line } : undefined;
}
function takePlainLine(state) {
    const { bytes, start, stop, leaf } = state;
    if ((leaf !== "none" && leaf !== "paragraph") || state.segments !== undefined || state.quotes.length > 0)
        return false;
    if (start === stop) {
        if (state.depth > 0 && state.filled[state.depth - 1] !== true)
            return false;
        state.leaf = "none";
        return true;
    }
    const first = bytes[start];
    if (leaf === "paragraph" && isPlain(first) && state.textStart >= 0) {
        state.textEnd = stop;
        return true;
    }
    if (first === HASH)
        return takePlainHeading(state);
    if ((first !== HYPHEN && first !== ASTERISK) ||
        start + 2 >= stop ||
        bytes[start + 1] !== SPACE ||
        !isPlain(bytes[start + 2]))
        return false;
    state.indents[0] = 2;
    state.filled[0] = true;
    state.depth = 1;
    state.leaf = "paragraph";
    state.leafLine = state.line;
    state.leafStart = start;
    state.textStart = start + 2;
    state.textEnd = stop;
    return true;
}
function takePlainHeading(state) {
    const { bytes, start, stop, following: end, line, sink } = state;
    let at = start + 1;
    while (bytes[at] === HASH)
        at++;
    const level = at - start;
    const last = bytes[stop - 1];
    if (level > 6 || bytes[at] !== SPACE || ++at >= stop || bytes[at] <= SPACE || last <= SPACE || last === HASH)
        return false;
    state.depth = 0;
    state.leaf = "none";
    state.leafLine = line;
    state.leafStart = start;
    if (sink.heading === undefined || sink.wants?.(level, 0, at, stop) === false)
        return true;
    sink.heading({ level, line, lastLine: line, start, end, textStart: at, textEnd: stop, setext: false, depth: 0 });
    return true;
}
function isPlain(byte) {
    return byte > 64 && byte !== OPEN_BRACKET && byte !== UNDERSCORE && byte !== BACKTICK && byte !== TILDE;
}
function takeLine(state) {
    findText(state);
    state.matched = state.depth === 0 ? 0 : matchContainers(state);
    state.continued = state.matched;
    const all = state.matched === state.depth;
    if (all && state.leaf !== "none" && state.leaf !== "paragraph" && continueLeaf(state))
        return;
    if (openBlocks(state, all && state.leaf === "paragraph"))
        return;
    takeText(state);
}
function takeText(state) {
    if (state.blank) {
        if (state.leaf !== "none" || state.depth > state.matched)
            closeTo(state, state.matched);
        tell(state, LINE.blank, true);
    }
    else if (state.leaf === "paragraph") {
        continueParagraph(state);
        tell(state, LINE.paragraph, false);
    }
    else {
        closeTo(state, state.matched);
        openParagraph(state);
        tell(state, LINE.paragraph, true);
    }
}
function tell(state, kind, first) {
    state.sink.line?.(kind, first, state);
}
function matchContainers(state) {
    const { bytes, depth, indents, quotes } = state;
    let quote = 0;
    for (let i = 0; i < depth; i++) {
        const indent = indents[i];
        if (indent === 0) {
            quote++;
            if (state.blank || state.indent >= 4 || bytes[state.text] !== GREATER)
                return i;
            goToText(state);
            skipQuoteMarker(state);
            findText(state);
        }
        else if (state.blank) {
            const next = quotes[quote];
            if (next !== undefined)
                return next;
            return state.filled[depth - 1] === true ? depth : depth - 1;
        }
        else if (state.indent >= indent) {
            advanceColumns(state, indent);
            state.indent -= indent;
        }
        else {
            return i;
        }
    }
    return depth;
}
function skipQuoteMarker(state) {
    state.at++;
    state.column++;
    if (state.at < state.stop && isSpaceOrTab(state.bytes[state.at]))
        advanceColumns(state, 1);
}
function continueLeaf(state) {
    if (state.leaf === "fence") {
        const closes = closesFence(state);
        if (closes)
            closeLeaf(state);
        tell(state, closes ? LINE.fence : LINE.code, false);
        return true;
    }
    if (state.leaf === "indented") {
        if (!state.blank && state.indent < 4) {
            closeLeaf(state);
            return false;
        }
        tell(state, state.blank ? LINE.blank : LINE.code, false);
        return true;
    }
    if (state.blank && state.htmlKind >= 6) {
        closeLeaf(state);
        return false;
    }
    if (state.htmlKind <= 5 && htmlBlockEnds(state.htmlKind, state.bytes, state.at, state.stop))
        closeLeaf(state);
    tell(state, LINE.html, false);
    return true;
}
function openBlocks(state, continuesParagraph) {
    let inParagraph = continuesParagraph;
    for (;;) {
        if (state.blank)
            return false;
        if (state.indent >= 4) {
            if (state.leaf === "paragraph")
                return false;
            startLeaf(state, "indented", LINE.code);
            return true;
        }
        const byte = state.bytes[state.text];
        if (byte > 64 && byte !== BACKTICK && byte !== TILDE && byte !== UNDERSCORE)
            return false;
        if (byte === GREATER) {
            closeTo(state, state.matched);
            goToText(state);
            skipQuoteMarker(state);
            openContainer(state, 0);
        }
        else if (startsLeaf(state, byte, inParagraph)) {
            return true;
        }
        else {
            const indent = listItemIndent(state, byte, inParagraph);
            if (indent === 0)
                return false;
            openContainer(state, indent);
        }
        state.matched = state.depth;
        inParagraph = false;
        findText(state);
    }
}
function startsLeaf(state, byte, inParagraph) {
    const { bytes, text, stop } = state;
    if (byte === HASH) {
        const end = skipRun(bytes, text, stop, HASH);
        if (end - text > 6 || (end < stop && !isSpaceOrTab(bytes[end])))
            return false;
        closeTo(state, state.matched);
        atxHeading(state, end - text);
        tell(state, LINE.atx, true);
        return true;
    }
    if (byte === BACKTICK || byte === TILDE) {
        const length = fenceLengthAt(bytes, text, stop);
        if (length === 0)
            return false;
        startLeaf(state, "fence", LINE.fence);
        state.fenceByte = byte;
        state.fenceLength = length;
        state.fenceIndent = state.indent;
        return true;
    }
    if (byte === LESS)
        return startsHtml(state);
    if (inParagraph &&
        (byte === EQUALS || byte === HYPHEN) &&
        skipSpaces(bytes, skipRun(bytes, text, stop, byte), stop) === stop) {
        if (closeAsHeading(state, byte === EQUALS ? 1 : 2)) {
            tell(state, LINE.underline, false);
            return true;
        }
    }
    if ((byte === HYPHEN || byte === ASTERISK || byte === UNDERSCORE) && isThematicBreak(state, byte)) {
        startLeaf(state, "none", LINE.thematicBreak);
        return true;
    }
    return false;
}
function startLeaf(state, leaf, kind) {
    closeTo(state, state.matched);
    openLeaf(state, leaf);
    tell(state, kind, true);
}
function startsHtml(state) {
    const kind = htmlBlockStart(state.bytes, state.text, state.stop);
    if (kind === 0 || (kind === 7 && state.leaf === "paragraph"))
        return false;
    closeTo(state, state.matched);
    openLeaf(state, "html");
    state.htmlKind = kind;
    tell(state, LINE.html, true);
    if (kind <= 5 && htmlBlockEnds(kind, state.bytes, state.text, state.stop))
        closeLeaf(state);
    return true;
}
function isThematicBreak(state, byte) {
    const { bytes, text, stop, notBreak } = state;
    if (notBreak >= text && bytes[notBreak] !== byte)
        return false;
    let marks = 0;
    for (let i = text; i < stop; i++) {
        const here = bytes[i];
        if (here === byte)
            marks++;
        else if (here !== SPACE && here !== TAB) {
            state.notBreak = i;
            return false;
        }
    }
    return marks >= 3;
}
function listItemIndent(state, byte, inParagraph) {
    const { bytes, text, stop, indent: offset } = state;
    const markerEnd = listMarkerEnd(bytes, text, stop, byte, inParagraph);
    if (markerEnd === -1 || (markerEnd < stop && !isSpaceOrTab(bytes[markerEnd])))
        return 0;
    if (inParagraph && isBlankFrom(bytes, markerEnd, stop))
        return 0;
    closeTo(state, state.matched);
    goToText(state);
    const width = markerEnd - text;
    state.at = markerEnd;
    state.column += width;
    findText(state);
    const padding = state.blank || state.indent >= 5 || state.indent < 1 ? 1 : state.indent;
    advanceColumns(state, padding);
    return offset + width + padding;
}
function listMarkerEnd(bytes, text, stop, byte, inParagraph) {
    if (byte === HYPHEN || byte === ASTERISK || byte === PLUS)
        return text + 1;
    if (!isDigit(byte))
        return -1;
    let i = text;
    let number = 0;
    for (; i < stop && isDigit(bytes[i]); i++) {
        if (i - text === 9)
            return -1;
        number = number * 10 + bytes[i] - ZERO;
    }
    if (i >= stop || (bytes[i] !== DOT && bytes[i] !== CLOSE_PAREN))
        return -1;
    return inParagraph && number !== 1 ? -1 : i + 1;
}
function isBlankFrom(bytes, from, stop) {
    let i = from;
    while (i < stop && isInlineSpace(bytes[i]))
        i++;
    return i === stop;
}

;// CONCATENATED MODULE: ./packages/changelog/dates.ts
const MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const OPEN_DATES = new Set(["tbd", "tba", "tbc", "pending", "undated", "soon"]);
const PLACEHOLDER = "is a placeholder, not a date";
function readDate(text, from) {
    const start = skipWeekday(text, from);
    return numericDate(text, start) ?? namedDate(text, start) ?? openDate(text, start);
}
function writeDate(date, form, like) {
    const [year = "", month = "", day = ""] = date.split("-");
    if (form === "slash")
        return `${year}/${month}/${day}`;
    if (form === "dot")
        return `${year}.${month}.${day}`;
    if (form !== "dayMonth" && form !== "monthDay")
        return date;
    const full = MONTHS[Number(month) - 1] ?? "";
    const capital = full.charAt(0).toUpperCase() + full.slice(1);
    const name = MONTHS.some((word) => word.length > 3 && like.toLowerCase().includes(word))
        ? capital
        : capital.slice(0, 3);
    if (form === "monthDay")
        return `${name} ${Number(day)}, ${year}`;
    return `${/(?:^|\D)0\d\D/.test(like) ? day : Number(day)} ${name} ${year}`;
}
function numericDate(text, from) {
    const first = runEnd(text, from);
    const separator = text[first];
    if (first === from || (separator !== "-" && separator !== "/" && separator !== "."))
        return undefined;
    const second = runEnd(text, first + 1);
    if (second === first + 1 || text[second] !== separator)
        return undefined;
    const third = runEnd(text, second + 1);
    const parts = [
        text.slice(from, first),
        text.slice(first + 1, second),
        text.slice(second + 1, withoutTime(text, second + 1, third)),
    ];
    if (parts.some((part) => part === "" || part.length > 4))
        return undefined;
    const end = timeEnd(text, third);
    const form = separator === "-" ? "iso" : separator === "/" ? "slash" : "dot";
    const [a = "", b = "", c = ""] = parts;
    if (parts.every(isNumber)) {
        if (a.length === 4)
            return { end, form, ...checked(a, b, c) };
        if (c.length !== 4)
            return undefined;
        if (Number(a) <= 12 && Number(b) <= 12 && a !== b)
            return { end, form: "other", problem: "does not say which number is the month" };
        return { end, form: "other", ...(Number(b) > 12 ? checked(c, a, b) : checked(c, b, a)) };
    }
    return parts.every((part) => isNumber(part) || isPlaceholder(part)) ? { end, form, problem: PLACEHOLDER } : undefined;
}
function namedDate(text, from) {
    const words = [];
    let i = from;
    while (words.length < 4) {
        const end = runEnd(text, i);
        if (end === i)
            break;
        const word = text.slice(i, end).toLowerCase();
        if (word !== "of")
            words.push({ text: word, end });
        i = end;
        while (text[i] === " " || text[i] === "," || text[i] === ".")
            i++;
    }
    const [a, b, c] = words;
    if (a === undefined || b === undefined)
        return undefined;
    if (monthOf(a.text) !== 0) {
        if (c !== undefined && isYear(c.text))
            return { end: c.end, form: "monthDay", ...checked(c.text, String(monthOf(a.text)), ordinal(b.text)) };
        return isYear(b.text) ? { end: b.end, form: "other", problem: "names no day" } : undefined;
    }
    if (monthOf(b.text) === 0 || c === undefined)
        return undefined;
    if (isYear(c.text) && isNumber(ordinal(a.text)))
        return { end: c.end, form: "dayMonth", ...checked(c.text, String(monthOf(b.text)), ordinal(a.text)) };
    return isPlaceholder(a.text) || isPlaceholder(c.text)
        ? { end: c.end, form: "dayMonth", problem: PLACEHOLDER }
        : undefined;
}
function openDate(text, from) {
    const end = runEnd(text, from);
    const word = text.slice(from, end).toLowerCase();
    if (!OPEN_DATES.has(word) && !/^(?:\?{2,}|x{2,4}|yyyy)$/.test(word))
        return undefined;
    return { end, form: "other", problem: PLACEHOLDER };
}
function checked(year, month, day) {
    const [y, m, d] = [Number(year), Number(month), Number(day)];
    const real = m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate();
    if (!real)
        return { problem: "is not a day of the calendar" };
    return { date: `${year}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}` };
}
function runEnd(text, from) {
    let i = from;
    while (i < text.length && /[0-9A-Za-z?]/.test(text[i]))
        i++;
    return i;
}
function withoutTime(text, from, to) {
    const at = text.indexOf("T", from);
    return at > from && at < to && isNumber(text.slice(from, at)) ? at : to;
}
function timeEnd(text, from) {
    let i = from;
    if (text[i] === " " && /\d/.test(text[i + 1] ?? "") && text.slice(i, i + 5).includes(":"))
        i++;
    if (i === from && text[i] !== ":")
        return from;
    while (i < text.length && /[0-9:.+Z-]/.test(text[i]))
        i++;
    return i;
}
function skipWeekday(text, from) {
    let end = runEnd(text, from);
    const word = text.slice(from, end).toLowerCase();
    if (word.length < 3 || !WEEKDAYS.some((day) => day.startsWith(word)))
        return from;
    while (text[end] === "," || text[end] === "." || text[end] === " ")
        end++;
    return end;
}
function monthOf(word) {
    return word.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(word === "sept" ? "sep" : word)) + 1;
}
function ordinal(word) {
    return /^\d{1,2}(?:st|nd|rd|th)$/.test(word) ? word.slice(0, -2) : word;
}
function isYear(word) {
    return /^\d{4}$/.test(word);
}
function isNumber(part) {
    return /^\d{1,4}$/.test(part);
}
function isPlaceholder(part) {
    return part.length <= 4 && /^[0-9xymd?]*[xymd?]$/i.test(part) && !/^[0-9]+d$/i.test(part);
}

;// CONCATENATED MODULE: ./packages/changelog/version-text.ts
const LONGEST_VERSION = 256;
const PRE = new Set(["a", "b", "c", "rc", "alpha", "beta", "pre", "preview", "dev"]);
const POST = new Set(["post", "rev", "r"]);
function readVersion(text, from) {
    const limit = Math.min(text.length, from + LONGEST_VERSION + 1);
    let end = from;
    while (end < limit && isVersionChar(text.charCodeAt(end)))
        end++;
    if (end - from > LONGEST_VERSION)
        return undefined;
    while (end > from && "-._+!".includes(text[end - 1]))
        end--;
    let at = skipDigits(text, from, end);
    if (at === from)
        return undefined;
    if (text[at] === "!") {
        const epochEnd = at + 1;
        at = skipDigits(text, epochEnd, end);
        if (at === epochEnd)
            return undefined;
    }
    let dots = 0;
    while (text[at] === "." && at + 1 < end && version_text_isDigit(text.charCodeAt(at + 1))) {
        at = skipDigits(text, at + 1, end);
        dots++;
    }
    const kind = suffixKind(text, at, end);
    if (kind === undefined)
        return undefined;
    return { text: text.slice(from, end), end, dots, prerelease: kind === "prerelease" };
}
function withoutV(version) {
    return /^[vV=]?[vV]?\d/.test(version) ? version.replace(/^[vV=]{1,2}/, "") : version;
}
function suffixKind(text, from, end) {
    if (from === end)
        return "release";
    if (text[from] === "+")
        return "release";
    if (text[from] === "-")
        return isIdentifiers(text, from + 1, end) ? "prerelease" : undefined;
    return pep440Kind(text, from, end);
}
function pep440Kind(text, from, end) {
    let at = from;
    let kind = "release";
    while (at < end && text[at] !== "+") {
        if (text[at] === "." || text[at] === "_" || text[at] === "-")
            at++;
        const wordStart = at;
        while (at < end && version_text_isLetter(text.charCodeAt(at)))
            at++;
        const word = text.slice(wordStart, at).toLowerCase();
        if (PRE.has(word))
            kind = "prerelease";
        else if (!POST.has(word))
            return undefined;
        if (text[at] === "." || text[at] === "_" || text[at] === "-")
            at++;
        at = skipDigits(text, at, end);
    }
    return kind;
}
function isIdentifiers(text, from, end) {
    for (let i = from; i < end; i++) {
        if (text[i] === "+")
            return i > from;
        if (text[i] === "!" || text[i] === "_")
            return false;
    }
    return end > from;
}
function skipDigits(text, from, end) {
    let i = from;
    while (i < end && version_text_isDigit(text.charCodeAt(i)))
        i++;
    return i;
}
function version_text_isDigit(code) {
    return code >= 48 && code <= 57;
}
function version_text_isLetter(code) {
    return (code | 32) >= 97 && (code | 32) <= 122;
}
function isVersionChar(code) {
    return version_text_isDigit(code) || version_text_isLetter(code) || code === 43 || code === 45 || code === 46 || code === 95 || code === 33;
}

;// CONCATENATED MODULE: ./packages/changelog/heading-text.ts


const LONGEST_HEADING = 1000;
const MOST_WORDS = 6;
const INTRODUCTIONS = new Set("version ver v release releases released rel changes change changelog notes note what's whats new in for of the".split(" "));
const MENTIONS = new Set("from to since until till before after than with without requires require require via by and or not no".split(" "));
const OTHER = { kind: "other" };
const UNRELEASED = "unreleased";
function readHeading(text) {
    if (text.length > LONGEST_HEADING)
        return OTHER;
    let words = 0;
    for (let i = 0; i < text.length; i++) {
        i = skipComment(text, i);
        if (!isWordStart(text, i))
            continue;
        if (isWordChar(text.charCodeAt(i)) && words++ > MOST_WORDS)
            return OTHER;
        if (text.slice(i, i + UNRELEASED.length).toLowerCase() === UNRELEASED &&
            !isWordChar(text.charCodeAt(i + UNRELEASED.length))) {
            return unreleasedAt(text, i);
        }
        const digits = /[vV=]/.test(text[i]) ? i + 1 : i;
        if (!version_text_isDigit(text.charCodeAt(digits)))
            continue;
        const reading = versionAt(text, i, digits);
        if (reading !== undefined)
            return reading;
        while (i + 1 < text.length && isWordChar(text.charCodeAt(i + 1)))
            i++;
    }
    return OTHER;
}
function versionAt(text, start, digits) {
    const bracketAt = openBracketBefore(text, start);
    const bracketed = bracketAt !== -1;
    const found = readVersion(text, digits);
    const words = wordsBefore(text, start);
    if (found === undefined) {
        const meant = words.text === "" && (bracketed || digits > start || /^\d+\.\w/.test(text.slice(digits, digits + 20)));
        return meant ? { kind: "malformed", why: "does not hold a version that can be read" } : undefined;
    }
    if (found.dots === 0 && !(digits > start) && !(bracketed && words.text === ""))
        return undefined;
    if (!words.plausible)
        return OTHER;
    const reading = {
        kind: "version",
        text,
        tailFrom: found.end,
        version: found.text,
        span: { start: digits, end: found.end },
        dots: found.dots,
        prerelease: found.prerelease,
        component: words.component,
        words: words.span,
        bracketed,
    };
    if (words.component === "" && (bracketed || found.dots >= 2))
        return reading;
    const { note, separated } = tailOf(reading);
    return note === undefined || (words.component === "" && separated) ? reading : OTHER;
}
function unreleasedAt(text, start) {
    const words = wordsBefore(text, start);
    if (!words.plausible)
        return OTHER;
    const end = start + UNRELEASED.length;
    const bracketed = openBracketBefore(text, start) !== -1;
    const reading = {
        kind: "unreleased",
        text,
        tailFrom: end,
        span: { start, end },
        component: words.component,
        words: words.span,
        bracketed,
    };
    const { note, separated } = tailOf(reading);
    const called = note === undefined || bracketed || separated || /^changes?$/i.test(text.slice(note.start, note.end));
    return called ? reading : OTHER;
}
function wordsBefore(text, before) {
    let start = 0;
    while (start < before && !isNamePart(text.charCodeAt(start)))
        start = Math.max(start + 1, skipComment(text, start));
    let end = before;
    while (end > start && !isNamePart(text.charCodeAt(end - 1)))
        end--;
    const words = text.slice(Math.min(start, end), end);
    if (words === "")
        return { text: "", component: "", span: undefined, plausible: true };
    const all = words
        .toLowerCase()
        .split(/[\s_*`[\]()<>,;:"]+/)
        .filter((word) => word !== "" && /[\p{L}\p{N}]/u.test(word));
    const named = all.filter((word) => !INTRODUCTIONS.has(word));
    const plausible = all.length <= MOST_WORDS && !MENTIONS.has(all.at(-1) ?? "");
    const component = named.length === 0 ? "" : slug(words);
    return { text: words, component, span: component === "" ? undefined : { start, end }, plausible };
}
function slug(name) {
    return name
        .normalize("NFC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "-")
        .replace(/^-|-$/g, "");
}
function tailOf({ text, tailFrom }) {
    let [target, dated, note] = [undefined, undefined, undefined];
    let [yanked, unreleased, separated, parens] = [false, false, false, 0];
    let i = tailFrom;
    while (i < text.length) {
        const link = text[i] === "]" ? linkBehind(text, i) : undefined;
        if (link !== undefined) {
            target ??= link.target;
            i = link.end;
            continue;
        }
        const next = skipComment(text, i);
        if (next !== i) {
            i = next;
            continue;
        }
        if (!isWordChar(text.charCodeAt(i)) && text[i] !== "?") {
            if ("-–—:,/|~([{•·".includes(text[i]))
                separated = true;
            if (text[i] === "(")
                parens++;
            if (text[i] === ")")
                parens--;
            i++;
            continue;
        }
        const date = dated === undefined ? readDate(text, i) : undefined;
        const word = wordAt(text, i);
        if (date !== undefined) {
            dated = { ...date, start: i, inParens: parens > 0 };
            i = date.end;
        }
        else if (word === "yanked" || word === UNRELEASED || word === "released" || word === "on") {
            yanked ||= word === "yanked";
            unreleased ||= word === UNRELEASED;
            i += word.length;
        }
        else {
            note = { start: i, end: text.trimEnd().length };
            break;
        }
    }
    return { target, dated, yanked, unreleased, note, separated };
}
function linkBehind(text, at) {
    const opener = text[at + 1];
    if (opener !== "(" && opener !== "[")
        return undefined;
    const end = opener === "(" ? closingParen(text, at + 1) : text.indexOf("]", at + 2);
    if (end === -1)
        return undefined;
    return { target: opener === "(" ? { start: at + 2, end } : undefined, end: end + 1 };
}
function closingParen(text, open) {
    let depth = 0;
    for (let i = open; i < text.length; i++) {
        if (text[i] === "(")
            depth++;
        if (text[i] === ")" && --depth === 0)
            return i;
    }
    return -1;
}
function openBracketBefore(text, at) {
    const open = text.lastIndexOf("[", at - 1);
    return at > 0 && open !== -1 && text.lastIndexOf("]", at - 1) < open ? open : -1;
}
function skipComment(text, at) {
    let i = at;
    while (text[i] === "<") {
        const end = text.startsWith("<!--", i) ? text.indexOf("-->", i + 4) + 2 : text.indexOf(">", i + 1);
        if (end < i + 1)
            return i;
        i = end + 1;
    }
    return i;
}
function isWordStart(text, at) {
    const before = text.charCodeAt(at - 1);
    if (at >= text.length)
        return false;
    if (at === 0 || !isWordChar(before)) {
        if (before === 46)
            return false;
        return (before !== 45 ||
            /[vV]/.test(text[at]) ||
            !isWordChar(text.charCodeAt(at - 2)) ||
            version_text_isLetter(text.charCodeAt(at - 2)));
    }
    return before === 95;
}
function wordAt(text, at) {
    let end = at;
    while (end < text.length && version_text_isLetter(text.charCodeAt(end)))
        end++;
    return text.slice(at, end).toLowerCase();
}
function isWordChar(code) {
    return (version_text_isDigit(code) || version_text_isLetter(code) || code === 95 || (code > 127 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code))));
}
function isNamePart(code) {
    return isWordChar(code) && code !== 95;
}

;// CONCATENATED MODULE: ./packages/changelog/marks.ts


const LONGEST_PLAIN = 64;
const LOWER_V = 118;
const marks_OTHER = { text: "", reading: { kind: "other" } };
function readMark(bytes, mark) {
    return (mark.read ??= read(bytes, mark.heading));
}
function read(bytes, { textStart, textEnd, setext }) {
    if (!mayNameVersion(bytes, textStart, textEnd))
        return marks_OTHER;
    const source = decode(bytes, textStart, textEnd);
    const text = setext
        ? source
            .split(/[\r\n]+/)
            .map((line) => line.trim())
            .join(" ")
        : source;
    return { text, reading: readHeading(text) };
}
function asEntry(bytes, mark) {
    const { text, reading } = readMark(bytes, mark);
    if (reading.kind !== "version" && reading.kind !== "unreleased")
        return undefined;
    return { heading: mark.heading, index: mark.index, text, reading };
}
function isPlainVersion(bytes, textStart, textEnd) {
    const bracketed = bytes[textStart] === OPEN_BRACKET;
    const start = versionStart(bytes, textStart);
    let [dots, digits] = [0, 0];
    let i = start;
    for (; i < textEnd; i++) {
        if (isDigit(bytes[i]))
            digits++;
        else if (bytes[i] === DOT && digits > 0)
            [dots, digits] = [dots + 1, 0];
        else
            break;
    }
    if (dots !== 2 || digits === 0 || i - start > LONGEST_PLAIN || textEnd - textStart > LONGEST_HEADING)
        return false;
    return bracketed ? i < textEnd && bytes[i] === CLOSE_BRACKET : i === textEnd || bytes[i] === SPACE;
}
function namesVersion(bytes, { heading }, version) {
    const start = versionStart(bytes, heading.textStart);
    for (let i = 0; i < version.length; i++)
        if (bytes[start + i] !== version.charCodeAt(i))
            return false;
    const next = bytes[start + version.length];
    return start + version.length === heading.textEnd || (next !== DOT && !isDigit(next));
}
function versionStart(bytes, textStart) {
    const start = bytes[textStart] === OPEN_BRACKET ? textStart + 1 : textStart;
    return (bytes[start] | 32) === LOWER_V ? start + 1 : start;
}
function mayNameVersion(bytes, textStart, textEnd) {
    if (textEnd - textStart > 4 * LONGEST_HEADING)
        return false;
    for (let i = textStart; i < textEnd; i++) {
        const byte = bytes[i];
        if (isDigit(byte) || ((byte | 32) === 117 && (bytes[i + 1] | 32) === 110))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./packages/changelog/entries.ts





const MOST_WARNINGS = 20;
const DEEPER = 2;
function readChangelog(bytes) {
    const start = afterByteOrderMark(bytes);
    const { marks, brackets, open } = scanMarks(bytes, start);
    const level = entryLevel(bytes, marks);
    return { bytes, start, marks, level, open, warnings: complaints(bytes, marks, level), brackets };
}
function entriesLike({ bytes, marks, level }, version) {
    const like = [];
    for (const mark of marks)
        if ((!mark.plain || namesVersion(bytes, mark, version)) && isEntry(bytes, mark, level))
            like.push(mark);
    return toEntries(bytes, like);
}
function allEntries({ bytes, marks, level }) {
    return toEntries(bytes, marks.filter((mark) => isEntry(bytes, mark, level)));
}
function definitionsOf({ bytes, brackets }, labels) {
    return brackets.flatMap((text) => definitionsIn(bytes, text, labels));
}
function toEntries(bytes, marks) {
    return marks.map((mark) => asEntry(bytes, mark)).filter((entry) => entry !== undefined);
}
function scanMarks(bytes, start) {
    const marks = [];
    const brackets = [];
    let deepest = 6;
    let boundaries = 0;
    const wants = (level, depth, textStart, textEnd) => depth === 0 && level <= deepest && (level <= boundaries || mayNameVersion(bytes, textStart, textEnd));
    const sink = {
        wants,
        heading(heading) {
            const { level, depth, textStart, textEnd, setext } = heading;
            if (setext && !wants(level, depth, textStart, textEnd))
                return;
            const mark = {
                heading,
                index: marks.length,
                plain: isPlainVersion(bytes, textStart, textEnd),
                read: undefined,
            };
            marks.push(mark);
            if (boundaries > 0 || !isVersionLike(bytes, mark))
                return;
            boundaries = isTitle(bytes, mark) ? 6 : level;
            deepest = boundaries + DEEPER;
        },
        bracketed: (text) => brackets.push(text),
    };
    return { marks, brackets, open: scanBlocks(bytes, sink, start) };
}
function entryLevel(bytes, marks) {
    const first = marks.find((mark) => isVersionLike(bytes, mark));
    if (first === undefined)
        return 0;
    const { level } = first.heading;
    const lesser = isLesserRelease(bytes, first);
    if (!lesser && !isTitle(bytes, first))
        return level;
    const versions = marks.filter((mark) => isVersionLike(bytes, mark));
    const second = versions[1];
    const title = isTitle(bytes, first) && versions.every((mark, i) => i === 0 || mark.heading.level > level);
    if (title && second !== undefined)
        return second.heading.level;
    const sameLevel = versions.filter((mark) => mark.heading.level === level);
    if (level === 1 || !sameLevel.every((mark) => isLesserRelease(bytes, mark)))
        return level;
    const above = versions.some((mark) => mark.heading.level === level - 1 && isMarked(bytes, mark));
    return above || (level === 3 && sameLevel.every((mark) => isConventional(bytes, mark))) ? level - 1 : level;
}
function isEntry(bytes, mark, level) {
    const own = mark.heading.level;
    if (own === level)
        return isVersionLike(bytes, mark);
    return own > level && own <= level + DEEPER && isBareVersion(bytes, mark);
}
const DOTTED_DATE = /^(?:19|20)\d\d\.\d\d?\.\d\d?$/;
function isBareVersion(bytes, mark) {
    const { reading } = readMark(bytes, mark);
    return (reading.kind === "version" &&
        reading.words === undefined &&
        (reading.bracketed || (reading.dots >= 2 && !DOTTED_DATE.test(reading.version))) &&
        tailOf(reading).note === undefined);
}
function insertedBelow({ marks, bytes, level }, entry) {
    const own = entry.heading.level;
    if (own <= level || entry.reading.kind !== "version")
        return undefined;
    let parent;
    for (let i = entry.index - 1; i >= 0 && parent === undefined; i--)
        if (marks[i].heading.level < own && isEntry(bytes, marks[i], level))
            parent = asEntry(bytes, marks[i]);
    if (parent?.reading.kind !== "version" || !isHigher(entry.reading.version, parent.reading.version))
        return undefined;
    const next = marks.slice(entry.index + 1).find((mark) => isEntry(bytes, mark, level));
    if (next !== undefined && next.heading.level === own)
        return undefined;
    const first = marks[parent.index + 1];
    const between = first === undefined ? "x" : decode(bytes, parent.heading.end, first.heading.start);
    return between.trim() === "" ? parent : undefined;
}
function isHigher(version, other) {
    const numbers = (text) => (/^[\d.]+/.exec(text)?.[0] ?? "").split(".").map(Number);
    const [left, right] = [numbers(version), numbers(other)];
    const at = left.findIndex((number, index) => number !== (right[index] ?? 0));
    return at !== -1 && left[at] > (right[at] ?? 0);
}
function isVersionLike(bytes, mark) {
    return mark.plain || asEntry(bytes, mark) !== undefined;
}
function isMarked(bytes, mark) {
    const { reading } = readMark(bytes, mark);
    return (reading.kind === "version" &&
        reading.component === "" &&
        (reading.bracketed || tailOf(reading).dated?.inParens === true));
}
function isLesserRelease(bytes, mark) {
    const { reading } = readMark(bytes, mark);
    if (reading.kind !== "version" || !/^\d+\.\d+\.\d+/.test(reading.version) || /^\d+\.0\.0/.test(reading.version))
        return false;
    return isMarked(bytes, mark);
}
function isConventional(bytes, mark) {
    const { reading } = readMark(bytes, mark);
    return (reading.kind === "version" &&
        tailOf(reading).dated?.inParens === true &&
        !/^\d+\.\d+\.0(?!\d)/.test(reading.version));
}
function isTitle(bytes, mark) {
    const { reading } = readMark(bytes, mark);
    if (mark.heading.level !== 1 || reading.kind !== "version")
        return false;
    return reading.span.start > 1 && !reading.bracketed && tailOf(reading).dated === undefined;
}
function entryEnd({ marks, bytes, level }, entry, tail) {
    for (let i = entry.index + 1; i < marks.length; i++) {
        const mark = marks[i];
        const at = mark.heading.start;
        if (isEntry(bytes, mark, level) || mark.heading.level < level)
            return { at, section: undefined };
        if (mark.heading.level > level)
            continue;
        if (readMark(bytes, mark).reading.kind === "malformed")
            return { at, section: undefined };
        if (tail === "stop" && !isGroup(bytes, mark.heading))
            return { at, section: { heading: headingText(bytes, mark.heading), line: mark.heading.line } };
    }
    return { at: bytes.length, section: undefined };
}
const GROUPS = new Set(["added", "changed", "deprecated", "removed", "fixed", "security"]);
function isGroup(bytes, { textStart, textEnd }) {
    return textEnd - textStart <= "deprecated".length && GROUPS.has(decode(bytes, textStart, textEnd).toLowerCase());
}
function headingText(bytes, { textStart, textEnd }) {
    return decode(bytes, textStart, textEnd).replace(/\s+/g, " ");
}
function complaints(bytes, marks, level) {
    const warnings = [];
    let inEntries = false;
    for (const mark of marks) {
        const entry = (mark.plain && mark.heading.level === level) || isEntry(bytes, mark, level);
        inEntries ||= entry;
        if (entry || warnings.length === MOST_WARNINGS || !(inEntries || mark.heading.level === level))
            continue;
        const { line, level: own } = mark.heading;
        const { text, reading } = readMark(bytes, mark);
        if (reading.kind === "malformed" && own <= level)
            warnings.push({ line, message: `the heading "${text}" ${reading.why}; it is not an entry` });
        if (isVersionLike(bytes, mark) && own < level) {
            warnings.push({
                line,
                message: `the heading "${text}" is at level ${own}, the entries are at level ${level}; it ends an entry and is none`,
            });
        }
    }
    return warnings;
}

// EXTERNAL MODULE: ./packages/text/index.ts + 11 modules
var packages_text = __webpack_require__(9366);
;// CONCATENATED MODULE: ./packages/changelog/find.ts




const MOST_NEAREST = 5;
function findEntry(changelog, version, component) {
    const name = withoutV(version.trim());
    const wanted = `${(0,packages_text/* shorten */.ml)(name, LONGEST_VERSION)}${component === undefined ? "" : ` of ${(0,packages_text/* shorten */.ml)(component, LONGEST_VERSION)}`}`;
    const entries = entriesLike(changelog, name);
    const exact = exactly(entries, name, component);
    const found = exact.length > 0 || name.includes("+") ? exact : buildsOf(entries, name, component);
    const [first, second] = found;
    if (first === undefined)
        return missing(changelog, wanted, name, component);
    if (second === undefined)
        return first;
    const places = found.map(placeOf);
    const choices = [
        ...new Set(found.map(({ reading, text }) => component === undefined && reading.component !== "" ? reading.component : (versionOf(reading) ?? text))),
    ];
    return choices.length > 1 ? { kind: "ambiguous", wanted, choices, places } : { kind: "duplicate", wanted, places };
}
function placeOf({ text, heading }) {
    return { heading: text, line: heading.line };
}
function exactly(entries, name, component) {
    const same = ofComponent(entries.filter(({ reading }) => (isUnreleased(name) ? reading.kind === "unreleased" : versionOf(reading) === name)), component);
    if (component === undefined || same.some(({ reading }) => reading.component !== ""))
        return same;
    const suffixed = entries.filter(({ reading }) => versionOf(reading) === `${name}-${component}`);
    return suffixed.length > 0 ? suffixed : same;
}
function buildsOf(entries, name, component) {
    return ofComponent(entries.filter(({ reading }) => versionOf(reading)?.startsWith(`${name}+`) === true), component);
}
function ofComponent(entries, component) {
    const wanted = component === undefined ? "" : slug(component);
    const own = entries.filter(({ reading }) => reading.component === wanted);
    if (own.length > 0)
        return own;
    return component === undefined ? entries : entries.filter(({ reading }) => reading.component === "");
}
function versionOf(reading) {
    return reading.kind === "version" ? reading.version : undefined;
}
function isUnreleased(name) {
    return name.toLowerCase() === "unreleased";
}
function missing(changelog, wanted, name, component) {
    const entries = allEntries(changelog);
    const nearest = entries
        .map((entry) => ({ entry, likeness: likeness(entry, name, component) }))
        .sort((a, b) => b.likeness - a.likeness || a.entry.index - b.entry.index)
        .slice(0, MOST_NEAREST)
        .map(({ entry }) => placeOf(entry));
    const hint = hintFor(changelog, entries, name, component);
    return { kind: "missing", wanted, nearest, ...(hint === undefined ? {} : { hint }) };
}
function likeness({ reading }, name, component) {
    const version = versionOf(reading) ?? "unreleased";
    const most = Math.min(version.length, name.length);
    let prefix = 0;
    while (prefix < most && version[prefix] === name[prefix])
        prefix++;
    let suffix = 0;
    while (suffix < most - prefix && version[version.length - 1 - suffix] === name[name.length - 1 - suffix])
        suffix++;
    const sameComponent = component !== undefined && reading.component === slug(component);
    return prefix + suffix - Math.abs(version.length - name.length) / 4 + (sameComponent ? 1 : 0);
}
function hintFor({ bytes, start, open }, entries, name, component) {
    if (open !== undefined) {
        const what = open.kind === "fence" ? "the code fence" : "the HTML or comment";
        return `${what} that opens on line ${open.line} is never closed, so everything below it is its content`;
    }
    if (entries.length === 0)
        return "no heading of the file names a version";
    const others = entries.filter(({ reading }) => versionOf(reading) === name || (isUnreleased(name) && reading.kind === "unreleased"));
    if (others.length > 0 && component !== undefined) {
        return `${name} has an entry for ${[...new Set(others.map(({ reading }) => reading.component))].slice(0, MOST_NEAREST).join(", ")}, none for ${slug(component)}`;
    }
    const line = lineMentioning(bytes, start, name);
    return line === undefined ? undefined : `line ${line} mentions it, but not as the heading of an entry`;
}
const MOST_MENTIONS = 100;
function lineMentioning(bytes, start, name) {
    let at = start - 1;
    for (let tries = 0; name !== "" && tries < MOST_MENTIONS; tries++) {
        at = bytes.indexOf(name, at + 1);
        if (at === -1)
            return undefined;
        const around = bytes.toString("latin1", Math.max(start, at - 1), at + Buffer.byteLength(name) + 1);
        const before = at === start ? "" : around.charAt(0);
        const behind = around.slice(before.length + Buffer.byteLength(name));
        if (!/[0-9A-Za-uw-z.]/.test(before) && !/[0-9A-Za-z+-]/.test(behind))
            return lineAt(bytes, start, at);
    }
    return undefined;
}
function lineAt(bytes, start, at) {
    let line = 1;
    for (let i = start; i < at; i++)
        if (bytes[i] === 10 || (bytes[i] === 13 && bytes[i + 1] !== 10))
            line++;
    return line;
}

;// CONCATENATED MODULE: ./packages/changelog/inline.ts



function readInline(bytes) {
    const labels = new Set();
    let openDetails = 0;
    const take = (text, isHtml) => {
        const visible = withoutCodeSpans(text, isHtml);
        if (!isHtml)
            collectLabels(visible, labels);
        openDetails = countDetails(visible, openDetails);
    };
    let pieces = [];
    let html = false;
    const flush = () => {
        if (pieces.length > 0)
            take(pieces.join("\n"), html);
        pieces = [];
    };
    scanBlocks(bytes, {
        line(kind, first, state) {
            if (first || kind === LINE.blank)
                flush();
            if (kind !== LINE.paragraph && kind !== LINE.atx && kind !== LINE.html)
                return;
            html = kind === LINE.html;
            pieces.push(Buffer.from(bytes.buffer, bytes.byteOffset + state.text, state.stop - state.text).toString("utf8"));
        },
    });
    flush();
    return { labels, openDetails };
}
function withoutCodeSpans(text, isHtml) {
    if (isHtml)
        return withoutComments(text);
    if (!text.includes("`"))
        return text;
    const runs = [];
    for (let i = text.indexOf("`"); i !== -1;) {
        let end = i;
        while (text[end] === "`")
            end++;
        runs.push({ at: i, length: end - i });
        i = text.indexOf("`", end);
    }
    const next = new Map();
    const closers = [];
    for (let i = runs.length - 1; i >= 0; i--) {
        closers[i] = next.get(runs[i].length);
        next.set(runs[i].length, i);
    }
    const parts = [];
    let from = 0;
    for (let i = 0; i < runs.length; i++) {
        const closer = closers[i];
        if (closer === undefined || isEscaped(text, runs[i].at))
            continue;
        parts.push(text.slice(from, runs[i].at), " ");
        from = runs[closer].at + runs[closer].length;
        i = closer;
    }
    return parts.join("") + text.slice(from);
}
function isEscaped(text, at) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\" && slashes < 64)
        slashes++;
    return slashes % 2 === 1;
}
function withoutComments(text) {
    const parts = [];
    let from = 0;
    for (;;) {
        const open = text.indexOf("<!--", from);
        if (open === -1)
            return parts.join("") + text.slice(from);
        parts.push(text.slice(from, open));
        const close = text.indexOf("-->", open + 2);
        if (close === -1)
            return parts.join("");
        from = close + 3;
    }
}
function collectLabels(text, labels) {
    const lastParen = text.lastIndexOf(")");
    for (let i = text.indexOf("["); i !== -1; i = text.indexOf("[", i + 1)) {
        if (isEscaped(text, i))
            continue;
        const end = labelEndAt(text, i);
        if (end === -1)
            continue;
        const next = text[end + 1];
        const followedByLabel = next === "[" && text[end + 2] !== "]" && labelEndAt(text, end + 1) !== -1;
        const inlineLink = next === "(" && lastParen > end;
        if (!followedByLabel && !inlineLink)
            labels.add(normalizeLabel(text.slice(i + 1, end)));
        i = end;
    }
}
function countDetails(text, open) {
    let count = open;
    for (let i = text.indexOf("<"); i !== -1; i = text.indexOf("<", i + 1)) {
        const tag = /^<(\/?)details(?=[\s/>]|$)/i.exec(text.slice(i, i + 11));
        if (tag !== null)
            count = tag[1] === "" ? count + 1 : Math.max(0, count - 1);
    }
    return count;
}

;// CONCATENATED MODULE: ./packages/changelog/line-ending.ts

function lineEndingOf(bytes, from) {
    for (let i = from; i < bytes.length; i++) {
        if (bytes[i] === LF)
            return "\n";
        if (bytes[i] === CR)
            return bytes[i + 1] === LF ? "\r\n" : "\r";
    }
    return "\n";
}

;// CONCATENATED MODULE: ./packages/changelog/extract.ts










function extractEntry(source, options) {
    const changelog = readChangelog(toBuffer(source));
    const found = findEntry(changelog, options.version, options.component);
    if (!("heading" in found))
        return { kind: "failed", failure: found };
    const parent = insertedBelow(changelog, found);
    if (parent !== undefined) {
        const [place, older] = [placeOf(found), placeOf(parent)];
        return { kind: "failed", failure: { kind: "mixed", wanted: options.version, place, parent: older } };
    }
    const content = contentOf(changelog, found, options.tail ?? "stop");
    if (!content.substance && options.allowEmpty !== true) {
        const { section } = content;
        return { kind: "failed", failure: { kind: "empty", wanted: options.version, place: placeOf(found), section } };
    }
    const { body, warnings } = completeBody(changelog, found, content);
    const { date, warnings: dateWarnings } = dateOf(changelog, found, content);
    return {
        kind: "entry",
        entry: {
            body,
            heading: found.text,
            date,
            status: statusOf(found, withoutV(options.version.trim())),
            line: found.heading.line,
            warnings: [
                ...unreleasedWarning(found),
                ...dateWarnings,
                ...noteWarning(found),
                ...warnings,
                ...headingsWarning(found, content),
                ...sectionWarning(content),
                ...openWarning(changelog),
                ...changelog.warnings,
            ],
        },
    };
}
function contentOf(changelog, entry, tail) {
    const { bytes } = changelog;
    const from = entry.heading.end;
    const { at, section } = entryEnd(changelog, entry, tail);
    let [start, end, substance, headings] = [-1, from, false, false];
    let before = { end, substance };
    let paragraphLine = 0;
    const line = (kind, first, state) => {
        if (kind === LINE.paragraph && first && state.depth === 0)
            before = { end, substance };
        if (kind === LINE.paragraph)
            paragraphLine = state.line;
        if (kind === LINE.blank)
            return;
        if (start === -1)
            start = state.start;
        if (kind === LINE.thematicBreak && state.depth === 0)
            return;
        const isMarkup = kind === LINE.html || kind === LINE.paragraph;
        if (isMarkup && state.depth === 0 && isAnchor(state))
            return;
        end = state.stop;
        const isHeading = (kind === LINE.atx || kind === LINE.underline) && state.depth === 0;
        if (kind === LINE.underline && isHeading)
            substance = before.substance;
        if (isHeading)
            headings ||= kind === LINE.underline || !isGroupHeading(state);
        else
            substance ||= !isMarkup || saysSomething(kind, state);
    };
    const open = scanBlocks(bytes, {
        line,
        definition(definition) {
            if (definition.lastLine === paragraphLine)
                ({ end, substance } = before);
        },
    }, from, at);
    return end === from
        ? { start: from, end: from, substance: false, headingsOnly: false, open: false, section }
        : {
            start,
            end,
            substance: substance || headings,
            headingsOnly: headings && !substance,
            open: open !== undefined,
            section,
        };
}
const extract_GROUPS = /^(?:added|changed|deprecated|removed|fixed|security|(?:new )?features(?: added)?|enhancements|improvements|bug ?fixes|bugs fixed|fixes|breaking(?: changes)?|performance(?: improvements)?|documentation|docs|dependenc(?:ies|y updates)|misc(?:ellaneous)?|chores?|maintenance|refactoring|tests|reverts|other(?: changes)?|internal(?: changes)?|known issues|highlights|what['’]s changed|new contributors)$/i;
function isGroupHeading({ bytes, text, stop }) {
    return stop - text <= LONGEST_MARKUP && extract_GROUPS.test(decode(bytes, text, stop).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
}
const ANCHOR = /^<a\s+(?:name|id)\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)\s*(?:>\s*<\/a>|\/>)\s*$/i;
const LONGEST_MARKUP = 1_000;
function isAnchor({ bytes, text, stop }) {
    return bytes[text] === LESS_THAN && stop - text <= LONGEST_MARKUP && ANCHOR.test(decode(bytes, text, stop));
}
function saysSomething(kind, { htmlKind, bytes, text, stop }) {
    if (kind === LINE.html && htmlKind === 2) {
        const line = decode(bytes, text, stop);
        const close = line.lastIndexOf("-->");
        return close !== -1 && line.slice(close + 3).trim() !== "";
    }
    if (bytes[text] !== LESS_THAN || stop - text > LONGEST_MARKUP)
        return true;
    return decode(bytes, text, stop).replace(SILENT_TAG, "").trim() !== "";
}
const LESS_THAN = 0x3c;
const SILENT_TAG = /<\/?(?:a|br|hr|p|div|span|b|i|em|strong|details|summary|center|sub|sup|small)(?:\s[^<>]*)?\/?>/gi;
function completeBody(changelog, entry, content) {
    const { bytes } = changelog;
    const slice = bytes.subarray(content.start, content.end);
    const body = slice.toString("utf8");
    const { labels, openDetails } = readInline(slice);
    const warnings = [];
    const line = entry.heading.line;
    if (!Buffer.from(body, "utf8").equals(slice))
        warnings.push({ line, message: "the entry is not valid UTF-8; bytes that are none were replaced" });
    if (openDetails > 0)
        warnings.push({
            line,
            message: `the entry leaves ${openDetails} <details> open; it was closed at the entry's end`,
        });
    if (content.open)
        return { body, warnings };
    const ending = lineEndingOf(bytes, content.start);
    const appended = [
        Array.from({ length: openDetails }, () => "</details>"),
        definitionsFor(changelog, content, labels),
    ];
    return {
        body: [body, ...appended.filter((lines) => lines.length > 0).map((lines) => lines.join(ending))].join(ending + ending),
        warnings,
    };
}
function definitionsFor(changelog, { start, end }, labels) {
    const used = labels.size === 0 ? [] : definitionsOf(changelog, labels);
    const taken = new Set(used.filter((definition) => definition.start >= start && definition.end <= end).map(({ label }) => label));
    return used.flatMap(({ label, text }) => (taken.has(label) ? [] : [(taken.add(label), text)]));
}
function statusOf({ reading }, wanted) {
    const { yanked, unreleased } = tailOf(reading);
    if (yanked)
        return "yanked";
    if (reading.kind === "unreleased" || unreleased)
        return "unreleased";
    const prerelease = wanted === reading.version || reading.version.startsWith(`${wanted}+`)
        ? reading.prerelease
        : readVersion(wanted, 0)?.prerelease === true;
    return prerelease ? "prerelease" : "released";
}
function dateOf({ bytes }, entry, content) {
    const { dated } = tailOf(entry.reading);
    if (dated === undefined)
        return { date: quotedDate(bytes, content), warnings: [] };
    if (dated.date !== undefined)
        return { date: dated.date, warnings: [] };
    const written = entry.text.slice(dated.start, dated.end);
    return {
        date: "",
        warnings: [{ line: entry.heading.line, message: `the date "${written}" ${dated.problem ?? "cannot be read"}` }],
    };
}
function quotedDate(bytes, { start, end }) {
    const line = /^ {0,3}> ?([^\r\n]*)/.exec(bytes.toString("utf8", start, Math.min(end, start + 80)))?.[1]?.trim() ?? "";
    const reading = readDate(line, 0);
    return reading?.end === line.length ? (reading.date ?? "") : "";
}
function noteWarning({ reading, text, heading }) {
    const { note } = tailOf(reading);
    if (note === undefined || reading.kind === "unreleased")
        return [];
    return [
        {
            line: heading.line,
            message: `"${text.slice(note.start, note.end)}" in the heading is neither a date nor a status`,
        },
    ];
}
function unreleasedWarning({ reading, text, heading }) {
    if (reading.kind === "unreleased" || !tailOf(reading).unreleased)
        return [];
    return [{ line: heading.line, message: `the heading "${text}" still marks the version as unreleased` }];
}
function headingsWarning({ heading }, { headingsOnly }) {
    return headingsOnly ? [{ line: heading.line, message: "the entry has headings without text below them" }] : [];
}
function sectionWarning({ section }) {
    if (section === undefined)
        return [];
    const { heading, line } = section;
    return [
        { line, message: `the entry ends at "${heading}", which names no version; with tail: include, it continues` },
    ];
}
function openWarning({ open }) {
    if (open === undefined)
        return [];
    return [
        {
            line: open.line,
            message: `the ${open.kind === "fence" ? "code fence" : "HTML or comment"} that opens here is never closed and hides what follows`,
        },
    ];
}

;// CONCATENATED MODULE: ./packages/changelog/reflow.ts



const reflow_BACKSLASH = 92;
const reflow_BACKTICK = 96;
function reflow(body) {
    const bytes = Buffer.from(body, "utf8");
    const { paragraphs, untouched } = readParagraphs(bytes);
    const parts = [];
    let from = 0;
    for (const paragraph of paragraphs) {
        if (paragraph.length < 2 || paragraph.some(({ text, stop }) => isDelimiterRow(bytes, text, stop)))
            continue;
        let joined = false;
        const mayHoldCode = paragraph.some(({ text, stop }) => bytes.subarray(text, stop).includes(reflow_BACKTICK));
        for (let i = 1; i < paragraph.length; i++) {
            const [previous, line] = [paragraph[i - 1], paragraph[i]];
            const fixed = untouched.has(previous.line) ||
                untouched.has(line.line) ||
                (i === 1 && isAlert(bytes, previous)) ||
                (mayHoldCode && bytes[previous.stop - 1] === SPACE);
            joined = !fixed && !breaksHard(bytes, previous) && (joined || !couldTurn(bytes, previous));
            if (!joined)
                continue;
            let end = previous.stop;
            while (end > previous.text && bytes[end - 1] === SPACE)
                end--;
            parts.push(bytes.toString("utf8", from, end), " ");
            from = line.text;
        }
    }
    parts.push(bytes.toString("utf8", from));
    return parts.join("");
}
function readParagraphs(bytes) {
    const paragraphs = [];
    const untouched = new Set();
    const except = ({ line, lastLine }) => {
        for (let i = line; i <= lastLine; i++)
            untouched.add(i);
    };
    scanBlocks(bytes, {
        heading: except,
        definition: except,
        line(kind, first, { text, stop, line }) {
            if (kind !== LINE.paragraph)
                return;
            if (first)
                paragraphs.push([]);
            paragraphs.at(-1)?.push({ text, stop, line });
        },
    });
    return { paragraphs, untouched };
}
function breaksHard(bytes, { text, stop }) {
    if (stop - text >= 2 && bytes[stop - 1] === SPACE && bytes[stop - 2] === SPACE)
        return true;
    let slashes = 0;
    while (stop - slashes > text && bytes[stop - 1 - slashes] === reflow_BACKSLASH)
        slashes++;
    return slashes % 2 === 1;
}
function couldTurn(bytes, { text, stop }) {
    const line = bytes.toString("utf8", text, stop);
    return (line.startsWith("<") ||
        (line.startsWith("[") && line.includes("]:")) ||
        /^(?:[*+_ \t-]+|\d{1,9}[.)][ \t]*)$/.test(line));
}
function isAlert(bytes, { text, stop }) {
    return stop - text <= 40 && /^\[![A-Za-z]+\][ \t]*$/.test(bytes.toString("utf8", text, stop));
}
function isDelimiterRow(bytes, text, stop) {
    let [dashes, marks] = [0, 0];
    for (let i = text; i < stop; i++) {
        const char = String.fromCharCode(bytes[i]);
        if (char === "-")
            dashes++;
        else if (char === "|" || char === ":")
            marks++;
        else if (char !== " " && char !== "\t" && bytes[i] !== LF && bytes[i] !== CR)
            return false;
    }
    return dashes > 0 && marks > 0;
}

;// CONCATENATED MODULE: ./packages/changelog/links.ts

function definitionParts(text) {
    const parsed = parseDefinition(text, 0);
    if (parsed === undefined)
        return undefined;
    const { destinationStart, destinationEnd } = parsed;
    return {
        before: text.slice(0, destinationStart),
        destination: text.slice(destinationStart, destinationEnd),
        behind: text.slice(destinationEnd),
    };
}
function nextTarget(target, version, { version: next, repositoryUrl, tagOf }) {
    const comparison = readComparison(target);
    if (comparison !== undefined)
        return `${comparison.base}${comparison.to}${comparison.dots}${tagOf(next)}`;
    const tag = tagOf(version);
    const at = target.lastIndexOf(tag);
    if (at !== -1 && !/[0-9A-Za-z]/.test(target.charAt(at - 1)) && at + tag.length === target.length)
        return target.slice(0, at) + tagOf(next);
    return repositoryUrl === undefined ? undefined : releaseUrl(repositoryUrl, tagOf(next));
}
function movedLinks(unreleased, previous, options) {
    const tag = options.tagOf(options.version);
    const comparison = readComparison(unreleased);
    if (comparison !== undefined) {
        const { base, from, dots, to } = comparison;
        return { unreleased: `${base}${tag}${dots}${to}`, version: `${base}${from}${dots}${tag}` };
    }
    const { repositoryUrl } = options;
    if (repositoryUrl === undefined)
        return undefined;
    const version = previous === undefined ? releaseUrl(repositoryUrl, tag) : compareUrl(repositoryUrl, options.tagOf(previous), tag);
    return { unreleased: compareUrl(repositoryUrl, tag, "HEAD"), version };
}
function readComparison(url) {
    const at = url.lastIndexOf("/compare/");
    if (at === -1)
        return undefined;
    const base = url.slice(0, at + "/compare/".length);
    const range = url.slice(base.length);
    const dots = range.includes("...") ? "..." : "..";
    const [from, to, more] = range.split(dots);
    return from === undefined || from === "" || to === undefined || to === "" || more !== undefined
        ? undefined
        : { base, from, dots, to };
}
function compareUrl(repositoryUrl, from, to) {
    return `${withoutSlash(repositoryUrl)}${middle(repositoryUrl)}/compare/${from}...${to}`;
}
function releaseUrl(repositoryUrl, tag) {
    const gitlab = middle(repositoryUrl);
    return `${withoutSlash(repositoryUrl)}${gitlab === "" ? "/releases/tag/" : `${gitlab}/releases/`}${tag}`;
}
function middle(repositoryUrl) {
    return /^https?:\/\/[^/]*gitlab/i.test(repositoryUrl) ? "/-" : "";
}
function withoutSlash(url) {
    return url.endsWith("/") ? url.slice(0, -1) : url;
}

;// CONCATENATED MODULE: ./packages/changelog/new-heading.ts



function newHeading(unreleased, model, options) {
    if (model?.reading.kind === "version")
        return alike(model.text, model.reading, options);
    const { text, reading } = unreleased;
    const close = reading.bracketed ? text.indexOf("]", reading.span.end) : -1;
    const behind = close === -1 ? "" : text.slice(reading.span.end, close + 1);
    return `${text.slice(0, reading.span.start)}${options.version}${behind} - ${options.date}`;
}
function modelFor(entries, component) {
    const versions = entries.filter(({ reading }) => reading.kind === "version");
    const wanted = component === undefined ? "" : slug(component);
    return versions.find(({ reading }) => reading.component === wanted) ?? versions[0];
}
function headingLabel(text, version) {
    const open = text.indexOf("[");
    const close = text.indexOf("]", open);
    return open !== -1 && close !== -1 && text.slice(open, close).includes(version)
        ? text.slice(open + 1, close)
        : version;
}
function alike(text, reading, options) {
    return beforeVersion(text, reading, options) + options.version + behindVersion(text, reading, options);
}
function beforeVersion(text, { words, span, component, version }, options) {
    const same = (part) => part.replaceAll(version, options.version);
    const wanted = options.component === undefined ? "" : slug(options.component);
    if (words === undefined || component === wanted)
        return same(text.slice(0, span.start));
    const behindWords = text.slice(words.end, span.start);
    if (wanted !== "")
        return same(text.slice(0, words.start)) + options.component + behindWords;
    return same(text.slice(0, words.start)) + behindWords.replace(/^[\s@/:-]+/, "");
}
function behindVersion(text, reading, options) {
    const { dated, target, note, yanked, unreleased } = tailOf(reading);
    const linkEnd = target === undefined ? -1 : target.end + 1;
    const closeBracket = reading.bracketed ? text.indexOf("]", reading.span.end) + 1 : 0;
    const bareEnd = Math.max(linkEnd, closeBracket, reading.span.end);
    const plain = note !== undefined || yanked || unreleased ? text.slice(reading.span.end, bareEnd) : text.slice(reading.span.end);
    const rest = dated === undefined ? plain : withDate(text, reading.span.end, dated, options.date);
    if (target === undefined)
        return rest;
    const written = text.slice(target.start, target.end);
    const next = nextTarget(written, reading.version, options);
    return next === undefined ? rest.replace(`(${written})`, "") : rest.replace(`(${written})`, () => `(${next})`);
}
function withDate(text, from, dated, date) {
    const written = text.slice(dated.start, dated.end);
    const closing = /^[)\]*_`]*/.exec(text.slice(dated.end))?.[0] ?? "";
    return text.slice(from, dated.start) + writeDate(date, dated.form, written) + closing;
}

;// CONCATENATED MODULE: ./packages/changelog/release.ts










function releaseUnreleased(source, options) {
    const bytes = toBuffer(source);
    const changelog = readChangelog(bytes);
    const version = withoutV(options.version.trim());
    const unreleased = findEntry(changelog, "unreleased", options.component);
    const present = findEntry(changelog, version, options.component);
    if (release_isEntry(present)) {
        return tailOf(present.reading).unreleased
            ? releaseInPlace(changelog, present, unreleased, { ...options, version })
            : alreadyThere(changelog, present, unreleased, version);
    }
    if (present.kind !== "missing")
        return { kind: "failed", failure: present };
    if (!release_isEntry(unreleased))
        return { kind: "failed", failure: unreleased };
    if (!contentOf(changelog, unreleased, "stop").substance) {
        return { kind: "failed", failure: { kind: "empty", wanted: "Unreleased", place: placeOf(unreleased) } };
    }
    const links = { version, repositoryUrl: options.repositoryUrl, tagOf: options.tagOf };
    const model = modelFor(allEntries(changelog), options.component);
    const heading = newHeading(unreleased, model, { ...links, component: options.component, date: options.date });
    const { edits, warnings } = linkEdits(changelog, unreleased, model, heading, links);
    const content = applyEdits(bytes, [headingEdit(changelog, unreleased, heading), ...edits]);
    return { kind: "released", content, heading, ...readBack(content, heading, { ...options, version }), warnings };
}
function releaseInPlace(changelog, present, unreleased, options) {
    const { version, component } = options;
    const there = alreadyThere(changelog, present, unreleased, version);
    if (there.kind !== "unchanged")
        return there;
    if (!contentOf(changelog, present, "stop").substance)
        return { kind: "failed", failure: { kind: "empty", wanted: version, place: placeOf(present) } };
    const others = allEntries(changelog).filter(({ index }) => index !== present.index);
    const { date, repositoryUrl, tagOf } = options;
    const heading = newHeading(present, modelFor(others, component), { version, component, date, repositoryUrl, tagOf });
    const { textStart, textEnd } = present.heading;
    const content = applyEdits(changelog.bytes, [{ at: textStart, remove: textEnd - textStart, insert: heading }]);
    return { kind: "released", content, heading, ...readBack(content, heading, options), warnings: [] };
}
function readBack(content, heading, { version, component }) {
    const written = extractEntry(content, { version, component });
    if (written.kind === "failed")
        throw new Error(`the heading "${heading}" cannot be read back: ${written.failure.kind}`);
    const { body, line } = written.entry;
    return { body, line };
}
function alreadyThere(changelog, present, unreleased, version) {
    const more = release_isEntry(unreleased) && contentOf(changelog, unreleased, "stop").substance;
    if (!more)
        return { kind: "unchanged", content: changelog.bytes, place: placeOf(present) };
    return {
        kind: "failed",
        failure: { kind: "already-released", wanted: version, place: placeOf(present), unreleased: placeOf(unreleased) },
    };
}
function release_isEntry(found) {
    return "reading" in found;
}
function headingEdit({ bytes }, { heading }, text) {
    const { start, end, textStart, textEnd, setext } = heading;
    const ending = lineEndingOf(bytes, start);
    const before = decode(bytes, start, textStart);
    const behind = decode(bytes, textEnd, end).replace(/[\r\n]+$/, "");
    const underline = heading.level === 1 ? "=" : "-";
    const lines = setext ? `${before}${text}${ending}${underline.repeat([...text].length)}` : `${before}${text}${behind}`;
    return { at: end, remove: 0, insert: `${ending}${lines}${ending}` };
}
function linkEdits(changelog, unreleased, model, heading, links) {
    const definitions = definitionsOf(changelog);
    const label = headingLabel(heading, links.version);
    const own = definitionOf(definitions, headingLabel(unreleased.text, "Unreleased")) ?? definitionOf(definitions, "Unreleased");
    const modelVersion = model?.reading.kind === "version" ? model.reading.version : undefined;
    const written = definitionOf(definitions, label) !== undefined;
    if (own !== undefined) {
        const parts = definitionParts(own.text);
        const moved = parts === undefined ? undefined : movedLinks(parts.destination, modelVersion, links);
        if (parts === undefined || moved === undefined)
            return { edits: [], warnings: [notMoved(own)] };
        const line = written ? "" : lineBehind(changelog, own, `[${label}]: ${moved.version}`);
        return {
            edits: [
                { at: own.start, remove: own.end - own.start, insert: parts.before + moved.unreleased + parts.behind + line },
            ],
            warnings: [],
        };
    }
    const before = model === undefined || modelVersion === undefined
        ? undefined
        : definitionOf(definitions, headingLabel(model.text, modelVersion));
    if (before === undefined || modelVersion === undefined || written)
        return { edits: [], warnings: [] };
    const target = nextTarget(definitionParts(before.text)?.destination ?? "", modelVersion, links);
    if (target === undefined)
        return { edits: [], warnings: [notMoved(before)] };
    const ending = lineEndingOf(changelog.bytes, before.end);
    return { edits: [{ at: before.start, remove: 0, insert: `[${label}]: ${target}${ending}` }], warnings: [] };
}
function definitionOf(definitions, label) {
    const wanted = normalizeLabel(label);
    return definitions.find((definition) => definition.label === wanted && definition.line === definition.lastLine);
}
function notMoved({ line, text }) {
    return {
        line,
        message: `the link "${text}" compares no two tags, so the new version's link could not be derived from it; give the repository's address`,
    };
}
function lineBehind({ bytes }, { start }, text) {
    return lineEndingOf(bytes, start) + text;
}
function applyEdits(bytes, edits) {
    const parts = [];
    let from = 0;
    for (const { at, remove, insert } of [...edits].sort((a, b) => a.at - b.at)) {
        parts.push(bytes.subarray(from, at), Buffer.from(insert, "utf8"));
        from = at + remove;
    }
    return Buffer.concat([...parts, bytes.subarray(from)]);
}

// EXTERNAL MODULE: ./packages/action/index.ts + 11 modules
var action = __webpack_require__(8703);
;// CONCATENATED MODULE: ./packages/changelog/stop.ts

function changelogStop(failure, file) {
    switch (failure.kind) {
        case "missing":
            return (0,action/* refused */.J5)(stop_missing(failure, file), {
                remedy: failure.wanted.toLowerCase().startsWith("unreleased")
                    ? "Add the heading ## [Unreleased] with what has changed, or request a version that the file has."
                    : `Add a heading such as ## [${failure.wanted.split(" ")[0]}] - YYYY-MM-DD with what has changed, or request a version that the file has.`,
            });
        case "empty":
            return (0,action/* refused */.J5)(`the entry for ${failure.wanted} in ${file} is empty`, {
                remedy: failure.section === undefined
                    ? "Write what has changed below its heading, or set allow-empty."
                    : "Set tail to include if the text below that heading belongs to the entry, or move the heading one level down.",
                problems: [
                    ...places([failure.place], file, "the entry says nothing"),
                    ...places(failure.section === undefined ? [] : [failure.section], file, "it ends at a heading without a version"),
                ],
            });
        case "mixed":
            return (0,action/* refused */.J5)(`the entry for ${failure.wanted} in ${file} may hold the notes of ${(0,action/* quote */.hD)(failure.parent.heading)}, below whose heading it was inserted`, {
                remedy: `Move the heading on line ${failure.parent.line} to the notes that it belongs to, at the level of the other entries.`,
                problems: places([failure.place, failure.parent], file, "which notes belong to this heading is not clear"),
            });
        case "duplicate":
            return (0,action/* refused */.J5)(`${file} has ${failure.places.length} entries for ${failure.wanted}: lines ${lines(failure.places)}`, {
                remedy: "Keep one of them.",
                problems: places(failure.places, file, "an entry for the same version"),
            });
        case "ambiguous":
            return (0,action/* refused */.J5)(`${file} has entries for ${failure.wanted} of ${failure.choices.slice(0, MOST).join(" and ")}: lines ${lines(failure.places)}`, {
                remedy: "Say whose entry is meant: by component, or by the version with its build metadata.",
                problems: places(failure.places, file, "one of the entries"),
            });
        case "already-released":
            return (0,action/* refused */.J5)(`${file} has an entry for ${failure.wanted} on line ${failure.place.line}, and Unreleased on line ${failure.unreleased.line} is not empty`, {
                remedy: "Release another version, or move what is under Unreleased to the entry manually.",
                problems: places([failure.place, failure.unreleased], file, "holds changes of the same version"),
            });
    }
}
const MOST = 20;
function stop_missing({ wanted, hint, nearest }, file) {
    const why = hint === undefined ? "" : `: ${hint}`;
    const near = nearest.map(({ heading, line }) => `${(0,action/* quote */.hD)(heading)} (line ${line})`).join(", ");
    return `${file} has no entry for ${wanted}${why}${near === "" ? "" : `; the nearest headings are ${near}`}`;
}
function lines(all) {
    const shown = all
        .slice(0, MOST)
        .map(({ line }) => line)
        .join(", ");
    return all.length > MOST ? `${shown} and ${all.length - MOST} more` : shown;
}
function places(all, file, what) {
    return all.slice(0, MOST).map(({ heading, line }) => ({ what: `${what}: ${(0,action/* quote */.hD)(heading)}`, file, line }));
}

;// CONCATENATED MODULE: ./packages/changelog/truncate.ts




const SMALLEST_LIMIT = 256;
const REMARK = "_These notes were too long for this place and end here._";
const WINDOW = 512;
const MOST_BYTES = 3;
function truncateBody(body, limit, options = {}) {
    const { remark = REMARK, unit = "bytes" } = options;
    if (!(limit >= SMALLEST_LIMIT))
        throw new RangeError(`the limit is ${limit}, at least ${SMALLEST_LIMIT} are needed`);
    const size = (text) => (unit === "bytes" ? Buffer.byteLength(text) : text.length);
    if (size(body) <= limit)
        return { body, truncated: false };
    const bytes = Buffer.from(body, "utf8");
    const ending = lineEndingOf(bytes, 0);
    const definitions = [];
    scanBlocks(bytes, { definition: (definition) => definitions.push(definition) });
    const units = Math.max(0, limit - size(ending + ending + remark));
    let room = unit === "bytes" ? units : Buffer.byteLength(body.slice(0, units));
    for (let tries = 0; tries < 4 && room > 0; tries++) {
        const cut = cutAt(bytes, room);
        const parts = completed(bytes, cut, definitions, remark, ending);
        const over = size(parts) - limit;
        if (over <= 0)
            return { body: parts, truncated: true };
        room = Math.min(room, cut.end) - over * (unit === "bytes" ? 1 : MOST_BYTES);
    }
    return { body: remark.slice(0, limit), truncated: true };
}
function completed(bytes, { end, closing }, definitions, remark, ending) {
    const kept = bytes.subarray(0, end);
    const { labels, openDetails } = readInline(kept);
    const text = kept.toString("utf8").replace(/[\r\n]+$/, "");
    const lost = definitions
        .filter((definition) => definition.end > end && labels.has(definition.label))
        .map((definition) => definition.text);
    const blocks = [
        closing === "" ? text : text + ending + closing,
        Array.from({ length: openDetails }, () => "</details>").join(ending),
        remark,
        lost.join(ending),
    ];
    return blocks.filter((block) => block !== "").join(ending + ending);
}
function cutAt(bytes, room) {
    const places = placesToCut(bytes, room);
    const { block, fenceLine, closing, inText } = places;
    if (fenceLine > 0 && block < room / 2)
        return { end: fenceLine, closing };
    if (block > 0 || !inText)
        return { end: block, closing: "" };
    return { end: endOfWord(bytes, room), closing: "" };
}
function placesToCut(bytes, room) {
    const places = { block: 0, fenceLine: 0, closing: "", inText: false };
    let heading = false;
    let done = false;
    scanBlocks(bytes, {
        line(kind, first, state) {
            if (done)
                return;
            const between = first && kind !== LINE.blank && state.continued === 0;
            if (between && !heading && state.start <= room)
                places.block = state.start;
            if (kind === LINE.fence && first)
                places.closing = bytes.toString("utf8", state.text, fenceEnd(bytes, state.text));
            const inFence = kind === LINE.code && state.leaf === "fence" && state.depth === 0;
            if (!inFence)
                places.fenceLine = 0;
            else if (state.start + places.closing.length < room)
                places.fenceLine = state.start;
            if (kind !== LINE.blank)
                heading = kind === LINE.atx || kind === LINE.underline;
            if (state.following > room) {
                done = true;
                places.inText = kind === LINE.paragraph || kind === LINE.atx;
            }
        },
    });
    return places;
}
function fenceEnd(bytes, from) {
    let i = from;
    while (bytes[i] === bytes[from])
        i++;
    return i;
}
function endOfWord(bytes, room) {
    let end = room;
    while (end > 0 && (bytes[end] & 0xc0) === 0x80)
        end--;
    const from = Math.max(0, end - WINDOW);
    const space = bytes.lastIndexOf(" ", end);
    if (space > from)
        return space;
    return endOfCharacter(bytes, end);
}
function endOfCharacter(bytes, end) {
    let from = Math.max(0, end - WINDOW);
    while (from < end && (bytes[from] & 0xc0) === 0x80)
        from++;
    const window = bytes.toString("utf8", from, end + 64);
    const inWindow = bytes.toString("utf8", from, end).length;
    let last = 0;
    for (const { index } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(window)) {
        if (index > inWindow)
            break;
        last = index;
    }
    return last === 0 ? end : from + Buffer.byteLength(window.slice(0, last));
}

;// CONCATENATED MODULE: ./packages/changelog/index.ts







/***/ })

};
;