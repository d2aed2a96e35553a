require("./index.js").github("jira-issue");
