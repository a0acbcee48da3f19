"""A validator for as much of JSON Schema as `command-line.json` uses; it refuses words it does not know."""

from __future__ import annotations

import json
import re
from typing import Any

from factdesk.paths import resource

SCHEMA: dict[str, Any] = json.loads(resource("schemas/command-line.json").read_text(encoding="utf-8"))
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
KNOWN = {
    "description", "type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "$ref",
    "pattern", "minimum", "maximum",
}  # fmt: skip


def faults(value: Any, schema: dict[str, Any], place: str = "$") -> list[str]:
    """Give where and why `value` does not fit; empty when it does."""
    assert set(schema) <= KNOWN, f"{place}: the schema uses {set(schema) - KNOWN}"
    if "$ref" in schema:
        return faults(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], place)
    if "anyOf" in schema:
        tried = [faults(value, one, place) for one in schema["anyOf"]]
        return [] if [] in tried else min(tried, key=len)
    return [*_plain(value, schema, place), *_object(value, schema, place), *_array(value, schema, place)]


def result_faults(command: str, answer: Any) -> list[str]:
    """Give the faults of a whole answer with `ok` true, by the schema of its command."""
    if not isinstance(answer, dict) or set(answer) != {"ok", "result"} or answer["ok"] is not True:
        return [f"$: {answer!r} is no answer"]
    return faults(answer["result"], SCHEMA["commands"][command])


def failure_faults(answer: Any) -> list[str]:
    """Give the faults of an answer with `ok` false."""
    return faults(answer, SCHEMA["$defs"]["failure"])


def _plain(value: Any, schema: dict[str, Any], place: str) -> list[str]:
    found = []
    if "type" in schema:
        is_wrong_bool = isinstance(value, bool) and schema["type"] != "boolean"
        if is_wrong_bool or not isinstance(value, TYPES[schema["type"]]):
            return [f"{place}: {value!r} is no {schema['type']}"]
    if "const" in schema and value != schema["const"]:
        found.append(f"{place}: {value!r} is not {schema['const']!r}")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{place}: {value!r} is none of {schema['enum']}")
    if "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{place}: {value!r} does not match {schema['pattern']}")
    if "minimum" in schema and value < schema["minimum"]:
        found.append(f"{place}: {value!r} is too small")
    if "maximum" in schema and value > schema["maximum"]:
        found.append(f"{place}: {value!r} is too large")
    return found


def _object(value: Any, schema: dict[str, Any], place: str) -> list[str]:
    if not isinstance(value, dict):
        return []
    known = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    found = [f"{place}: {name} is missing" for name in schema.get("required", ()) if name not in value]
    for name, part in value.items():
        if name in known:
            found += faults(part, known[name], f"{place}.{name}")
        elif others is False:
            found.append(f"{place}: {name} is not described")
        elif isinstance(others, dict):
            found += faults(part, others, f"{place}.{name}")
    return found


def _array(value: Any, schema: dict[str, Any], place: str) -> list[str]:
    if not isinstance(value, list) or "items" not in schema:
        return []
    return [fault for at, part in enumerate(value) for fault in faults(part, schema["items"], f"{place}[{at}]")]
