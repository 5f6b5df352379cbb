import ast
import re
from pathlib import Path

from tests.architecture.sources import (
    PROGRAM,
    ROOT,
    called_name,
    calls,
    functions,
    parsed,
    place,
    python_files,
)

MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 50
CATALOGUES = "wording"
MOCKS = {"Mock", "MagicMock", "AsyncMock", "NonCallableMock", "patch", "object"}
SPECS = {"spec", "spec_set", "autospec", "new", "new_callable"}
AT_THE_ROOT = {
    "bot", "core", "storage", "tests", "pyproject.toml", "README.md", ".env.example", "Makefile",
    "LICENSE", "CHANGELOG.md", "constraints.txt", ".ci", ".editorconfig", ".gitattributes",
    ".gitignore",
}  # fmt: skip
_MACHINE_PATH = re.compile(r"(/home/|/root/|/Users/|/work/|C:\\\\?Users)")
_EXECUTABLE_FORMATS = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}


def test_a_file_is_read_in_one_sitting() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in python_files(*PROGRAM, "tests")
        if path.parent.name != CATALOGUES  # looked up by key, not read
    }
    assert {path: lines for path, lines in lengths.items() if lines > MAX_FILE_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{place(path, function)} {function.name}"
        for path in python_files(*PROGRAM, "tests")
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno + 1 > MAX_FUNCTION_LINES
    ]
    assert long == []


def test_no_mock_stands_in_without_a_spec() -> None:
    loose = [
        place(path, call)
        for path in python_files("tests")
        if _imports(parsed(path), {"unittest"})
        for call in calls(parsed(path))
        if called_name(call) in MOCKS and not {k.arg for k in call.keywords} & SPECS
    ]
    assert loose == []


def test_nothing_is_unpickled() -> None:
    formats = [
        str(path.relative_to(ROOT))
        for path in python_files(*PROGRAM, "tests")
        if _imports(parsed(path), _EXECUTABLE_FORMATS)
    ]
    assert formats == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    here = Path(__file__)
    named = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in (*python_files(*PROGRAM, "tests"), *_root_files())
        if path != here and (found := _MACHINE_PATH.search(path.read_text("utf-8")))
    ]
    assert named == []


def test_the_root_holds_nothing_without_a_reason() -> None:
    ignored = {line.strip("/\n ") for line in (ROOT / ".gitignore").read_text().splitlines()}
    kept = {path.name for path in ROOT.iterdir() if not _is_ignored(path.name, ignored)}
    assert kept - AT_THE_ROOT - {".git"} == set()


def test_every_package_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in python_files(*PROGRAM)
        if "migrations" not in path.parts and not ast.get_docstring(parsed(path))
    ]
    assert silent == []


def _imports(tree: ast.Module, modules: set[str]) -> bool:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                if any(alias.name.partition(".")[0] in modules for alias in names):
                    return True
            case ast.ImportFrom(module=str(module)):
                if module.partition(".")[0] in modules:
                    return True
    return False


def _root_files() -> list[Path]:
    return [ROOT / name for name in AT_THE_ROOT if (ROOT / name).is_file() and name != "LICENSE"]


def _is_ignored(name: str, patterns: set[str]) -> bool:
    return any(Path(name).match(pattern) for pattern in patterns if pattern)
