#!/usr/bin/env node
import { terminal } from "./index.js";
await terminal(process.argv.slice(2));
