require("./index.js").github("validate-tag");
