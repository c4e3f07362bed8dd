"""The words of the app: every message in both languages, and how each language writes numbers."""

import ast
import datetime
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from xi_data import store
from xi_data.locale import LANGUAGES, translator
from xi_data.reading.text import UNSEEN, simplified
from xi_data.record.tables import TABLES
from xi_data.store.broken import check_sentences
from xi_data.store.build import schema

ROOT = Path(__file__).resolve().parents[1]
CHINESE = ROOT / "xi_data/locale/zh.po"
SOURCES = [
    ROOT / "app.py",
    *sorted((ROOT / "pages").glob("*.py")),
    *sorted(ROOT.rglob("xi_data/**/*.py")),
]
GLOSSARY = (ROOT / "xi_data/locale/README.md").read_text(encoding="utf-8")
READMES = {
    name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md")
}
ERRORS = (
    "CannotOpenError",
    "DocumentError",
    "SqlError",
    "UndecodableError",
    "WorkspaceError",
    "ChangedMeanwhileError",
    "UnreadableCorpusError",
)
KEYWORDS = {"t": 1, "plural": 2, **dict.fromkeys(("Message", "RefusedError", *ERRORS), 1)}
"""Function, or what says itself in any language, to its number of English forms."""

PASSED_ON = {
    "xi_data/export.py": ["t(comment)", "t(comment)"],  # of the schema
    "xi_data/batches/document.py": ["DocumentError(self.problem.message, **"],
    "xi_data/batches/tables.py": ["DocumentError(row.problem.message, **"],
    "xi_data/opening/apart.py": ["CannotOpenError(error.message, **"],
    "xi_data/record/errors.py": [
        "Message(held[",
        "t(self.message, **",
        "Message(message, **values)",
    ],
    "xi_data/ui/corpus/problems.py": ["Message(kind)"],
    "xi_data/store/broken.py": ["Message(next(sentences))"],  # of the schema
}
"""Messages that are written elsewhere: the beginnings of the calls that say them."""

QUOTED = re.compile("“[^”]*”")
"""Words in quotation marks: as the article prints them, so in its own characters."""


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with CHINESE.open("rb") as file:
        return read_po(file, locale="zh_Hans_CN", abort_invalid=True)


@pytest.fixture(scope="module")
def wanted(connection) -> dict[str, str]:
    """Every message of the app to the English that stands for it where there are many."""
    found = {}
    for file in SOURCES:
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and (forms := KEYWORDS.get(asked(call.func))):
                english = [one.value for one in call.args[:forms] if isinstance(one, ast.Constant)]
                if len(english) == forms:
                    found[english[0]] = english[-1]
    meanings = store.dictionary(connection, derived=True)
    for comment in {*meanings["table_comment"], *meanings["column_comment"]}:
        found[comment] = comment
    found |= {one: one for table in TABLES for one in check_sentences(schema(), table)}
    return found


def asked(function: ast.expr) -> str:
    """The name that is called: t, or plural of anything."""
    return getattr(function, "attr", None) or getattr(function, "id", "")


def in_chinese(message) -> str:
    """The one Chinese form of a message."""
    return message.string if isinstance(message.string, str) else message.string[0]


def key(message) -> str:
    """The English that the code asks with."""
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message) -> list[str]:
    """Its English, singular and plural."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


def entries(catalogue: Catalog) -> list:
    """Messages of the catalogue, without its header."""
    return [message for message in catalogue if message.id]


def placeholders(text: str) -> set[str]:
    """Names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_message_has_its_chinese(catalogue, wanted):
    held = {key(message): message for message in entries(catalogue)}
    missing = [
        english for english in wanted if english not in held or not in_chinese(held[english])
    ]
    assert missing == []


def test_no_message_is_kept_that_nothing_uses(catalogue, wanted):
    assert sorted({key(message) for message in entries(catalogue)} - wanted.keys()) == []
    assert sorted(map(str, catalogue.obsolete)) == []


def test_a_message_with_a_plural_has_it_in_the_catalogue(catalogue, wanted):
    different = [
        message.id
        for message in entries(catalogue)
        if (key(message) != wanted.get(key(message), key(message))) != message.pluralizable
        or (message.pluralizable and message.id[1] != wanted.get(message.id[0]))
    ]
    assert different == []


