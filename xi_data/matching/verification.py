"""What a verification found, in lines for a person."""

from collections.abc import Iterator

from xi_data.matching.align import Verification


def report(text: str, found: Verification) -> Iterator[str]:
    """A line for each figure not found by its words and each unclassified number, then the sums."""
    for one in found.verdicts:
        figure = one.figure
        said = f"data say {figure.start}:{figure.end}"
        if one.verdict == "missing":
            yield f"missing  {figure.figure_id}: {figure.mention}, {said}"
        elif one.verdict == "moved" or one.proof == "order":
            printed = f"{figure.figure_id}: {text[one.start : one.end]} at {one.start}:{one.end}"
            yield f"{one.verdict:8} {printed}, {said} (found by {one.proof})"
    for start, end in found.uncovered:
        yield f"unclassified number {text[start:end]} at {start}:{end}"
    counts = ", ".join(f"{found.count(one)} {one}" for one in ("aligned", "moved", "missing"))
    yield f"{len(found.verdicts)} figures: {counts}; {len(found.uncovered)} unclassified numbers"
