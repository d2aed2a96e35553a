import { defineAction } from "@release-actions/action";
import { passOrThrow, worst } from "@release-actions/report";
import { inputProblems, inputs, outputs } from "./inputs.ts";
import { credentialOrigins, readRequest } from "./request.ts";

export default defineAction({
  name: "quay-verify",
  description:
    "Verifies that an image exists, is the one that was built and is clean enough to release. Anything short of proof fails.",
  inputs,
  outputs,
  permissions: { github: {}, gitlab: "None; the registry's credentials come from variables." },
  services: ["quay"],
  endpoints: {
    description: [
      "the registry",
      "its token server, if that is `token-server` or the one of docker.io or gitlab.com",
      "wherever the registry redirects for blobs, without credentials",
    ],
    origins: (given) => readRequest(given).images.flatMap(({ place }) => [place.base, ...place.tokenServers]),
    credentials: credentialOrigins,
  },
  changes: false,
  check: (given) => [...readRequest(given).problems, ...inputProblems(given)],

  async run(context) {
    const { io, host } = context;
    const [{ verifyImages }, { logImage, outputsOf, problemsOfImages, summaryOf, writeReports }] = await Promise.all([
      import("./verify.ts"),
      import("./report.ts"),
    ]);
    const reports = await verifyImages(context);
    const verdict = worst(reports.map((report) => report.verdict));
    for (const report of reports) logImage(io, report);
    io.summary(...summaryOf(reports));
    await writeReports(host, context.inputs, verdict, reports);
    const images = reports.length === 1 ? "the image" : "the images";
    return passOrThrow(verdict, {
      messages: {
        refused: `${images} must not be released`,
        invalid: `${images} could not be checked`,
        undecided: `${images} could not be verified`,
      },
      problems: problemsOfImages(verdict, reports),
      outputs: outputsOf(context.inputs, verdict, reports),
    });
  },
});
