"""docs/security.md: its limits are those of the code, its tests exist, and no limit is left out."""

import ast
import importlib
import re

import pytest

from tests.serving import ROOT
from xi_data import limits

PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
LIMITS = re.findall(r"^\| [^|]+ \| ([\d,]+) [^|]+ \| [^|]+ \| `([\w.]+)\.(\w+)` \|$", PAGE, re.M)
TESTS = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


@pytest.mark.parametrize(("written", "module", "name"), LIMITS)
def test_a_limit_is_what_the_page_says(written, module, name):
    assert getattr(importlib.import_module(module), name) == int(written.replace(",", ""))


def test_every_limit_of_the_server_is_on_the_page():
    named = {name for _, module, name in LIMITS if module == limits.__name__}
    assert named == {name for name in vars(limits) if name.isupper()}


@pytest.mark.parametrize(("file", "name"), TESTS)
def test_a_test_that_the_page_names_exists(file, name):
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_what_an_upload_and_a_query_may_take_is_set_as_said():
    for file, setting in (
        (".streamlit/config.toml", "maxUploadSize = 5\n"),
        ("xi_data/store/database.py", '"memory_limit": "512MB"'),
        ("hosting/nginx.conf", "client_max_body_size 6m;"),
    ):
        assert setting in (ROOT / file).read_text("utf-8")
