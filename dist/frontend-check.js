require("./index.js").github("frontend-check");
