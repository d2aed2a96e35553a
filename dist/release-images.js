require("./index.js").github("release-images");
