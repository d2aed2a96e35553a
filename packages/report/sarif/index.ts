export { inertSarif } from "./inert-sarif.ts";
export { artifactUri, physicalLocation, sarifDocument, type SarifRegion, type SarifRun } from "./sarif.ts";
