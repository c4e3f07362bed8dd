"""A bulletin under review: what the machine proposed, and what a person decided of it so far."""

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from xi_data.corpus.bulletin import read_opened
from xi_data.corpus.figures import excused_of, figures_of
from xi_data.corpus.index import Entry
from xi_data.corpus.published import Publication
from xi_data.corpus.rows import bulletin_row, dated, free_key, line_rows, placed, titled
from xi_data.opening.opened import CannotOpenError, Opened
from xi_data.reading.extract import is_published, read
from xi_data.reading.rule_tables import vocabulary
from xi_data.record.figures import Excused, Figure
from xi_data.review.folding import State, folded
from xi_data.review.guesses import Guess, guesses_of
from xi_data.review.written import RefusedError

MOST_FIGURES = 10_000
"""Figures of one bulletin that can be reviewed."""

_LONGEST = 300  # characters of a title, a publisher or a place

_DATES = ("date", "date_partial", "as_of", "as_of_basis")
"""Columns that rest on when a bulletin was published."""

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Described:
    """What is known of a bulletin; what is not is "". published: YYYY, YYYY-MM or YYYY-MM-DD."""

    bulletin_id: str
    title: str
    publisher: str
    place: str
    published: str


@dataclass(frozen=True)
class Decision:
    """One step of a person, which one step takes back.

    figure_id: the key that it is about, or several with blanks between. decision: accept, reject,
    change, add, split, merge or reopen. before, after: JSON of what it took and what it put in its
    place: an object of columns for accept, change and reopen (a list of them where figures
    differ), else a list of whole rows; "" for nothing. reason: of a rejection, else "".
    """

    figure_id: str
    decision: str
    before: str = ""
    after: str = ""
    reason: str = ""

    @property
    def figure_ids(self) -> tuple[str, ...]:
        """The keys that it is about."""
        return tuple(self.figure_id.split())


@dataclass(frozen=True)
class Draft:
    """A bulletin, its proposals in the order of the text, and the decisions in their own order.

    row, lines: its row of bulletins.csv by column, and its rows of paragraphs.csv. text: None where
    a package came without. excused: numerals that count nothing. undone: decisions taken back, the
    first of them last. carried: rows of further tables that its package had, by table, and words of
    its own by vocabulary. guesses: what title, publisher, place and date rest on, of a text that
    was just brought.
    """

    row: dict[str, Any]
    lines: tuple[Row, ...]
    text: str | None
    proposals: tuple[Figure, ...]
    excused: tuple[Excused, ...]
    decisions: tuple[Decision, ...] = ()
    undone: tuple[Decision, ...] = ()
    carried: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    guesses: tuple[Guess, ...] = field(default=(), compare=False)

    @property
    def bulletin_id(self) -> str:
        """The key of the bulletin."""
        return self.row["bulletin_id"]

    def title(self, lang: str) -> str:
        """Its title as the pages have it; a sample has one in each language."""
        return self.row[f"title_{lang}"]

    @property
    def bulletin(self) -> Described:
        """What is known of the bulletin."""
        row = self.row
        published = row["published"].isoformat() if row["published"] else row["published_partial"]
        return Described(
            bulletin_id=row["bulletin_id"],
            title=row["title_zh"],
            publisher=row["publisher_printed"] or "",
            place="" if row["place_zh"] == placed("")["place_zh"] else row["place_zh"],
            published=published or "",
        )

    def vocabulary(self, table: str) -> Mapping[str, Mapping[str, str]]:
        """The rows of a vocabulary by key, with the words that the package brought of its own."""
        return self.once(f"_vocabulary_{table}", lambda draft: _with_own(table, draft.carried))

    @cached_property
    def state(self) -> State:
        """The figures as the decisions leave them. It is shared: read it, never change it."""
        return folded(self.proposals, self.decisions)

    def once(self, name: str, compute: Callable[["Draft"], Any]) -> Any:
        """What follows from this draft, under a name of its own: computed when first asked for."""
        if name not in self.__dict__:
            self.__dict__[name] = compute(self)
        return self.__dict__[name]


def _with_own(table: str, carried: Mapping[str, tuple[Row, ...]]) -> Mapping[str, Any]:
    shipped = vocabulary(table)
    columns = next(iter(shipped.values()))
    own = {row[0]: dict(zip(columns, row, strict=True)) for row in carried.get(table, ())}
    return {**own, **shipped} if own else shipped


