const part = () => require("node:assert");
module.exports = new Proxy(function () {}, {
  get: (_, name) => part()[name],
  apply: (_, self, values) => Reflect.apply(part(), self, values),
});
