import { violations } from "./layers.ts";
import { ROOT_PATH } from "./root.ts";
import { findWords } from "./words.ts";

/** The parts of `npm run lint` that look at the whole tree: who imports whom, and the words that readers see. */
const found = [
  ...(await violations(ROOT_PATH)),
  ...findWords(ROOT_PATH).map(
    ({ file, line, found: word, write }) =>
      `${file}:${line}: ${JSON.stringify(word)} is on the word list; write: ${write}`,
  ),
];
for (const line of found) console.error(line);
if (found.length > 0) process.exit(1);
