require("./index.js").github("fetch-appinterface");
