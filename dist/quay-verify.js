require("./index.js").github("quay-verify");