def test_no_message_stands_twice():
    written = re.findall(r'^msgid (".*"(?:\n".*")*)', CHINESE.read_text(encoding="utf-8"), re.M)
    messages = Counter("".join(map(ast.literal_eval, one.splitlines())) for one in written)
    assert [message for message, times in messages.items() if times > 1] == []


def test_no_translation_is_a_guess(catalogue):
    assert [key(message) for message in entries(catalogue) if message.fuzzy] == []


def test_the_values_of_a_message_are_named_alike(catalogue):
    different = [
        key(message)
        for message in entries(catalogue)
        if placeholders(in_chinese(message))
        != placeholders("".join(message.id) if message.pluralizable else message.id)
    ]
    assert different == []


def test_chinese_is_simplified(catalogue):
    said = [QUOTED.sub("", in_chinese(message)) for message in entries(catalogue)]
    assert [words for words in said if simplified(words) != words] == []


def test_no_message_has_a_character_that_nobody_sees(catalogue, wanted):
    """Whatever is on a page can be copied: what is copied must be what was seen."""
    messages = [*wanted, *wanted.values(), *(str(one.string) for one in catalogue)]
    assert [one for one in messages if UNSEEN.search(one)] == []


def test_chinese_is_chinese(catalogue):
    """A message with a word of English has a Chinese character in its translation."""
    english = [
        key(message)
        for message in entries(catalogue)
        if re.search("[a-z]{3}", re.sub(r"\{\w+\}", "", key(message)))
        and not re.search("[一-鿿]", in_chinese(message))
    ]
    assert english == []


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_message_is_written_where_it_is_used(file):
    """Else no tool finds it."""
    hidden = [
        ast.unparse(call)
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name | ast.Attribute)
        and getattr(call.func, "id", getattr(call.func, "attr", None)) in KEYWORDS
        and not isinstance(call.args[0], ast.Constant)
    ]
    passed_on = PASSED_ON.get(file.relative_to(ROOT).as_posix(), [])
    assert len(hidden) == len(passed_on)
    assert all(map(str.startswith, hidden, passed_on))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_fills_in_its_values(lang, wanted):
    t = translator(lang)
    for singular, plural in wanted.items():
        values = dict.fromkeys(placeholders(singular) | placeholders(plural), "X")
        if singular == plural:
            words = [t(singular, **values)]
        else:
            values.pop("number")
            words = [t.plural(singular, plural, number, **values) for number in (1, 2)]
        assert all("{" not in one for one in words), singular


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (15000, "15,000"),
        (1930.0, "1,930"),
        (1930, "1,930"),
        (0, "0"),
        (0.5, "0.5"),
        (2.345, "2.34"),
        (-1200, "-1,200"),
        (2500000, "2,500,000"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_are_grouped_by_thousands(lang, value, written):
    assert translator(lang).number(value) == written


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (999, "999", "999"),
        (9999, "9,999", "9,999"),
        (10000, "10,000", "1万"),
        (15000, "15,000", "1.5万"),
        (23303, "23,303", "23,303"),
        (106000, "106,000", "10.6万"),
        (750000, "750,000", "75万"),
        (123456, "123,456", "123,456"),
        (1234560, "1,234,560", "1,234,560"),
        (1030000, "1.03m", "103万"),
        (2500000, "2.5m", "250万"),
        (99990000, "99.99m", "9,999万"),
        (250000000, "250m", "2.5亿"),
    ],
)
def test_a_compact_number_is_short_in_its_language(value, english, chinese):
    assert translator("en").compact(value) == english
    assert translator("zh").compact(value) == chinese


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_share_is_a_percentage(lang):
    t = translator(lang)
    assert t.percent(1846 / 1930) == "95.6%"
    assert t.percent(1846 / 1930, 0) == "96%"
    assert t.percent(1.0) == "100.0%"


def test_dates():
    day = datetime.date(2020, 2, 5)
    assert translator("en").date(day) == "5 February 2020"
    assert translator("zh").date(day) == "2020 年 2 月 5 日"


