"""Checking what the bot sends against Discord's own specification, where it is at hand."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from tests.local_discord.basics import Json

SPECIFICATION = Path(__file__).parents[2].parent / "shared" / "discord" / "openapi.json"
EXCEPTIONS = {
    "SnowflakeType": "discord.py sends ids as integers in bodies; Discord takes them so, too",
}
"""Schemas that the library breaks where nothing of ours can help it, and how."""
_SNOWFLAKE: Json = {"type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$"}

formats = FormatChecker(formats=())


@formats.checks("uri")
def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or "://" in value


@formats.checks("int32")
def _is_int32(value: object) -> bool:
    return not isinstance(value, int) or -(1 << 31) <= value < 1 << 31


@formats.checks("date-time", raises=ValueError)
def _is_time(value: object) -> bool:
    return not isinstance(value, str) or bool(datetime.fromisoformat(value))


def _by_type(
    validator: Any,  # noqa: ANN401
    branches: Sequence[Json],
    instance: object,
    schema: Json,
) -> Iterator[ValidationError]:
    """Check a union by the branch that the instance's ``type`` names, so that errors are plain."""
    if isinstance(instance, dict) and isinstance(instance.get("type"), int):
        typed = [(number, each, _types(each)) for number, each in enumerate(branches)]
        if all(kinds or each.get("type") == "null" for _, each, kinds in typed):
            fitting = [(n, each) for n, each, kinds in typed if instance["type"] in kinds]
            if not fitting:
                possible = sorted(kind for _, _, kinds in typed for kind in kinds)
                yield ValidationError(f"type {instance['type']} is none of {possible}")
            for number, branch in fitting[:1]:
                yield from validator.descend(instance, branch, schema_path=number)
            return
    keyword = "oneOf" if schema.get("oneOf") is branches else "anyOf"
    yield from Draft202012Validator.VALIDATORS[keyword](validator, branches, instance, schema) or ()


_Checker: type[Validator] = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"oneOf": _by_type, "anyOf": _by_type}
)


def _types(schema: Json) -> list[int]:
    kinds: list[int] = schema.get("properties", {}).get("type", {}).get("enum", [])
    return kinds


@cache
def _specification() -> Json | None:
    if not SPECIFICATION.is_file():
        return None
    parsed: Json = json.loads(SPECIFICATION.read_text("utf-8"))
    return parsed


def is_present() -> bool:
    """Say whether the specification lies beside the project."""
    return SPECIFICATION.is_file()


def violations(method: str, route: str, body: Any) -> list[str]:  # noqa: ANN401
    """Return what of a request's body the specification does not allow, one sentence each.

    Nothing is found where the specification is not at hand, or says nothing of the route.
    """
    checker = _checker(method.lower(), route)
    if checker is None or body is None:
        return []
    return [f"{method} {route}: {said}" for said in _sentences(checker.iter_errors(body))]


def flaws(method: str, route: str, answer: Any) -> list[str]:  # noqa: ANN401
    """Return what of an answer of the local Discord itself the specification does not allow."""
    checker = _answer_checker(method.lower(), route)
    if checker is None or answer is None:
        return []
    errors = checker.iter_errors(answer)
    return [f"answer to {method} {route}: {said}" for said in _sentences(errors)]


def _sentences(errors: Iterable[ValidationError]) -> Iterator[str]:
    for error in errors:
        inner = error.context or []
        if inner:
            yield from _sentences(_fewest(inner))
        else:
            place = "".join(f"[{part!r}]" for part in error.absolute_path)
            yield f"body{place}: {error.message[:300]}"


def _fewest(errors: Iterable[ValidationError]) -> list[ValidationError]:
    """Return the errors of the branch of a union that fits best."""
    branches: dict[object, list[ValidationError]] = {}
    for error in errors:
        branches.setdefault(error.relative_schema_path[0], []).append(error)
    taken = [branch for branch in branches.values() if not _is_of_other_type(branch)]
    return min(taken or branches.values(), key=len)


def _is_of_other_type(branch: Sequence[ValidationError]) -> bool:
    return branch[0].validator == "type" and len(branch[0].relative_schema_path) == 2


@cache
def _checker(method: str, route: str) -> Validator | None:
    specification = _specification()
    operation = specification and specification["paths"].get(route, {}).get(method)
    if not operation or "requestBody" not in operation:
        return None
    content = operation["requestBody"]["content"]
    schema = _inlined(content["application/json"]["schema"])
    return _Checker(schema, format_checker=formats)


@cache
def _answer_checker(method: str, route: str) -> Validator | None:
    specification = _specification()
    operation = specification and specification["paths"].get(route, {}).get(method)
    responses = operation["responses"] if operation else {}
    done = [each for code, each in responses.items() if code.startswith("2")]
    content = done[0].get("content") if done else None
    if not content:
        return None
    return _Checker(_inlined(content["application/json"]["schema"]), format_checker=formats)


def _inlined(schema: object) -> Any:  # noqa: ANN401
    """Return a schema with every reference replaced by what it stands for."""
    if isinstance(schema, list):
        return [_inlined(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _named(schema["$ref"].rpartition("/")[2])
    return {key: _inlined(value) for key, value in schema.items()}


@cache
def _named(name: str) -> Any:  # noqa: ANN401
    specification = _specification()
    if name == "SnowflakeType":
        return _SNOWFLAKE
    return _inlined(specification["components"]["schemas"][name]) if specification else {}
