"""Chinese in Latin letters: the syllables of a text, and those that typed letters may stand for."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, product

_HAN = re.compile("[㐀-鿿豈-﫿]+")
_SYLLABLE = re.compile(
    "[aeo]|[ae]i|ao|ou|ang?|eng?|er|[bpmfw]o|"
    "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])"
    "(?:ang?|eng?|ong|ai|ei|ao|ou|iang?|ing?|iong|iao|ie|iu|ia|uang?|uai|ua|ui|uo|un|ue|[aeiu])"
)
_MARK = "~"  # tells the syllable he from the word he
_LONGEST = 40  # letters that may be pinyin: no name is longer
_MOST = 8  # ways to part letters into syllables that are looked for


def spelt(text: str) -> str:
    """Its Chinese characters as syllables without tones, " ~kou ~zhao"; ü is u."""
    return "".join(map(_run_spelt, _HAN.findall(text)))


@lru_cache(20_000)
def _run_spelt(run: str) -> str:
    """The same of Chinese alone; a label repeats what it is made of."""
    from pypinyin import lazy_pinyin  # a fifth of a second, and only what builds an index asks

    return _tokens(map(_with_u, lazy_pinyin(run)))


def is_pinyin(word: str) -> bool:
    """Whether a word in small letters can be parted into syllables."""
    return len(word) <= _LONGEST and bool(_parted(_with_u(word)))


def spellings(words: Sequence[str]) -> tuple[str, ...]:
    """The syllables, as spelt gives them, that these words may stand for when read on.

    Nothing where one of them is no pinyin, nor for a single syllable: he and men are words.
    """
    if not all(map(is_pinyin, words)):
        return ()
    ways = islice(product(*(_parted(_with_u(word)) for word in words)), _MOST)
    joined = (sum(way, ()) for way in ways)
    return tuple(_tokens(way) for way in joined if len(way) > 1)


def _with_u(word: str) -> str:
    """With lv and nv as spelt writes them."""
    return re.sub("(?<=[ln])v", "u", word)


@lru_cache(1000)
def _parted(word: str) -> tuple[tuple[str, ...], ...]:
    """Ways to part a word into syllables, _MOST at most."""
    if not word:
        return ((),)
    ways = (
        (word[:length], *rest)
        for length in range(min(6, len(word)), 0, -1)
        if _SYLLABLE.fullmatch(word[:length])
        for rest in _parted(word[length:])
    )
    return tuple(islice(ways, _MOST))


def _tokens(syllables: Iterable[str]) -> str:
    return "".join(f" {_MARK}{one}" for one in syllables)
