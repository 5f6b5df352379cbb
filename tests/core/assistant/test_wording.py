"""Every sentence that the code asks for is there with its parts, and none is left over."""

import ast
import re
import string
from pathlib import Path

import pytest

import core.assistant
from core.assistant.wording import CATALOGUES, say
from core.assistant.wording.english import ENGLISH

ROOT = Path(core.assistant.__file__).parents[2]
KINDS = (
    "kind ",
    "sample ",
    "status ",
    "form ",
    "help ",
    "run ",
    "option ",
    "menu ",
    "template ",
    "basis ",
    "consent ",
)
"""Keys of which the code makes the second word."""
SOURCES = sorted(
    [
        *(ROOT / "core" / "assistant").rglob("*.py"),
        *(ROOT / "core" / "domain").rglob("*.py"),
        *(ROOT / "bot").rglob("*.py"),
    ]
)


def calls() -> list[tuple[ast.expr, set[str]]]:
    """Return the key and the parts of each call of ``say``."""
    trees = (ast.parse(path.read_text()) for path in SOURCES)
    found = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [
        (node.args[0], {k.arg for k in node.keywords if k.arg} - {"locale"})
        for node in found
        if isinstance(node.func, ast.Name) and node.func.id == "say"
    ]


def parts_of(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_sentence_gets_the_parts_it_needs() -> None:
    for key, given in calls():
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            assert parts_of(ENGLISH[key.value]) <= given, key.value


def test_every_error_of_a_value_has_a_sentence_in_each_language_with_its_parts() -> None:
    trees = (ast.parse(path.read_text()) for path in SOURCES)
    raised = [
        {each.arg: each.value for each in node.keywords if each.arg}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "InvalidValue"
    ]
    worded = [parts for parts in raised if "key" in parts]
    assert worded
    for parts in worded:
        key = parts.pop("key")
        assert isinstance(key, ast.Constant)
        assert parts_of(ENGLISH[str(key.value)]) == set(parts)


def test_no_sentence_is_left_over() -> None:
    words = " ".join(path.read_text() for path in SOURCES if "wording" not in path.parts)
    for key in ENGLISH:
        stems = [key, key.removesuffix(" number").removesuffix(" category")]
        stems += [key.split()[0] + " "] if key.startswith(KINDS) else []
        stems += ["/"] if key.startswith("/") else []
        assert any(f'"{stem}' in words for stem in stems), key


@pytest.mark.parametrize("name", sorted(CATALOGUES))
def test_every_language_says_the_same(name: str) -> None:
    catalogue = CATALOGUES[name]
    assert catalogue.keys() == ENGLISH.keys()
    for key, template in catalogue.items():
        assert parts_of(template) == parts_of(ENGLISH[key]), key


def test_a_count_brings_its_noun() -> None:
    assert say("examples count", count=1) == "1 example"
    assert say("examples count", count=1_200) == "1,200 examples"


def test_a_number_that_names_something_is_written_as_it_is_typed() -> None:
    assert say("taken back", number=6_001) == "Took back #6001. It no longer counts."


def test_text_from_chat_is_never_a_template() -> None:
    assert "{count} %s {0}" in say("shall i learn", lesson="{count} %s {0}")


def test_an_unknown_language_falls_back_to_english() -> None:
    assert say("no", locale="tlh") == "No"


def test_sentences_have_no_typewriter_marks() -> None:
    for key, template in ENGLISH.items():
        assert not re.search(r"\.\.\.| {2}\w+ {2}$", template), key
