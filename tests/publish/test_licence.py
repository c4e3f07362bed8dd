"""Our licence is said of our data alone: where others' are in a file, none is known for it."""

import io
import json
import zipfile

import pytest

from tests.fifteen_bulletins import INVENTED
from tests.review.texts import SHORT
from tests.three_bulletins import SHIPPED
from xi_data import memory
from xi_data.addresses import answer
from xi_data.record.licence import is_ours
from xi_data.review.draft import draft_of
from xi_data.review.promote import promote


def files(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


@pytest.fixture
def get(query_fifteen, fifteen_bulletins):
    """The answer of a data address about bulletins, of which one comes with the explorer."""
    with memory.within(memory.Realm(fifteen_bulletins)):
        yield (
            lambda path, *keys: (
                answer(
                    query_fifteen, path, {"bulletin": [*keys]} if keys else {}, "http://h"
                ).content
            )
        )


@pytest.mark.parametrize(
    ("bulletins", "ours"),
    [(SHIPPED, True), (INVENTED[:1], False), ((*SHIPPED, *INVENTED[:1]), False), ((), True)],
)
def test_what_is_ours(bulletins, ours):
    assert is_ours(bulletins) is ours


@pytest.mark.parametrize(("bulletins", "said"), [(SHIPPED, 1), (INVENTED[:1], 0)])
def test_the_addresses_of_a_bulletin_say_its_licence(get, bulletins, said):
    packed = files(get("figures.zip", *bulletins))
    package = json.loads(packed["datapackage.json"])
    assert [one["name"] for one in package.get("licenses", [])] == ["CC-BY-4.0"] * said
    assert ("license" in json.loads(packed["croissant.json"])) == bool(said)
    assert packed["CITATION.cff"].count("\nlicense: ") == said
    assert packed["README.md"].count("CC BY 4.0") == said
    assert get("figures.json", *bulletins).decode().count("CC BY 4.0") == said


def test_of_a_mixture_nothing_is_said(get):
    assert "licenses" not in json.loads(get("datapackage.json"))
    assert "license" not in json.loads(get("openapi.json"))["info"]


def test_a_package_of_what_a_visitor_brought_has_none():
    assert "licenses" not in files(promote(draft_of(SHORT, "a.txt")))["datapackage.json"]
