"""What may import what, what a page may say, and where files stand: DESIGN in checkable form."""

import ast
import csv
import re
import subprocess
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path, PurePosixPath

import pytest

from xi_data.record.tables import DATA, TABLES
from xi_data.store import comparing, queries
from xi_data.views import SCREENS

ROOT = Path(__file__).resolve().parents[1]
SOURCES = {
    file.relative_to(ROOT).as_posix(): ast.parse(file.read_text(encoding="utf-8"))
    for file in sorted([ROOT / "app.py", *ROOT.glob("pages/*.py"), *ROOT.rglob("xi_data/**/*.py")])
}
PAGES = {name: tree for name, tree in SOURCES.items() if name.startswith("pages/")}

NAMES_WITH_DIGITS = ("COVID-19", "CC BY 4.0", "SHA-256", "DuckDB 1.1")
"""Proper names of a disease, a licence, a hash and a version: no figures of the article."""

CHINESE_WORDS = {
    "中文": "the name of the language in itself",
    "万亿": "how Chinese compacts numbers",
    "和或": "how Chinese lists things",
    "年月日": "how Chinese writes dates",
}
"""Chinese that code may hold, and why; all other words are in zh.po and in data/."""

READ_CHINESE = ("xi_data/reading/", "xi_data/opening/")
"""Rooms that know printed Chinese by its characters."""

CHINESE = re.compile(r"[㐀-鿿豈-﫿]+")


def within(name: str, *places: str) -> bool:
    """Whether a file is one of these places or below one that ends in a slash."""
    return any(name == place or (place[-1] == "/" and name.startswith(place)) for place in places)


def imported(tree: ast.Module) -> Iterator[str]:
    """Dotted names of the modules that a file imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports name the package in full"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def importers(*modules: str) -> set[str]:
    """Files that import one of the modules or a part of it."""
    return {
        name
        for name, tree in SOURCES.items()
        for module in imported(tree)
        if any(module == one or module.startswith(f"{one}.") for one in modules)
    }


def calls(tree: ast.Module, *functions: str) -> Iterator[ast.Call]:
    """Calls of functions or methods with these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in functions:
                yield node


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """String literals that are not documentation."""
    documentation = {
        id(statement.value) for statement in ast.walk(tree) if isinstance(statement, ast.Expr)
    }
    for node in ast.walk(tree):
        text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if text and id(node) not in documentation:
            yield node


def messages(tree: ast.Module) -> Iterator[ast.Constant]:
    """English messages of a file: what t and t.plural are called with."""
    for call in calls(tree, "t", "plural"):
        for argument in call.args:
            yield from strings(argument)


def table(name: str) -> list[dict[str, str]]:
    """Rows of a table of data/, cells as they stand."""
    with (DATA / TABLES[name]).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("library", "places"),
    [
        ("streamlit", ("app.py", "pages/", "xi_data/ui/")),
        ("duckdb", ("xi_data/store/", "xi_data/publish/", "xi_data/corpora/")),
        ("altair", ("xi_data/charts/",)),
        ("xi_data.ui", ("app.py", "pages/", "xi_data/ui/")),
    ],
)
def test_a_library_is_imported_only_in_its_place(library, places):
    users = importers(library)
    assert users, f"nothing imports {library}"
    assert [name for name in users if not within(name, *places)] == []


@pytest.mark.parametrize(
    "room",
    [
        "xi_data/reading/",
        "xi_data/record/",
        "xi_data/matching/",
        "xi_data/opening/",
        "xi_data/corpus/",
        "xi_data/review/",
    ],
)
def test_reading_needs_no_tables_charts_or_server(room):
    readers = {name for name in SOURCES if within(name, room)}
    assert readers, f"nothing stands in {room}"
    assert readers & importers("pandas", "streamlit", "duckdb", "altair", "pyarrow") == set()


FLOORS = (
    ("xi_data.each_row", "xi_data.limits", "xi_data.locale", "xi_data.nearest"),
    ("xi_data.record",),
    ("xi_data.heavy", "xi_data.memory", "xi_data.sums"),
    ("xi_data.wording",),
    ("xi_data.charts", "xi_data.opening", "xi_data.reading"),
    ("xi_data.corpus", "xi_data.matching"),
    ("xi_data.store", "xi_data.checks", "xi_data.review"),
    ("xi_data.corpora", "xi_data.publish", "xi_data.views"),
    ("xi_data.findings",),
    ("xi_data.batches", "xi_data.export"),
    ("xi_data.own_query",),
    ("xi_data.commands",),
    ("xi_data.addresses", "xi_data.__main__", "xi_data.health"),
    ("xi_data.ui",),
    ("pages", "app"),
)
"""Rooms from the ground up: those of one floor do not call each other, nor anybody above."""