def draft_of(
    source: Opened | str,
    name: str,
    published: str | None = None,
    taken: Collection[str] = (),
) -> Draft:
    """The draft of a text or an opened file, with every proposal open and every guess filled in.

    name: of the file, which may date it. published: YYYY[-MM[-DD]], where the person knows. taken:
    keys that other bulletins have. Raises ValueError for a date of another form, and
    CannotOpenError for a text that is too long or holds too many figures.
    """
    if published and not is_published(published):
        raise ValueError(f"published: {published!r}; expected YYYY, YYYY-MM or YYYY-MM-DD")
    name = _writable(name or "bulletin.txt")
    opened = source if isinstance(source, Opened) else Opened(source, plain=True)
    title = opened.title and _writable(opened.title)
    opened = replace(opened, text=_writable(opened.text), title=title)
    bulletin = read_opened(opened, name, None, published)
    if len(bulletin.candidates) > MOST_FIGURES:
        raise CannotOpenError(
            "holds {number} figures of at most {most}; split it",
            number=f"{len(bulletin.candidates):,}",
            most=f"{MOST_FIGURES:,}",
        )
    guesses = guesses_of(bulletin)
    guessed = {one.column: one.guess for one in guesses}
    entry = Entry(**{column: guessed[column] for column in ("title", "publisher", "place")})
    bulletin = replace(bulletin, entry=entry)
    key = free_key(bulletin, taken)
    return Draft(
        row=bulletin_row(bulletin, key) | {"latest_date": None},
        lines=tuple(line_rows(opened.text, key)),
        text=opened.text,
        proposals=tuple(figures_of(bulletin, key)),
        excused=tuple(excused_of(bulletin, key)),
        guesses=guesses,
    )


def _writable(text: str) -> str:
    """Half of a pair of surrogates cannot be written anywhere: it becomes "?", as in every file."""
    return text.encode(errors="replace").decode()


def with_text(draft: Draft, text: str) -> Draft:
    """The draft of a package that came without its text, with the text that it was read from.

    Ends of lines and blanks around it may differ. Raises ValueError for another text.
    """
    lines = "\n".join(text.splitlines())
    for one in (text, lines, lines.strip(), f"{lines.strip()}\n"):
        same = _writable(one)
        if hashlib.sha256(same.encode()).hexdigest() == draft.row["sha256"]:
            return replace(draft, text=same)
    raise RefusedError("it is not the text that the figures were read from, to the letter")


def describe(
    draft: Draft,
    title: str | None = None,
    publisher: str | None = None,
    place: str | None = None,
    published: str | None = None,
) -> Draft:
    """The draft with another title, publisher, place or date of publication, as a person knows it.

    None leaves what is known, "" takes it back. Dates that print no year follow the publication,
    where the text is there and nobody has changed, moved or rejected them. Raises ValueError for a
    date of another form, and for a title without words.
    """
    told = {"title": title, "publisher": publisher, "place": place, "published": published}
    row = dict(draft.row)
    for name, value in told.items():
        if value is not None:
            row |= _columns(name, " ".join(_writable(value).split()))
    named = replace(draft, row=row)
    if named.bulletin.published == draft.bulletin.published or draft.text is None:
        return named
    return replace(named, proposals=_dated_anew(named))


def _dated_anew(draft: Draft) -> tuple[Figure, ...]:
    """The proposals with the dates that the publication gives them.

    What a decision keeps of a figure must stay as it is, or it could not be taken back.
    """
    found, _ = read(draft.text, published=draft.bulletin.published or None)
    dates = {one.start: {name: getattr(one, name) for name in _DATES} for one in found}
    decided = {
        key
        for one in (*draft.decisions, *draft.undone)
        if one.decision != "accept"
        for key in one.figure_ids
    }
    return tuple(
        replace(one, **dates.get(one.start, {}))
        if one.reading == "machine" and one.figure_id not in decided
        else one
        for one in draft.proposals
    )


def _columns(name: str, value: str) -> dict[str, Any]:
    if len(value) > _LONGEST:
        raise RefusedError("text of at most {most} characters", most=_LONGEST)
    if name == "title" and value:
        return titled(value)
    if name == "publisher":
        return {"publisher_printed": value or None}
    if name == "place":
        return placed(value)
    if name == "published" and (not value or is_published(value)):
        return dated(Publication(value, "option") if value else Publication())
    if name == "title":
        raise RefusedError("a bulletin has a title")
    raise RefusedError("{value}: expected a date as YYYY, YYYY-MM or YYYY-MM-DD", value=repr(value))
