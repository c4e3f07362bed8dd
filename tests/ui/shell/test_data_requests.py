"""Data addresses as the web expects them: what is held, parts, strangers."""

import gzip
import io
import json
import math
import zipfile
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from threading import Event

import pytest
from hypothesis import given, settings, strategies

from tests.asking import asked
from xi_data import addresses, heavy, limits, store
from xi_data.record.tables import TABLES
from xi_data.ui.shell import data
from xi_data.ui.shell.clients import Allowance

CLOSURES = "/data/closures.csv"
TABLE = f"/data/tables/{TABLES['figures']}"
"""An address that costs nothing, for what holds at all of them."""


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """No request of another test counts."""
    monkeypatch.setattr(data, "_REQUESTS", Allowance(limits.REQUESTS_A_MINUTE))
    monkeypatch.setattr(data, "_HEAVY", Allowance(limits.HEAVY_A_MINUTE))


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """Paths of the answers that were made."""
    paths = []

    def noted(query, path, *rest):
        paths.append(path)
        return addresses.answer(query, path, *rest)

    monkeypatch.setattr(data, "answer", noted)
    return paths


def test_the_index_keeps_the_language_that_was_asked_for():
    moved = asked("/data?lang=zh&x=%E5%8F%A3")
    assert (moved.status, moved.headers["location"]) == (307, "/data/?lang=zh&x=%E5%8F%A3")
    assert asked("/data").headers["location"] == "/data/"


@pytest.mark.parametrize("path", ["closures.csv", "closures.zip", "figure/funding-control.json"])
def test_what_the_asker_holds_is_not_made_again(made, path):
    tag = asked(f"/data/{path}").headers["etag"]
    for tags in (tag, f"W/{tag}", f'"other", {tag}', f'{tag}, W/"x,y"'):
        again = asked(f"/data/{path}", if_none_match=tags)
        assert (again.status, again.content, again.headers["etag"]) == (304, b"", tag)
    assert made == [path]
    assert asked(f"/data/{path}", if_none_match=f'"x{tag[1:]}').status == 200
    assert asked(f"/data/{path}", if_none_match=tag.strip('"')).status == 200


def test_any_answer_is_held_by_who_says_so_where_there_is_one():
    assert asked(CLOSURES, if_none_match="*").status == 304
    assert asked("/data/nothing.csv", if_none_match="*").status == 404


@pytest.mark.parametrize(
    "other",
    [f"{CLOSURES}?lang=zh", f"{CLOSURES}?group=leisure", "/data/closures.json", "/data/money.csv"],
)
def test_another_address_has_another_tag(other):
    assert asked(other).headers["etag"] != asked(CLOSURES).headers["etag"]


def test_what_others_append_and_the_order_of_keys_change_no_tag():
    one = asked(f"{CLOSURES}?group=leisure&least=5").headers["etag"]
    assert asked(f"{CLOSURES}?least=5&group=leisure&utm_source=x").headers["etag"] == one


def test_another_host_has_other_links_so_another_tag():
    one = asked("/data/closures.json")
    other = asked("/data/closures.json", host="example.org")
    assert (b"http://example.org/closures" in other.content, one.content != other.content) == (1, 1)
    assert one.headers["etag"] != other.headers["etag"]


def test_other_rows_are_another_edition(query_three, connection):
    assert query_three(store.edition) != store.edition(connection)
    with store.open_database(folders=[]) as in_memory:
        assert store.edition(in_memory) == store.edition(connection)


def test_an_edited_table_is_another_answer(monkeypatch, data_copy):
    monkeypatch.setattr("xi_data.addresses.validators.DATA", data_copy)
    monkeypatch.setattr("xi_data.addresses.answering.DATA", data_copy)
    address = f"/data/tables/{TABLES['units']}"
    tag = asked(address).headers["etag"]
    with (data_copy / TABLES["units"]).open("a") as table:
        table.write("\n")
    changed = asked(address, if_none_match=tag)
    assert changed.status == 200
    assert changed.headers["etag"] != tag


