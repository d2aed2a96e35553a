require("./index.js").github("bump-appinterface-ref");
