require("./index.js").github("konflux-release");
