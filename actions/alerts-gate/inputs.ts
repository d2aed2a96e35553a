import { choice, duration, flag, list, output, text, type InputsOf } from "@release-actions/action";

export const inputs = {
  "prometheus-url": text({
    address: true,
    description: "Base URL of Prometheus.",
    example: "https://prometheus.example.com",
    gitlab: "PROMETHEUS_URL",
  }),
  "alertmanager-url": text({
    address: true,
    description: "Base URL of Alertmanager.",
    example: "https://alertmanager.example.com",
    gitlab: "ALERTMANAGER_URL",
  }),
  token: text({
    description: "Bearer token for both servers.",
    credential: "service",
    optional: true,
    gitlab: "PROMETHEUS_TOKEN",
  }),
  username: text({
    description: "User for both servers, instead of a token.",
    optional: true,
    gitlab: "PROMETHEUS_USERNAME",
  }),
  password: text({
    description: "Password for username.",
    credential: "service",
    optional: true,
    gitlab: "PROMETHEUS_PASSWORD",
  }),
  matchers: text({
    description: "Labels an alert must have to count, as exact label=value pairs, one per line or separated by commas.",
    example: "team=analytics",
    optional: true,
  }),
  namespace: text({
    description: "Count only alerts whose label namespace has exactly this value.",
    example: "tower-analytics-prod",
    optional: true,
  }),
  severity: list({
    description: "Count only alerts of these severities, and alerts without a severity. Default: all.",
    example: "critical, warning",
  }),
  ignore: list({ description: "Exact names of alerts that never count.", default: "Watchdog,InfoInhibitor" }),
  "require-watchdog": flag({
    description: "Require that the alert Watchdog, which always fires, fires in Prometheus and reaches Alertmanager.",
    default: false,
  }),
  pending: choice(["warn", "refuse"], {
    description: "What to do about alerts that are about to fire.",
    default: "warn",
  }),
  "max-staleness": duration({
    description: "Maximum time since the last evaluation of a rule, in addition to its interval.",
    default: "2m",
  }),
  "allow-http": flag({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
};

export const outputs = {
  firing: output.json(
    "Firing alerts that count, most severe first, limited to 64 KiB. This and the following lists are empty if they are not known.",
  ),
  pending: output.json("Alerts that are about to fire."),
  silenced: output.json("Firing alerts that are silenced or inhibited, with who silenced them, why and until when."),
  count: output.integer("Number of firing alerts that count."),
};

export type Inputs = InputsOf<typeof inputs>;
