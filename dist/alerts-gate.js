require("./index.js").github("alerts-gate");
