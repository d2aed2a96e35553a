require("./index.js").github("metrics-gate");