def floor_of(module: str) -> int | None:
    """On which floor a module stands; None where it is not ours."""
    for floor, rooms in enumerate(FLOORS):
        if any(module == room or module.startswith(f"{room}.") for room in rooms):
            return floor
    return None


def room_of(module: str) -> str:
    """The room that a module is in."""
    return next(
        room
        for rooms in FLOORS
        for room in rooms
        if module == room or module.startswith(f"{room}.")
    )


@pytest.mark.parametrize("name", [name for name in SOURCES if name != "xi_data/__init__.py"])
def test_imports_run_downward(name):
    here = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    floor = floor_of(here)
    assert floor is not None, f"{name} stands in no room: add it to FLOORS"
    upward = []
    for module in imported(SOURCES[name]):
        other = floor_of(module)
        if other is None or module == "xi_data":
            continue
        sideways = other == floor and room_of(module) != room_of(here)
        if other > floor or sideways:
            upward.append(module)
    assert upward == []


@pytest.mark.parametrize("name", SOURCES)
def test_a_module_is_short(name):
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= 250


PRIVATE = frozenset(("ask", "asked", "described", "kept", "one", "places", "said", "words"))
"""Names that say nothing to a newcomer: no function, parameter or field has one."""

OLD_MODULES = frozenset(("bars", "bodies", "days", "drawings", "panel", "picks", "stock", "words"))
"""Modules that were called so: nobody could tell from the name what was in them."""


