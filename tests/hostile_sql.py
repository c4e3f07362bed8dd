"""Statements of strangers, and what must come of none: python -m tests.hostile_sql.

Each is asked over HTTP of a server of our own, with the limits of the server, one after another,
while another visitor clicks without a pause: asks for a table of figures. Prints how many there
were, what became of them, and how much longer the clicks took than without. Exits with 1 where a
statement wrote, told a path or the words of a file, or outlived its limit, where clicks took a
tenth longer, or where anything else was answered than 200, 400 and 414.
"""

import hashlib
import os
import secrets
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from threading import Thread
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from tests.serving import ROOT, served
from xi_data.limits import SQL_SECONDS

CANARY = "the words of a file that nobody may read"
CLICKS = 25  # with nobody else, before each part of the statements
PAUSE = 0.05  # seconds between two clicks
SLOWER = 1.1  # what a click may take at most, beside the statements
MARGIN = 3  # seconds that its process may take to start and to be told of


def statements(folder: Path) -> list[str]:
    """Those that are refused, or answered at once. folder: with a file canary.txt."""
    canary, out = folder / "canary.txt", folder / "out"
    return [
        *_writes(),
        *_files(canary, out),
        *_settings(),
        *_several(),
        *_telling(canary),
        *_large(),
        *_broken(),
    ]


def endless() -> list[str]:
    """Those that would take all time or memory; 16 of them."""
    return [
        "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000000) c",
        "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r",
        "WITH RECURSIVE r AS (SELECT 'x' AS s UNION ALL SELECT s || s FROM r) SELECT max(s) FROM r",
        "SELECT repeat('x', 400000000)",
        "SELECT length(repeat('x', 2000000000) || repeat('y', 2000000000))",
        "SELECT list(range) FROM range(1000000000)",
        "SELECT range(1000000000)",
        "SELECT string_agg(range::VARCHAR, ',') FROM range(1000000000)",
        "SELECT count(DISTINCT hash(range)) FROM range(10000000000)",
        "SELECT * FROM range(100000000000) ORDER BY hash(range) LIMIT 1",
        "SELECT max(md5(range::VARCHAR)) FROM range(100000000000)",
        "SELECT regexp_matches(repeat('a', 100000000), '(a*)*b')",
        "SELECT list_reduce(range(100000000), lambda x, y: x * y)",
        "SELECT count(*) FROM figures a, figures b, figures c, figures d, figures e, figures f",
        "SELECT levenshtein(repeat('a', 1000000), repeat('b', 1000000))",
    ]


def _writes() -> list[str]:
    tables = ("figures", "relations", "units", "described_figures")
    return [
        *(f"INSERT INTO {one} SELECT * FROM {one}" for one in tables),
        *(f"DELETE FROM {one}" for one in tables),
        *(f"DROP TABLE {one}" for one in tables),
        *(f"TRUNCATE {one}" for one in tables),
        *(f"WITH x AS (INSERT INTO {one} SELECT * FROM {one}) SELECT 1" for one in tables),
        *(f"WITH x AS (DELETE FROM {one} RETURNING *) SELECT * FROM x" for one in tables),
        "UPDATE figures SET value = 0",
        "WITH x AS (UPDATE figures SET value = 0 RETURNING *) SELECT * FROM x",
        "MERGE INTO figures USING units ON false WHEN NOT MATCHED THEN INSERT DEFAULT VALUES",
        "CREATE TABLE mine AS FROM figures",
        "CREATE TEMP TABLE mine AS FROM figures",
        "CREATE VIEW mine AS FROM figures",
        "CREATE MACRO mine() AS 1",
        "CREATE SEQUENCE mine",
        "CREATE TYPE mine AS ENUM ('x')",
        "CREATE SCHEMA mine",
        "CREATE INDEX mine ON figures (value)",
        "CREATE SECRET mine (TYPE s3)",
        "ALTER TABLE figures ADD COLUMN mine INTEGER",
        "ALTER TABLE figures RENAME TO mine",
        "COMMENT ON TABLE figures IS 'mine'",
        "VACUUM",
        "ANALYZE",
        "CHECKPOINT",
        "FORCE CHECKPOINT",
        "SELECT 1 INTO mine",
        "PREPARE mine AS INSERT INTO figures SELECT * FROM figures",
        "EXECUTE mine",
        "DEALLOCATE mine",
        "BEGIN",
        "COMMIT",
        "ROLLBACK",
    ]


