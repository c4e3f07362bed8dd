"""One SELECT of a stranger's, in a process that can do nothing else. Run as a script, by own_sql.

It imports nothing of ours: what it may is told on standard input, what came of it on standard
output, both as JSON. The database is a file without a name, so no setting can tell its path.
"""

import json
import os
import sys
import threading
import time

SIMPLE = {
    **dict.fromkeys(("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT"), "integer"),
    **dict.fromkeys(("UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"), "integer"),
    **dict.fromkeys(("FLOAT", "DOUBLE"), "number"),
    "BOOLEAN": "boolean",
    "VARCHAR": "text",
}
"""Type of DuckDB to kind of column; DECIMAL is a number, DATE a date, all others are text."""

_RANK = 19  # of niceness: behind all others, who have something to do for every visitor

REFUSALS = ("duckdb", "statements", "statement", "columns", "time", "memory", "bytes", "stopped")
"""Why there is no answer."""


def limit(bounds):
    """Give up, for good, whatever the system lets a process give up."""
    try:
        import resource
    except ImportError:  # not on Windows, which never gets here
        return
    wanted = {
        "RLIMIT_AS": bounds["process"],
        "RLIMIT_CPU": bounds["seconds"] + 1,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": 32,
        "RLIMIT_CORE": 0,
    }
    for name, most in wanted.items():
        resource.setrlimit(getattr(resource, name), (most, most))


def watch(seconds, parent):
    """End this process after so many seconds, or once whoever started it is gone."""

    def watching():
        end = time.monotonic() + seconds
        while time.monotonic() < end and os.getppid() == parent:
            time.sleep(0.1)
        os._exit(3)

    threading.Thread(target=watching, daemon=True).start()


def connect(duckdb, file, bounds):
    """The database, read-only, which reaches no other file and whose settings cannot be changed."""
    return duckdb.connect(
        file,
        read_only=True,
        config={
            "enable_external_access": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "python_enable_replacements": "false",
            "memory_limit": f"{bounds['memory']}B",
            "threads": "1",
            "temp_directory": "",
            "max_execution_time": str(bounds["seconds"] * 1000),
            "lock_configuration": "true",
        },
    )


def answer(duckdb, connection, sql, bounds):
    """columns (name and kind), rows, and whether there are more; or error: its kind and words.

    Dates and all that JSON has no type for are text, as DuckDB writes it.
    """
    try:
        statements = duckdb.extract_statements(sql)
        if len(statements) != 1:
            return {"error": "statements", "number": len(statements)}
        if statements[0].type != duckdb.StatementType.SELECT:
            return {"error": "statement", "type": statements[0].type.name}
        relation = _bound(duckdb, connection, sql)
        if len(relation.columns) > bounds["columns"]:
            return {"error": "columns", "number": len(relation.columns)}
        return _table(relation, bounds)
    except duckdb.InterruptException:
        return {"error": "time"}
    except (duckdb.OutOfMemoryException, MemoryError):
        return {"error": "memory"}
    except (duckdb.Error, UnicodeError, ValueError) as error:
        return {"error": "duckdb", "words": str(error)[:2000]}


def _bound(duckdb, connection, sql):
    """The SELECT, not answered yet. Raises duckdb.Error, which says where in the SQL."""
    try:
        return connection.sql(sql)
    except (duckdb.BinderException, duckdb.CatalogException):
        connection.execute(sql)  # fails as well, and says where, which the first leaves out
        raise


def _table(relation, bounds):
    types = [str(one) for one in relation.types]
    kinds = [_kind(one) for one in types]
    casts = {"text": "VARCHAR", "date": "VARCHAR", "number": "DOUBLE"}
    chosen = relation.project(
        ", ".join(
            f"CAST(#{place} AS {casts[kind]})" if kind in casts else f"#{place}"
            for place, kind in enumerate(kinds, start=1)
        )
    )
    rows, size, more = [], 0, False
    for row in chosen.iter_rows():
        size += len(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))
        if len(rows) == bounds["rows"] or size > bounds["bytes"]:
            more = True
            break
        rows.append(row)
    if more and not rows:
        return {"error": "bytes"}
    return {"columns": list(zip(relation.columns, kinds, strict=True)), "rows": rows, "more": more}


def _kind(type_name):
    if type_name.startswith("DECIMAL"):
        return "number"
    return "date" if type_name == "DATE" else SIMPLE.get(type_name, "text")


def main():
    """Answer what standard input asks, within its bounds."""
    os.nice(_RANK)
    asked = json.load(sys.stdin)
    bounds = asked["bounds"]
    watch(bounds["seconds"] + asked["start"], asked["parent"])
    sys.path[:] = asked["path"]
    import duckdb

    connection = connect(duckdb, f"/dev/fd/{asked['file']}", bounds)
    limit(bounds)
    watch(bounds["seconds"], asked["parent"])
    json.dump(answer(duckdb, connection, asked["sql"], bounds), sys.stdout)


if __name__ == "__main__":
    main()
