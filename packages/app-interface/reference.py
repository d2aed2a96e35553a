"""Runs qontract-bundler and qontract-validator over many trees in one process; one line of JSON for each.

Changed for speed and for a machine without network, nothing else: what is the same for every tree (the schemas, the
GraphQL file, JSON paths) is parsed and judged once, and the draft-06 meta schema comes from jsonschema instead of
json-schema.org.
"""

import copy
import functools
import io
import json
import logging
import sys

import jsonschema
from validator import bundler, postprocess, utils, validator

logging.disable(logging.CRITICAL)
validator.fetch_schema = lambda url: jsonschema.Draft6Validator.META_SCHEMA
postprocess.parse = functools.cache(postprocess.parse)
bundler.bundle_graphql = functools.cache(bundler.bundle_graphql)
load, judge_file, judge_schema = bundler.bundle_datafiles, validator.validate_file, validator.validate_schema
load_once = functools.cache(lambda directory: load(directory, 1))
judged = {}


def once(key, judge, *arguments):
    if key not in judged:
        judged[key] = judge(*arguments)
    return judged[key]


bundler.bundle_datafiles = lambda directory, threads, checksum_field_name=None: (
    load(directory, threads, checksum_field_name) if checksum_field_name else copy.deepcopy(load_once(directory))
)
validator.validate_schema = lambda schemas, name, schema: once(name, judge_schema, schemas, name, schema)
validator.validate_file = lambda schemas, name, data: (
    once(name, judge_file, schemas, name, data) if name == "graphql-schemas/schema.yml" else judge_file(schemas, name, data)
)


def printed(run, *arguments):
    """What a command prints, and why it ended before it printed anything."""
    sys.stdout, before = io.StringIO(), sys.stdout
    try:
        run(*arguments)
    except SystemExit as end:
        if not sys.stdout.getvalue():
            return None, f"exit {end.code}"
    except Exception as error:  # a crash is an answer too
        return None, f"{type(error).__name__}: {error}"[:200]
    finally:
        sys.stdout, output = before, sys.stdout
    return output.getvalue(), None


def judge(schemas, graphql, tree):
    bundle, abort = printed(bundler.main.callback, False, 1, schemas, graphql, tree["data"], tree["resources"], "0", "0")
    if abort is None:
        report, abort = printed(validator.main.callback, True, io.StringIO(bundle))
    if abort is not None:
        return {"abort": abort, "errors": []}
    return {"errors": [{"kind": one["kind"], "name": one["filename"], "rule": one["result"]["reason"]} for one in json.loads(report)]}


def scalars(texts):
    """What PyYAML makes of each text as a value, and json.dumps of that."""
    for text in texts:
        try:
            yield json.dumps(utils._load_yaml(f"key: {text}\n")["key"])
        except Exception:
            yield None


if __name__ == "__main__":
    request = json.load(sys.stdin)
    if "scalars" in request:
        print(json.dumps(list(scalars(request["scalars"]))))
    for tree in request.get("trees", []):
        print(json.dumps(judge(request["schemas"], request["graphql"], tree)), flush=True)
