exports.fetch = () => Promise.reject(new Error("requests are made by packages/http"));
