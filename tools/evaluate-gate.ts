import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { aimsOf } from "./evaluate-gate/aims.ts";
import { FULL, QUICK } from "./evaluate-gate/cells.ts";
import { chance } from "./evaluate-gate/chance.ts";
import { evaluate } from "./evaluate-gate/evaluate.ts";
import { judged } from "./evaluate-gate/judged.ts";
import { throughLoop } from "./evaluate-gate/loop.ts";
import { page, type Looped } from "./evaluate-gate/page.ts";
import { plots } from "./evaluate-gate/plots.ts";
import { observed } from "./evaluate-gate/world.ts";
import { ROOT_PATH } from "./root.ts";

/**
 * `npm run evaluate:gate`: how often the gate's judge is right, compared with other gates' rules; writes docs/gate-evaluation.md.
 * `-- --quick` asks the same of fewer and shorter cells and writes nothing, for CI. Ends with 1 if an aim is missed.
 */
const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, seed: { type: "string", default: "20261121" } },
});
const grid = values.quick ? QUICK : FULL;
const seed = Number(values.seed);

const evaluation = evaluate(grid, seed, (done, of) => {
  if (done % 20 === 0) console.error(`${done} of ${of} cells`);
});
const looped = await loopedRuns(values.quick ? 20 : 200);
const aims = aimsOf(evaluation);
const text = page(evaluation, aims, looped, seed);
if (!values.quick) {
  const folder = join(ROOT_PATH, "docs/gate-evaluation");
  await mkdir(folder, { recursive: true });
  for (const [name, svg] of plots(evaluation)) await writeFile(join(folder, name), svg);
  await writeFile(join(ROOT_PATH, "docs/gate-evaluation.md"), text);
}
console.log(text);
process.exit(aims.every(({ held }) => held) && looped.same === looped.runs ? 0 : 1);

/** Some of the cells again, through the loop of the action itself. */
async function loopedRuns(each: number): Promise<Looped> {
  const cells = grid.constant.filter(({ ratio, rps }) => [0.5, 1, 2, 5].includes(ratio) && [0, 2, 20].includes(rps));
  const counted = { runs: 0, same: 0 };
  for (const [index, cell] of cells.entries()) {
    const random = chance(seed + 100_000 + index);
    for (let run = 0; run < each; run++) {
      const slots = observed(cell, random);
      const [alone, through] = [judged(slots), await throughLoop(slots, random)];
      counted.runs += 1;
      if (alone.verdict === through.verdict && alone.seconds === through.seconds) counted.same += 1;
    }
  }
  return counted;
}