def _files(canary: Path, out: Path) -> list[str]:
    readers = (
        *("read_text", "read_blob", "read_csv", "read_csv_auto", "read_json", "read_json_objects"),
        *("read_ndjson", "read_parquet", "parquet_metadata", "parquet_schema", "sniff_csv", "glob"),
    )
    places = (canary, "/etc/passwd", "/proc/self/environ", "https://example.org/x", "s3://x/y")
    return [
        *(f"FROM {reader}('{place}')" for reader in readers for place in places[:3]),
        *(f"FROM read_text('{place}')" for place in places[3:]),
        *(f"FROM '{place}'" for place in places),
        f"FROM '{canary.parent}/*.csv'",
        "FROM read_text('/dev/fd/0')",
        "FROM read_text('/proc/self/maps')",
        "FROM glob('/**')",
        f"SELECT (SELECT content FROM read_text('{canary}'))",
        f"FROM query('FROM read_text(''{canary}'')')",
        f"FROM query_table('{canary}')",
        f"DESCRIBE FROM read_csv('{canary}')",
        f"SUMMARIZE FROM read_csv('{canary}')",
        f"EXPLAIN ANALYZE FROM read_text('{canary}')",
        *(f"COPY figures TO '{out}.{one}'" for one in ("csv", "json", "parquet")),
        f"COPY (SELECT 1) TO '{out}.csv'",
        f"COPY figures FROM '{canary}'",
        "COPY figures TO '/dev/stdout'",
        f"COPY FROM DATABASE memory TO '{out}'",
        f"EXPORT DATABASE '{out}'",
        f"IMPORT DATABASE '{out}'",
        f"ATTACH '{out}.duckdb'",
        f"ATTACH '{out}.duckdb' AS mine (READ_ONLY)",
        "ATTACH ':memory:' AS mine",
        "DETACH memory",
        "USE memory",
        *(f"INSTALL {one}" for one in ("httpfs", "fts", "sqlite")),
        *(f"LOAD {one}" for one in ("httpfs", "json", f"'{out}.duckdb_extension'")),
        "UPDATE EXTENSIONS",
        "FORCE INSTALL httpfs FROM 'https://example.org'",
    ]


def _settings() -> list[str]:
    return [
        "SET enable_external_access = true",
        "SET memory_limit = '100GB'",
        "SET GLOBAL threads = 64",
        "SET lock_configuration = false",
        "SET max_execution_time = 0",
        "SET temp_directory = '/tmp'",
        "SET search_path = 'temp'",
        "SET VARIABLE mine = 1",
        "RESET memory_limit",
        "RESET lock_configuration",
        "PRAGMA memory_limit = '100GB'",
        "PRAGMA database_list",
        "PRAGMA enable_profiling",
        "PRAGMA profiling_output = '/tmp/out'",
        "PRAGMA enable_logging",
        "PRAGMA force_checkpoint",
        "CALL pragma_version()",
        "CALL enable_logging()",
        "CALL force_checkpoint()",
        "CALL start_ui()",
    ]


def _several() -> list[str]:
    return [
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE figures",
        "SELECT 1;;DROP TABLE figures;",
        "SELECT 1; -- \nDROP TABLE figures",
        "SELECT 1; /* */ DROP TABLE figures",
        "SELECT 1 /* ; */; DELETE FROM figures",
        "BEGIN; DELETE FROM figures; COMMIT",
        ";",
        ";;;;",
        "--",
        "-- SELECT 1",
        "/* SELECT 1 */",
        "/* SELECT 1",
        "SELECT 1 --; DROP TABLE figures",
        "SELECT $$; DROP TABLE figures$$",
        "SELECT 1 UNION DROP TABLE figures",
        "SELECT (DROP TABLE figures)",
        "(SELECT 1); (SELECT 2)",
    ]


