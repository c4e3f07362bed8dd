"""A bulletin's text to candidates: every quantity and date with place, value, bounds and unit."""

from decimal import Decimal

from xi_data.reading.as_of import AsOf
from xi_data.reading.candidate import Candidate, Refusal, partial_day, whole_day
from xi_data.reading.cells import CellCopy
from xi_data.reading.classify import Context, Reading
from xi_data.reading.dates import Calendar, Day
from xi_data.reading.evidence import Span
from xi_data.reading.patterns import Pattern
from xi_data.reading.quantity import Quantity
from xi_data.reading.rules import kind_of
from xi_data.reading.sentences import Sentences
from xi_data.reading.tables import Table, apart, find_tables
from xi_data.reading.text import ReadingCopy
from xi_data.reading.tokens import Tokens

_PUBLISHED = Pattern(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")


def is_published(date: str) -> bool:
    """Whether a date of publication is written YYYY, YYYY-MM or YYYY-MM-DD."""
    return _PUBLISHED.fullmatch(date) is not None


def extract(text: str, *, published: str | None = None) -> list[Candidate]:
    """Candidates of a text in the order of their places.

    published: YYYY, YYYY-MM or YYYY-MM-DD; completes dates that print no year or month.
    Raises ValueError where published has another form.
    """
    return read(text, published=published)[0]


def read(text: str, *, published: str | None = None) -> tuple[list[Candidate], list[Refusal]]:
    """Candidates of a text, and what was refused with its reason, each in the order of places.

    Raises ValueError where published is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    if published and not is_published(published):
        raise ValueError(f"published: {published!r}; expected YYYY, YYYY-MM or YYYY-MM-DD")
    tables = find_tables(text)
    copy = ReadingCopy(apart(text, tables))
    tokens = Tokens(copy.words)
    refusals = []
    for start, end, reason in tokens.refused:
        start, end = copy.place(start, end)
        refusals.append(Refusal(start, end, text[start:end], reason))
    candidates = list(_Proposals(copy, tokens.found, published))
    if tables:
        return _with_cells(text, tables, published, candidates, refusals)
    return candidates, refusals


def _with_cells(
    text: str,
    tables: list[Table],
    published: str | None,
    candidates: list[Candidate],
    refusals: list[Refusal],
) -> tuple[list[Candidate], list[Refusal]]:
    """What was read, with the numbers of tables as their rows and columns say."""
    copy = CellCopy(text, tables)
    found = Tokens(copy.words).found
    whole = copy.read_whole(found)
    cells = []
    for index, one in enumerate(_Proposals(copy, found, published)):
        if index in whole:
            _, (start, end) = whole[index]
            if one.range_id:
                one = one._replace(range_id=f"cell-{one.range_id}")
            cells.append(one._replace(sentence_start=start, sentence_end=end))
    taken = {place for (start, end), _ in whole.values() for place in range(start, end)}
    candidates = [one for one in candidates if one.start not in taken]
    refusals = [one for one in refusals if one.start not in taken]
    return sorted((*candidates, *cells), key=lambda one: one.start), refusals


class _Proposals:
    """Candidates of the quantities and dates of one reading copy, in the order of their places."""

    def __init__(self, copy: ReadingCopy, found: list[Quantity | Day], published: str | None):
        self._copy, self._found = copy, found
        self._sentences = Sentences(copy.words)
        spans = [(token.start, token.end) for token in found]
        self._context = Context(copy.words, copy.printed, spans)
        self._calendar = Calendar(published)
        self._as_of = AsOf(copy.words)
        self._ranges = 0
        self._said: dict[Span, str] = {}  # words that decided, with their places
        self._shared: Reading | None = None  # of the range whose upper end comes next

    def __iter__(self):
        sentence = given = (-1, -1)
        for index, token in enumerate(self._found):
            place = self._copy.place(token.start, token.end)
            if token.start >= sentence[1]:  # figures of one sentence follow each other
                sentence = self._sentences.at(token.start)
                given = self._copy.place(*sentence)
            if isinstance(token, Day):
                yield self._of_day(token, place, sentence[0], given)
            else:
                yield self._of_quantity(index, token, place, sentence[0], given)

    def _of_day(self, day: Day, place: Span, sentence: int, given: Span) -> Candidate:
        iso = self._calendar.complete(day)
        whole = whole_day(iso)
        category = self._as_of.date(day, whole, sentence)
        return Candidate(
            *place,
            mention=self._copy.text[slice(*place)],
            kind="date",
            value=None,
            value_low=None,
            value_high=None,
            qualifier="exact",
            unit="date",
            unit_printed=None,
            date=whole,
            topic="date",
            category=category,
            status=None,
            subject=None,
            range_id=None,
            sentence_start=given[0],
            sentence_end=given[1],
            as_of=None,
            as_of_basis=None,
            date_partial=None if whole else partial_day(iso),
        )

    def _of_quantity(
        self, index: int, quantity: Quantity, place: Span, sentence: int, given: Span
    ) -> Candidate:
        reading = self._reading(index, quantity)
        self._ranges += quantity.part == "low"
        as_of, basis = self._as_of.of(quantity.start, sentence)
        value = _plain(quantity.value)
        other = reading.unit != quantity.unit and quantity.kind in ("quantity", "money")
        return Candidate(
            *place,
            mention=self._copy.text[slice(*place)],
            kind=kind_of(reading.unit) if other else quantity.kind,
            value=value,
            value_low=value if quantity.low is quantity.value else _plain(quantity.low),
            value_high=value if quantity.high is quantity.value else _plain(quantity.high),
            qualifier=quantity.qualifier or None,
            unit=reading.unit,
            unit_printed=quantity.unit_printed or None,
            date=None,
            topic=reading.topic,
            category=reading.category or None,
            status=reading.status or None,
            subject=reading.subject or None,
            range_id=f"range-{self._ranges}" if quantity.part else None,
            sentence_start=given[0],
            sentence_end=given[1],
            as_of=as_of,
            as_of_basis=basis,
            reasons=self._told(reading, quantity, place) or None,
            unsure=" ".join(reading.unsure) or None,
        )

    def _reading(self, index: int, quantity: Quantity) -> Reading:
        """What the words around say; the two ends of a range in one unit are read as one."""
        if quantity.part == "high" and self._shared:
            return self._shared
        self._shared = None
        if quantity.part != "low":
            return self._context.read(index, quantity)
        upper = self._found[index + 1]
        if not isinstance(upper, Quantity) or upper.unit != quantity.unit:
            return self._context.read(index, quantity)
        both = upper._replace(start=quantity.start)
        self._shared = self._context.read(index, both, last=index + 1)
        return self._shared

    def _told(self, reading: Reading, quantity: Quantity, place: Span) -> str:
        """The reasons of a reading, with places in the text as given."""
        told, said = [], self._said
        for column, start, end, near in reading.reasons:
            word = said.get((start, end))
            if word is None:
                begin, stop = self._copy.place(start, end)
                word = said[start, end] = f"{self._copy.text[begin:stop]}@{begin}:{stop}"
            told.append(f"{column}={word}/{near}")
        if quantity.doubtful:
            told.append(f"value=two readings@{place[0]}:{place[1]}/mention")
        return "; ".join(told)


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    whole = int(value)
    return whole if whole == value else float(value)
