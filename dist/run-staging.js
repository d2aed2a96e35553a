require("./index.js").github("run-staging");
