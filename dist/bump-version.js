require("./index.js").github("bump-version");
