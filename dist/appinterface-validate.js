require("./index.js").github("appinterface-validate");