def test_plurals():
    ask = ("{number} figure", "{number} figures")
    english, chinese = translator("en"), translator("zh")
    assert [english.plural(*ask, n) for n in (0, 1, 2, 1930)] == [
        "0 figures",
        "1 figure",
        "2 figures",
        "1,930 figures",
    ]
    assert chinese.plural(*ask, 1).replace("1", "1,930") == chinese.plural(*ask, 1930)


def test_lists_are_joined_as_the_language_does():
    assert translator("en").listed(["a", "b", "c"]) == "a, b and c"
    assert translator("en").listed(["a", "b"], "or") == "a or b"
    assert translator("en").listed(iter(["a"])) == "a"
    assert translator("zh").listed(["甲", "乙", "丙"]) == "甲、乙和丙"
    assert translator("zh").listed(["甲", "乙"], "or") == "甲或乙"


def test_a_number_stands_apart_from_its_unit_but_for_its_own_last_character():
    assert translator("en").measured("2.5m", "yuan") == "2.5m yuan"
    assert translator("zh").measured("超过 250万", "元") == "超过 250万元"
    assert translator("zh").measured("2.5亿", "元") == "2.5亿元"
    assert translator("zh").measured("85", "件") == "85 件"
    assert translator("zh").measured("85", "") == "85"


def test_sentences_are_joined_by_the_full_stop_of_the_language():
    assert translator("en").full_stops(["A", "B"]) == "A. B"
    assert translator("zh").full_stops(["甲", "乙"]) == "甲。乙"


def test_a_name_inside_a_sentence_is_not_capitalised():
    t = translator("en")
    assert t.inside("Face masks") == "face masks"
    assert t.inside("KTV rooms") == "KTV rooms"
    assert t.inside("") == ""
    assert translator("zh").inside("KTV") == "KTV"


def test_an_unknown_message_is_said_in_english():
    assert translator("zh")("No such message, {name}", name="x") == "No such message, x"


def test_an_unknown_language_is_refused():
    with pytest.raises(KeyError):
        translator("xx")


def table_of(heading: str) -> list[list[str]]:
    """Cells of the table of the glossary whose heading begins so, without its first two lines."""
    lines = GLOSSARY[GLOSSARY.index(f"| {heading} |") :].split("\n\n")[0].strip().splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def refused() -> list[str]:
    """Every word that the glossary replaces by another."""
    cells = [row[-1] for row in table_of("concept")]
    return [word for cell in cells for word in cell.split(", ") if word]


def excepted() -> set[tuple[str, str]]:
    """Message and word that is used in it in another sense."""
    return {(message, word) for message, word, _ in table_of("message")}


def words_refused(text: str) -> set[str]:
    """Those of the refused words that a text has; English ones in any of their forms."""
    text = re.sub(r"\{\w+\}", "", text)
    return {
        word
        for word in refused()
        if re.search(
            rf"\b{word}(?:s|es|d|ed|ing|ings|er|ness)?\b" if word.isascii() else word, text, re.I
        )
    }


def test_the_glossary_refuses_words_and_says_what_to_use():
    assert {"print", "excused", "印", "上界", "刻度"} <= set(refused())
    assert all(english and chinese for _, english, chinese, _ in table_of("concept"))
    assert words_refused("Printed, {hedge}, sprint") == {"print"}


def test_one_word_stands_for_one_concept(catalogue):
    found = {
        (key(message), word)
        for message in entries(catalogue)
        for text in (
            *([message.id] if isinstance(message.id, str) else message.id),
            in_chinese(message),
        )
        for word in words_refused(text)
    }
    assert found == excepted()  # what is excepted is in use, too


@pytest.mark.parametrize("name", READMES)
def test_readmes_keep_to_the_glossary(name):
    prose = re.sub(r"(?m)^ {4}.*$|`[^`]*`|\]\([^)]*\)", "", READMES[name])
    assert words_refused(prose) == set()


def test_bold_ends_where_markdown_sees_it(catalogue):
    """Two stars between a full stop and a letter close nothing: Chinese sets no space there."""
    shown = re.compile(r"\*\*[^*]*[^\w\s*}]\*\*(?=\w)")
    assert shown.search("**这些数字：**请看")
    assert [words for words in map(in_chinese, entries(catalogue)) if shown.search(words)] == []
