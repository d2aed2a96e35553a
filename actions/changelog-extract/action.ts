import { defineAction, NO_ENDPOINTS, output, text } from "@release-actions/action-types";
export default defineAction({ name: "changelog-extract", description: "x", inputs: { version: text({ description: "v", example: "1.2.3" }) }, outputs: { body: output.text("b") }, permissions: { github: {}, gitlab: "none" }, endpoints: NO_ENDPOINTS, changes: false,
  async run({ inputs, io }) { io.info("hello " + inputs.version); return { verdict: "passed", body: inputs.version }; } });
