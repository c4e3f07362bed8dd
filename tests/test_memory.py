"""Answers kept in memory: one computation for all who wait, within a cap, none of free text."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.three_bulletins import SHIPPED
from xi_data import memory, store
from xi_data.ui.state import answers

THREADS = 24


@pytest.fixture(autouse=True)
def nothing_kept():
    memory.forget()
    yield
    memory.forget()


def test_many_who_ask_at_once_wait_for_one_computation():
    computed, begun, all_ask = [], Event(), Barrier(THREADS)

    def compute() -> str:
        begun.set()
        computed.append(1)
        return "an answer"

    def ask(_) -> str:
        all_ask.wait()
        return memory.answer("a question", compute)

    with ThreadPoolExecutor(THREADS) as threads:
        assert set(threads.map(ask, range(THREADS))) == {"an answer"}
    assert begun.is_set()
    assert len(computed) == 1


def test_another_question_is_not_held_up_by_one_that_takes_long():
    begun, finish = Event(), Event()

    def slow() -> str:
        begun.set()
        assert finish.wait(10)
        return "slow"

    with ThreadPoolExecutor(2) as threads:
        waiting = threads.submit(memory.answer, "slow", slow)
        assert begun.wait(10)
        quick = threads.submit(memory.answer, "quick", lambda: "quick")
        assert quick.result(10) == "quick"
        assert not waiting.done()
        finish.set()
        assert waiting.result(10) == "slow"


def test_all_answers_stay_within_the_cap_and_the_oldest_go_first():
    part = memory.MOST // 4
    for number in range(10):
        memory.answer(number, lambda: b"x" * part)
        assert memory.realm().answers.currsize <= memory.MOST
    computed = []
    memory.answer(9, lambda: computed.append("again"))
    assert computed == []
    memory.answer(0, lambda: computed.append("again"))
    assert computed == ["again"]


def test_an_answer_above_the_cap_is_given_and_not_kept():
    size = memory.MOST + 1
    for _ in range(2):
        assert len(memory.answer("too big", lambda: bytes(size))) == size
    assert len(memory.realm().answers) == 0


def test_what_was_raised_is_not_kept():
    def fail() -> str:
        raise OSError("not this time")

    for _ in range(2):
        with pytest.raises(OSError, match="not this time"):
            memory.answer("a question", fail)
    assert memory.answer("a question", lambda: "now") == "now"


def test_the_weight_of_a_frame_grows_with_its_rows_and_words():
    short, long = (pd.DataFrame({"words": ["a" * size] * 1000}) for size in (10, 1000))
    assert memory.bytes_of(long) > 900_000 > memory.bytes_of(short)
    assert memory.bytes_of([long, {"key": long}]) > 2 * memory.bytes_of(long)


def test_arguments_tell_answers_apart():
    doubled = memory.memoised(lambda number, times=2: number * times)
    assert [doubled(2), doubled(3), doubled(2, times=5), doubled(2)] == [4, 6, 10, 4]


def test_what_visitors_type_is_never_kept_for_others():
    answers.query(store.figures, SHIPPED, "en")
    kept, bytes_kept = len(memory.realm().answers), memory.realm().answers.currsize
    for number in range(3_000):
        answers.query(_echo, search=f"word {number}")
        answers.query(_echo, search=" " * (number + 1))
    for words in ("masks", "口罩", " "):
        answers.query(store.figures, SHIPPED, "en", search=words)
        answers.query(store.counts, SHIPPED, search=words)
    assert (len(memory.realm().answers), memory.realm().answers.currsize) == (kept, bytes_kept)


def _echo(database, search: str) -> str:
    return search


def test_a_session_keeps_its_last_question_alone():
    app = AppTest.from_function(_three_searches).run()
    assert not app.exception
    assert [one.value for one in app.markdown] == ["first first second second", "1 kept"]


def _three_searches():
    import streamlit as st

    from xi_data import memory
    from xi_data.ui.state import keys
    from xi_data.ui.state.answers import answered
    from xi_data.views import Question

    first, second = (
        Question("figures", "en", ("a",), (("search", words),)) for words in ("masks", "flour")
    )
    said = [
        answered(first, "story", lambda: "first"),
        answered(first, "story", lambda: "first again"),
        answered(second, "story", lambda: "second"),
        answered(second, "story", lambda: "second again"),
    ]
    st.markdown(" ".join(said))
    question, own = st.session_state[keys.OWN_ANSWERS]
    assert question == second
    assert len(memory.realm().answers) == 0
    st.markdown(f"{len(own)} kept")
