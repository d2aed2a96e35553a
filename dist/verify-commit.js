require("./index.js").github("verify-commit");
