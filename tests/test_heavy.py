"""A bounded line: how many work at once, how many wait, and what is refused."""

from contextvars import ContextVar
from threading import Barrier, Event

import pytest

from xi_data import heavy, memory
from xi_data.heavy import BusyError, Line
from xi_data.record.tables import DATA


def test_no_more_work_at_once_than_there_are_places_for():
    line, gate, together = Line(2, 8), Event(), Barrier(3)
    at_once = []

    def work() -> None:
        at_once.append(1)
        if len(at_once) <= 2:
            together.wait(timeout=10)
            gate.wait(timeout=10)

    begun = [line.begin(work) for _ in range(10)]
    together.wait(timeout=10)
    assert len(at_once) == 2
    gate.set()
    for one in begun:
        one.result(timeout=10)
    assert len(at_once) == 10


def test_who_comes_to_a_full_line_is_refused_until_a_place_is_free():
    line, gate = Line(1, 1), Event()
    begun = [line.begin(gate.wait), line.begin(gate.wait)]
    with pytest.raises(BusyError):
        line.result(lambda: 1)
    gate.set()
    for one in begun:
        one.result(timeout=10)
    assert line.result(lambda: 1) == 1


def test_who_stands_in_line_too_long_is_refused_and_leaves_it(monkeypatch):
    monkeypatch.setattr(heavy, "PATIENCE", 0.01)
    line, gate = Line(1, 1), Event()
    begun = line.begin(gate.wait)
    for _ in range(3):  # the place in the line is free again each time
        with pytest.raises(BusyError):
            line.result(lambda: 1)
    gate.set()
    begun.result(timeout=10)


def test_what_work_raises_is_raised_and_its_place_is_free_again():
    line = Line(1, 0)

    def fail() -> None:
        raise ValueError("no room")

    for _ in range(3):
        with pytest.raises(ValueError, match="no room"):
            line.result(fail)


def test_work_in_line_is_that_of_who_asked_for_it():
    mine = memory.Realm(DATA, own=True)
    with memory.within(mine):
        made = memory.carried(heavy.in_line(memory.realm))
    assert made() is mine
    assert memory.realm() is not mine
    word = ContextVar("word", default="nobody's")
    word.set("mine")
    assert heavy.in_line(word.get)() == "mine"
