"""What the figures of a topic can be measured in, for topics that are named for it."""

TOPIC_DIMENSIONS: dict[str, frozenset[str]] = {
    "funding": frozenset(("money",)),
    "schedule": frozenset(("duration", "frequency")),
    "date": frozenset(("date",)),
}
"""Topic to the dimensions of units.csv; figures of all others are measured in any."""
