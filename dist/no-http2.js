exports.constants = {};
