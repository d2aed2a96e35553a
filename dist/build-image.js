require("./index.js").github("build-image");
