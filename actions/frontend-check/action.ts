import { defineAction } from "@release-actions/action";
import { checkInputs, inputs, outputs } from "./inputs.ts";

export default defineAction({
  name: "frontend-check",
  description:
    "Proves that users see the page that was released: fetches it with every script and style it names, then opens it in a real browser, twice.",
  inputs,
  outputs,
  permissions: { github: {}, gitlab: "None." },
  endpoints: {
    description: ["The site, at `url`", "By the browser: what the pages load"],
    origins: ({ url }) => [url === undefined || !URL.canParse(url) ? undefined : new URL(url).origin],
  },
  changes: false,
  check: checkInputs,
  async run(context) {
    const { checkFrontend } = await import("./check-frontend.ts");
    return await checkFrontend(context);
  },
});
