require("./index.js").gitlab(process.argv.slice(2));
