#!/usr/bin/env node
require("./index.js").terminal(process.argv.slice(2));
