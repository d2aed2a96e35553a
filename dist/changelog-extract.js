require("./index.js").github("changelog-extract");
