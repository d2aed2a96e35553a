require("./index.js").github("summarize-run");