def declared(tree: ast.Module) -> Iterator[str]:
    """Names of functions, classes, parameters and fields that a file declares."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name.lstrip("_")
        if isinstance(node, ast.FunctionDef):
            arguments = node.args
            yield from (one.arg for one in (*arguments.posonlyargs, *arguments.args))
            yield from (one.arg for one in arguments.kwonlyargs)
            yield from (one.arg for one in (arguments.vararg, arguments.kwarg) if one)
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                    yield line.target.id


@pytest.mark.parametrize("name", [n for n in SOURCES if not within(n, "xi_data/reading/")])
def test_names_say_what_they_are(name):
    assert PurePosixPath(name).stem not in OLD_MODULES
    assert sorted(PRIVATE & set(declared(SOURCES[name]))) == []


SHARED_AT_MOST = 12


def lines_of(name: str) -> list[str]:
    """Lines of a file that say something, without indents."""
    text = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in text if line.strip()]


def test_no_long_run_of_like_lines_stands_in_two_modules():
    runs: dict[tuple[str, ...], str] = {}
    repeated = []
    for name in SOURCES:
        lines, length = lines_of(name), SHARED_AT_MOST + 1
        for start in range(len(lines) - length + 1):
            run = tuple(lines[start : start + length])
            if runs.setdefault(run, name) != name:
                repeated.append((runs[run], name, run[0]))
    assert repeated == []


def test_every_session_key_is_declared_in_one_module():
    keys = "xi_data/ui/state/keys.py"
    stray = [
        (name, node.lineno, ast.unparse(node))
        for name, tree in SOURCES.items()
        if within(name, "xi_data/ui/", "pages/") and name != keys
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)
        and ast.unparse(node.value) == "st.session_state"
        and any(isinstance(one, ast.Constant) for one in ast.walk(node.slice))
    ]
    assert stray == []


def test_app_routes_only():
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) < 60


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_short(name):
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= 120


def test_every_page_is_registered_and_everything_registered_a_page():
    assert sorted(PAGES) == sorted(f"pages/{key}.py" for key in SCREENS)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_begins_by_its_own_name(name):
    started = [call.args[0].value for call in calls(PAGES[name], "page", "open_view", "topic_page")]
    assert started == [PurePosixPath(name).stem]


@pytest.mark.parametrize("name", SOURCES)
def test_no_style_or_markup_is_injected(name):
    tree = SOURCES[name]
    assert [call.lineno for call in calls(tree, "html", "iframe")] == []
    named = [
        word.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords
    ]
    assert "unsafe_allow_html" not in named
    assert [text.lineno for text in strings(tree) if "<style" in text.value.lower()] == []


@pytest.mark.parametrize("name", SOURCES)
def test_no_figure_is_typed_into_a_message(name):
    typed = []
    for message in messages(SOURCES[name]):
        words = message.value
        for proper in NAMES_WITH_DIGITS:
            words = words.replace(proper, "")
        if re.search(r"\d", words):
            typed.append((message.lineno, message.value))
    assert typed == []


@pytest.mark.parametrize("name", SOURCES)
def test_no_venue_or_item_is_named_in_a_message(name):
    """Names of two words or more; shorter ones, such as Library, are plain words as well."""
    counted = {row["category"] for row in table("figures") if row["topic"] in ("closure", "supply")}
    labels = [row["label_en"] for row in table("categories") if row["category"] in counted]
    named = [
        (message.lineno, label)
        for message in messages(SOURCES[name])
        for label in labels
        if " " in label and label.lower() in message.value.lower()
    ]
    assert named == []


@pytest.mark.parametrize("name", [n for n in SOURCES if not within(n, *READ_CHINESE)])
def test_chinese_stands_in_the_catalogue_and_in_the_data(name):
    allowed = "".join(CHINESE_WORDS)
    words = [(text.lineno, text.value) for text in strings(SOURCES[name])]
    assert [w for w in words if set("".join(CHINESE.findall(w[1]))) - set(allowed)] == []


def test_every_allowed_chinese_word_is_in_use():
    held = "".join(
        text.value
        for name, tree in SOURCES.items()
        if not within(name, *READ_CHINESE)
        for text in strings(tree)
    )
    assert set("".join(CHINESE_WORDS)) <= set(held)


def test_every_query_file_has_its_function():
    files = {file.stem for file in (ROOT / "xi_data/store/sql").glob("*.sql")}
    functions = {
        name
        for module in (queries, comparing)
        for name, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__ and not name.startswith("_")
    }
    assert files == functions


def test_the_app_imports_what_it_requires_and_requires_what_it_imports():
    listed = {
        line.split("==")[0].lower(): line
        for file in ("requirements.txt", "requirements-cluster.txt")
        for line in (ROOT / file).read_text(encoding="utf-8").splitlines()
        if line[0] not in "#-"
    }
    assert [line for line in listed.values() if "==" not in line] == []
    distributions = packages_distributions()
    needed = {
        name.lower()
        for tree in SOURCES.values()
        for module in imported(tree)
        for name in distributions.get(module.split(".")[0], [])
    }
    # Streamlit runs on uvloop wherever it is installed; nobody imports it.
    assert needed | {"uvloop"} == set(listed)


def test_what_only_a_cluster_needs_is_loaded_where_one_is_named():
    name = "xi_data/batches/cluster.py"
    assert importers("distributed", "dask") == {name}
    at_once = [one for one in SOURCES[name].body if isinstance(one, ast.Import | ast.ImportFrom)]
    assert not any("distributed" in ast.unparse(one) for one in at_once)


def test_what_the_reader_is_compared_with_is_pinned_and_stays_apart():
    def listed(file: str) -> dict[str, str]:
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        pins = [line.partition("==") for line in lines if line and line[0] not in "#-"]
        return {name.lower(): version for name, _, version in pins}

    peers = listed("tests/bench_requirements.txt")
    assert peers
    assert [name for name, version in peers.items() if not version] == []
    assert (
        set(peers) & (set(listed("requirements.txt")) | set(listed("tests/requirements.txt")))
        == set()
    )


def test_the_checkout_holds_what_a_newcomer_expects():
    asked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if asked.returncode:
        pytest.skip("not run: this is no git checkout, so which files belong to it is unknown")
    expected = {
        *("app.py", "pages", "xi_data", "data", "tests", "pyproject.toml"),
        *("requirements.txt", "requirements.lock", "requirements-cluster.txt"),
        *("README.md", "README.zh.md", "CHANGELOG.md", "LICENSE", "Makefile", "docs"),
        *("Dockerfile", ".dockerignore", "hosting"),
        *(".streamlit", ".ci", ".gitignore", ".gitattributes"),
    }
    assert {name.split("/")[0] for name in asked.stdout.splitlines()} - expected == set()
