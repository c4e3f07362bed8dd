"""What the server holds against one who asks too much, named in one place.

docs/security.md has them all in a table, with those that stand where a text or a file is read.
"""

QUERY_CHARACTERS = 4_000
"""Characters after the question mark of a data address; a longer one is answered with 414."""

ROWS = 10_000
"""Rows in one answer in a format that comes in pages; the rest is on the next page."""

WHOLE_ROWS = 20_000
"""Rows in one answer in a format that is written as a whole, about 10 s of work; beyond it, 400."""

REQUESTS_A_MINUTE = 600
"""Requests of one client to data addresses and the health check; beyond it, 429."""

HEAVY_A_MINUTE = 60
"""Of these, spreadsheets and packages that had to be made, and questions in SQL; beyond it, 429."""

CLIENTS = 10_000
"""Clients whose requests are counted; those not seen for longest are forgotten."""

QUESTIONS_AT_ONCE = 4
"""Questions that the database answers at one time. They share its memory; more would not be faster
than the processor's cores, and a hundred at once would each run out of memory."""

ANSWERS_AT_ONCE = QUESTIONS_AT_ONCE
"""Answers made at one time at data addresses: each asks the database a question at a time."""

ANSWERS_WAITING = 200
"""Answers in line for that; beyond it, 429."""

HEAVY_AT_ONCE = 2
"""Heavy files made at one time, for data addresses and pages together."""

HEAVY_WAITING = 32
"""Heavy files in line for that; beyond it, 429, or a button that says that it failed."""

TAB_CHARACTERS = 2_000_000
"""Characters of packages and texts that a page keeps in its tab, and sends in one message."""

DECISION_CHARACTERS = 3_000_000
"""Characters of all decisions of a review session, which its tab keeps beside these; 50,000 figures
accepted one by one, or 9,000 rejected, each with its whole row."""

PATIENCE = 20
"""Seconds that somebody stands in either line; then 429."""

CORPUS_THREADS = 2
"""Threads with which DuckDB answers a question about a corpus."""

STREAMS_AT_ONCE = 2
"""Files of a corpus sent at one time, each of which holds some thousand rows; beyond it, 429."""

SQL_CHARACTERS = 8_000
"""Characters of a question in SQL; a longer one is refused."""

SQL_SECONDS = 10
"""Seconds by the clock that a question in SQL may take, and seconds of the processor; then its
process is killed."""

SQL_MEMORY = 256_000_000
"""Bytes that DuckDB may take for a question in SQL."""

SQL_PROCESS = 1_500_000_000
"""Bytes of addresses that its process may have: Python, DuckDB, and what DuckDB does not count."""

SQL_ROWS = 10_000
"""Rows of an answer to a question in SQL; the rest is left out, which is said."""

SQL_COLUMNS = 200
"""Columns of such an answer; a wider one is refused."""

SQL_BYTES = 4_000_000
"""Bytes of such an answer; the rows beyond it are left out."""

SQL_AT_ONCE = 2
"""Questions in SQL that are answered at one time, each in a process of its own."""

SQL_WAITING = 16
"""Questions in SQL in line for that; beyond it, 429, or a message on the page."""
