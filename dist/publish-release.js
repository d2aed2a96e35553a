require("./index.js").github("publish-release");