def test_the_compressed_answer_has_a_tag_of_its_own(made):
    plain, packed = asked(TABLE), asked(TABLE, accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed.headers["etag"] == f'{plain.headers["etag"][:-1]}-gzip"'
    for one in (plain, packed):
        again = asked(TABLE, accept_encoding="gzip", if_none_match=one.headers["etag"])
        assert (again.status, again.headers["etag"]) == (304, one.headers["etag"])
    assert len(made) == 2


def test_a_date_tells_that_nothing_has_changed_and_a_tag_counts_before_it():
    changed = parsedate_to_datetime(asked(TABLE).headers["last-modified"])
    assert changed <= datetime.now(UTC)
    now, before = format_datetime(changed), format_datetime(changed - timedelta(seconds=1))
    assert asked(TABLE, if_modified_since=now).status == 304
    assert asked(TABLE, if_modified_since=before).status == 200
    assert asked(TABLE, if_modified_since=now, if_none_match='"other"').status == 200
    for broken in ("yesterday", "", "Mon, 99 Jan 2020 00:00:00 GMT", "1 Jan 2020 0:0 +9999999999"):
        assert asked(TABLE, if_modified_since=broken).status == 200


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-9", slice(0, 10)),
        ("bytes=100-", slice(100, None)),
        ("bytes=-20", slice(-20, None)),
        ("bytes=10-999999999", slice(10, None)),
        ("bytes=-999999999", slice(None)),
    ],
)
def test_a_range_gives_that_part(header, part):
    whole = asked(TABLE)
    assert whole.headers["accept-ranges"] == "bytes"
    found = asked(TABLE, range=header, accept_encoding="gzip")
    assert (found.status, found.content) == (206, whole.content[part])
    start = part.indices(len(whole.content))[0]
    assert found.headers["content-range"] == (
        f"bytes {start}-{start + len(found.content) - 1}/{len(whole.content)}"
    )
    assert found.headers["etag"] == whole.headers["etag"]
    assert int(found.headers["content-length"]) == len(found.content)


@pytest.mark.parametrize("header", ["bytes=999999999-", "bytes=-0"])
def test_a_range_beyond_the_end_says_where_it_is(header):
    found = asked(TABLE, range=header)
    assert (found.status, found.content) == (416, b"")
    assert found.headers["content-range"] == f"bytes */{len(asked(TABLE).content)}"


@pytest.mark.parametrize(
    "header",
    ["bytes=9-0", "bytes=0-1,5-6", "lines=0-9", "bytes=-", f"bytes={'9' * 5000}-", "bytes=²-"],
)
def test_a_range_that_nobody_can_read_is_not_one(header):
    assert asked(TABLE, range=header).status == 200


def test_a_range_goes_on_only_with_what_was_begun():
    whole = asked(TABLE)
    tag, date = whole.headers["etag"], whole.headers["last-modified"]
    assert asked(TABLE, range="bytes=0-9", if_range=tag).status == 206
    assert asked(TABLE, range="bytes=0-9", if_range=date).status == 206
    for other in ('"other"', f"W/{tag}", f'{tag[:-1]}-gzip"', "never"):
        assert asked(TABLE, range="bytes=0-9", if_range=other).content == whole.content
    assert asked("/data/nothing.csv", range="bytes=0-9").status == 404


def test_the_parts_of_a_package_are_the_package():
    whole = asked("/data/money.zip").content
    half = len(whole) // 2
    parts = [
        asked("/data/money.zip", range=one).content
        for one in (f"bytes=0-{half}", f"bytes={half + 1}-")
    ]
    assert zipfile.ZipFile(io.BytesIO(b"".join(parts))).testzip() is None


def test_head_tells_what_get_would():
    whole, head = asked(TABLE), asked(TABLE, "HEAD")
    assert (head.status, head.headers) == (200, whole.headers)
    assert asked(TABLE, "HEAD", range="bytes=0-9").status == 200
    assert asked("/data/nothing.csv", "HEAD").status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_else_is_done_there(method):
    refused = asked(TABLE, method)
    assert refused.status == 405
    assert set(refused.headers["allow"].split(", ")) == {"GET", "HEAD"}


def test_pages_of_others_may_ask_whether_what_they_hold_is_right():
    headers = "if-none-match, if-modified-since, range, if-range"
    allowed = asked(
        TABLE,
        "OPTIONS",
        origin="https://example.org",
        access_control_request_method="GET",
        access_control_request_headers=headers,
    )
    assert allowed.status == 200
    assert allowed.headers["access-control-allow-origin"] == "*"
    found = allowed.headers["access-control-allow-headers"].lower()
    assert set(headers.split(", ")) <= set(found.split(", "))
    shown = asked(TABLE, origin="https://example.org").headers["access-control-expose-headers"]
    assert {"ETag", "Content-Range", "Link", "Retry-After"} <= set(shown.split(", "))


@pytest.mark.parametrize(
    ("forwarded", "scheme"),
    [
        ("https", "https"),
        ("https, http", "https"),
        ("http,https", "http"),
        (" HTTPS ", "https"),
        ("javascript", "http"),
        ('https"><script>alert(1)</script>', "http"),
        ("", "http"),
    ],
)
def test_links_have_the_scheme_of_the_visitor(forwarded, scheme):
    found = asked("/data/", x_forwarded_proto=forwarded).content.decode()
    assert f'href="{scheme}://localhost:8501/data/closures.csv"' in found
    assert "<script" not in found