def _telling(canary: Path) -> list[str]:
    return [
        "SELECT getenv('PATH')",
        "SELECT getenv('XI_CANARY')",
        *(
            f"SELECT current_setting('{one}')"
            for one in (
                *("home_directory", "temp_directory", "extension_directory", "secret_directory"),
                *("allowed_paths", "allowed_directories", "access_mode", "file_search_path"),
            )
        ),
        "FROM duckdb_settings()",
        "FROM duckdb_databases()",
        "FROM duckdb_extensions()",
        "FROM duckdb_secrets()",
        "FROM duckdb_temporary_files()",
        "FROM duckdb_logs",
        "FROM duckdb_log_contexts()",
        "FROM duckdb_variables()",
        "FROM duckdb_views()",
        "FROM duckdb_memory()",
        "FROM pragma_database_list",
        "FROM pragma_database_list()",
        "FROM pragma_storage_info('figures')",
        "FROM pragma_user_agent()",
        "FROM which_secret('s3://x', 's3')",
        "FROM information_schema.schemata",
        "FROM pg_catalog.pg_database",
        "FROM pg_catalog.pg_settings",
        "FROM sqlite_master",
        "SHOW DATABASES",
        "SHOW ALL TABLES",
        "SELECT hex(path) FROM duckdb_databases()",
        "FROM query('FROM duckdb_' || 'databases()')",
        "SELECT * FROM connection",
        "SELECT * FROM sys.path",
        "FROM bounds",
        f"SELECT '{canary}'::BLOB",
    ]


def _large() -> list[str]:
    return [
        f"SELECT {', '.join(map(str, range(1_000)))}",
        f"SELECT {','.join('1' * 3_900)}",
        "SELECT * FROM figures a, figures b, figures c, figures d, figures e, figures f",
        f"SELECT {'(' * 3_000}1{')' * 3_000}",
        f"SELECT {'NOT ' * 900}true",
        f"SELECT {'-' * 1}{' - ' * 900}1",
        f"SELECT {' || '.join(['mention'] * 300)} FROM figures",
        f"SELECT 1 {' UNION ALL SELECT 1' * 200}",
        f"SELECT '{'x' * 3_900}'",
        f'SELECT 1 AS "{"x" * 3_900}"',
        f"SELECT * FROM {'(SELECT * FROM ' * 200}figures{')' * 200}",
        "SELECT repeat('x', 5000000)",
        "SELECT range, repeat('x', 100000) FROM range(100)",
        "SELECT * FROM range(1000000)",
        "SELECT unnest(range(1000000))",
        "SELECT COLUMNS(*), COLUMNS(*), COLUMNS(*), COLUMNS(*), COLUMNS(*) FROM figures",
        "SELECT 'x' || chr(0) || 'y'",
        "SELECT '\\x00\\xff'::BLOB",
        "SELECT 1/0, 'nan'::DOUBLE, -1/0, 'infinity'::DATE",
        "SELECT 170141183460469231731687303715884105727",
        "SELECT '=1+1' AS \"=1+1\", '<script>', '![x](http://example.org/x.png)'",
    ]


def _broken() -> list[str]:
    return [
        "",
        " ",
        "\x00",
        "SELECT \x00",
        "SELECT '\ud800'",
        "selec",
        "SELECT",
        "SELECT FROM WHERE",
        "SELECT $1",
        "SELECT ?",
        "SELECT * FROM nothing_of_this_name",
        "SELECT nothing_of_this_name()",
        "SELECT 'a'::INTEGER",
        "'; DROP TABLE figures; --",
        "EXPLAIN SELECT 1",
        "EXPLAIN ANALYZE SELECT 1",
        "\N{RIGHT-TO-LEFT OVERRIDE}SELECT 1",
        "import os",
        "DROP TABLE figures CASCADE",
    ]


def never_told() -> tuple[str, ...]:
    """What no answer may say: words of the canary, and where things are on this machine."""
    home, cache = str(Path.home()), os.environ.get("XDG_CACHE_HOME", "/.cache/xi-explorer")
    places = (str(ROOT), sys.prefix, sys.base_prefix, f"{home}/", cache)
    return (CANARY, "root:x:0", *(one for one in places if len(one) > 3))


