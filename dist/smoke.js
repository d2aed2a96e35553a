require("./index.js").github("smoke");