@pytest.mark.parametrize(
    "host", ['x"><script>', "a b", "x/y", "x;script-src *", "x@y", "", "x:y", "x'"]
)
def test_a_host_that_is_none_is_refused_and_not_repeated(host):
    for path in ("/data/", TABLE):
        found = asked(path, host=host)
        assert found.status == 400
        assert "Host" in json.loads(found.content)["error"]
        assert "script" not in found.content.decode()


@pytest.mark.parametrize("host", ["[::1]:8501", "example.org", "my_app:80", "192.0.2.1"])
def test_a_host_is_where_the_links_lead(host):
    assert f'href="http://{host}/data/closures.csv"' in asked("/data/", host=host).content.decode()


@pytest.mark.parametrize(
    "name",
    ["if_none_match", "if_modified_since", "range", "if_range", "host", "x_forwarded_proto"],
)
def test_no_header_is_more_than_the_server_can_read(name):
    pieces = ["bytes=", "-", ",", "W/", '"', "*", "http", "1", "99999999999", " Jan ", ":", "+9999"]
    written = strategies.text(strategies.characters(codec="latin-1", exclude_categories=["Cc"]))
    headers = strategies.lists(strategies.sampled_from(pieces) | written, max_size=6).map("".join)

    @settings(max_examples=60, deadline=None, database=None, derandomize=True)
    @given(header=headers)
    def ask(header):
        assert asked(TABLE, **{name: header}).status in (200, 206, 304, 400, 416)

    ask()


def test_words_of_the_asker_come_back_as_json_alone():
    for address in ("/data/<script>", "/data/closures.csv?group=<script>", "/data/figure/<b>.json"):
        found = asked(address)
        assert found.headers["content-type"] == "application/json"
        assert found.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("query_string", "status"),
    [
        ("%FF%FE", 400),
        ("group=%ED%A0%80", 400),
        ("group=\udcff", 400),
        ("&&&=&=", 400),
        ("least=%00", 400),
        ("lang=en&" * 400, 200),
    ],
)
def test_a_query_in_no_encoding_is_refused_with_words(query_string, status):
    found = asked(f"{CLOSURES}?{query_string}")
    assert found.status == status
    assert status == 200 or json.loads(found.content)["known"]


def test_a_long_query_is_refused_before_it_is_read(made):
    longest = f"lang=en&{'utm_x=1&' * 2000}"[: limits.QUERY_CHARACTERS]
    assert asked(f"{CLOSURES}?{longest}").status == 200
    found = asked(f"{CLOSURES}?{longest}&")
    assert found.status == 414
    assert str(limits.QUERY_CHARACTERS) in json.loads(found.content)["known"][0]
    assert len(asked(f"/data/{'x' * 60_000}.csv").content) < 8000


def test_a_client_that_asks_too_much_waits_and_others_do_not(monkeypatch):
    seconds = [0.0]
    monkeypatch.setattr(data, "_REQUESTS", Allowance(3, lambda: seconds[0]))
    tag = asked(TABLE, client="192.0.2.9").headers["etag"]
    assert [asked(TABLE, if_none_match=tag).status for _ in range(4)] == [304, 304, 304, 429]
    refused = asked("/health")
    assert (refused.status, refused.headers["retry-after"]) == (429, "20")
    assert json.loads(refused.content)["known"] == ["again in 20 seconds"]
    assert asked(TABLE, client="192.0.2.2", if_none_match=tag).status == 304
    seconds[0] = 20
    assert asked(TABLE, if_none_match=tag).status == 304


def test_heavy_files_are_counted_apart_and_only_where_they_are_made(monkeypatch):
    monkeypatch.setattr(data, "_HEAVY", Allowance(1))
    tag = asked("/data/money.xlsx").headers["etag"]
    assert asked("/data/money.xlsx", if_none_match=tag).status == 304
    assert asked("/data/money.csv").status == 200
    refused = asked("/data/money.xlsx", origin="https://example.org")
    assert refused.status == 429
    assert math.isclose(int(refused.headers["retry-after"]), 60, abs_tol=1)
    assert refused.headers["access-control-allow-origin"] == "*"


def test_where_the_line_for_heavy_files_is_full_light_ones_are_answered(monkeypatch):
    busy = heavy.Line(1, 0)
    monkeypatch.setattr(data, "FILES", busy)
    gate = Event()
    waiting = busy.begin(gate.wait)
    refused = asked("/data/money.zip")
    assert (refused.status, refused.headers["retry-after"]) == (429, "5")
    assert asked("/data/money.json").status == 200
    gate.set()
    waiting.result()
    assert asked("/data/money.zip").status == 200