def told(answer: str, sql: str) -> list[str]:
    """What of that an answer says that its statement does not."""
    return [one for one in never_told() if one in answer and one not in sql]


def canary(folder: Path) -> Path:
    """The folder, with the file in it that nobody may read."""
    (folder / "canary.txt").write_text(CANARY, encoding="utf-8")
    return folder


_clients = count()


def _open(address: str):
    """The answer to one of many visitors: a single one may ask only so much a minute."""
    number = next(_clients)
    client = f"198.{18 + number // 2**16}.{number // 2**8 % 2**8}.{number % 2**8}"
    return urlopen(Request(address, headers={"X-Forwarded-For": client}))


def _click(url: str) -> float:
    """Seconds that a click of another visitor takes: words that nobody has searched for before."""
    words = secrets.token_hex(4)
    began = time.perf_counter()
    with _open(f"{url}/data/figures.json?search={words}") as answered:
        answered.read()
    return time.perf_counter() - began


Answer = tuple[int, str, float]
"""Status, words and seconds."""


def _asked(url: str, sql: str) -> Answer:
    began = time.perf_counter()
    query = urlencode({"sql": sql.encode("utf-8", "replace"), "format": "json"})
    try:
        with _open(f"{url}/data/query?{query}") as answered:
            found = answered.status, answered.read().decode()
    except HTTPError as error:
        found = error.code, error.read().decode()
    return *found, time.perf_counter() - began


def _clicks(url: str, over: Callable[[int], bool]) -> Iterator[float]:
    """Seconds of clicks, one after another until it is over: asked with how many there were."""
    for number in count(1):
        yield _click(url)
        time.sleep(PAUSE)
        if over(number):
            return


def _beside(url: str, sqls: list[str]) -> tuple[list[float], list[Answer]]:
    """Seconds of clicks made while the statements are asked, and what they were answered."""
    answers: list[Answer] = []
    asking = Thread(target=lambda: answers.extend(_asked(url, sql) for sql in sqls), daemon=True)
    asking.start()
    return list(_clicks(url, lambda _: not asking.is_alive())), answers


def _tell(called: str, sqls: list[str], at_once: int, url: str) -> int:
    """Ask the statements and print what came of it; how much of that was not to be.

    at_once: how many are asked between two measurements of clicks alone.
    """
    ratios, clicks, answers = [], 0, []
    for start in range(0, len(sqls), at_once):
        alone = list(_clicks(url, lambda number: number == CLICKS))
        beside, found = _beside(url, sqls[start : start + at_once])
        ratios.append(statistics.median(beside) / statistics.median(alone))
        clicks += len(beside)
        answers += found
    counted = Counter(status for status, _, _ in answers)
    leaks = sum(bool(told(one[1], sql)) for one, sql in zip(answers, sqls, strict=True))
    late = sum(took > SQL_SECONDS + MARGIN for _, _, took in answers)
    ratio = statistics.median(ratios)  # of its parts, for what else the machine does changes
    print(
        f"{len(sqls)} {called}: {dict(counted)}; {leaks} told a secret, {late} outlived their "
        f"limit; {clicks} clicks of another visitor took {ratio:.2f} times as long as alone",
        flush=True,
    )
    return leaks + late + (ratio > SLOWER) + len(set(counted) - {200, 400, 414})


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = canary(Path(name))
        cache, script = str(folder / "cache"), "xi_data/ui/shell/serve.py"
        with served(folder / "log", script, XI_SQL="on", XDG_CACHE_HOME=cache) as server:
            _click(server.url)
            _asked(server.url, "SELECT 1")
            before = _contents(folder)
            lost = _tell("refused or answered at once", statements(folder), 24, server.url)
            lost += _tell("endless", endless(), 2, server.url)
            after = _contents(folder)
            changed = sorted(name for name, _ in before.items() ^ after.items())
            print(f"files that changed: {', '.join(changed) or 'none'}")
    return int(bool(lost or changed))


def _contents(folder: Path) -> dict[str, str]:
    """Each file but the log, by the hash of what is in it."""
    return {
        str(one): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in folder.rglob("*")
        if one.is_file() and one.name != "log"
    }


if __name__ == "__main__":
    sys.exit(main())
