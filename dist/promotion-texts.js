require("./index.js").github("promotion-texts");
