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
"""Of these, spreadsheets and packages that had to be made; beyond it, 429."""

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

PATIENCE = 20
"""Seconds that somebody stands in either line; then 429."""
