"""The copy of an article that a folder holds. The article here is invented."""

import hashlib

import pytest

from xi_data.matching import copies
from xi_data.matching.copies import best_copy
from xi_data.reading.text import context_hash
from xi_data.record.figures import Figure

TEXT = "全縣排查12人，口罩3000只，\n體溫計40個，酒精7桶。"


@pytest.fixture
def figures() -> list[Figure]:
    """The four counts of the text."""
    cells = dict.fromkeys(Figure.__dataclass_fields__)
    found = []
    for mention in ("12人", "3000只", "40個", "7桶"):
        start = TEXT.index(mention)
        end = start + len(mention)
        place = dict(start=start, end=end, context_hash=context_hash(TEXT, start, end))
        found.append(Figure(**cells | place | dict(figure_id=mention, mention=mention)))
    return found


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_the_file_that_positions_were_made_on_comes_first(tmp_path, figures):
    (tmp_path / "below").mkdir()
    (tmp_path / "a.txt").write_text(f"{TEXT} ", encoding="utf-8")
    (tmp_path / "below" / "z.txt").write_text(TEXT, encoding="utf-8")
    assert best_copy(tmp_path, sha256(TEXT), figures, []) == (tmp_path / "below/z.txt", TEXT)


def test_else_the_file_in_which_most_figures_are_found(tmp_path, figures):
    (tmp_path / "a.txt").write_text(TEXT.replace("40個", "若干"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"轉載\n{TEXT}", encoding="gb18030")
    (tmp_path / "c.txt").write_text("另一篇：12人。", encoding="utf-8")
    file, text = best_copy(tmp_path, sha256(TEXT), figures, [])
    assert (file.name, text) == ("b.txt", f"轉載\n{TEXT}")


def test_another_bulletin_is_no_copy(tmp_path, figures):
    (tmp_path / "other.txt").write_text("他縣12人、3000只、40個、7桶齊全。", encoding="utf-8")
    assert best_copy(tmp_path, sha256(TEXT), figures, []) is None


def test_what_cannot_be_read_is_passed_over(tmp_path, figures, monkeypatch):
    monkeypatch.setattr(copies, "MOST_CHARACTERS", len(TEXT) + 2)
    monkeypatch.setattr(copies, "MOST_BYTES", 200)
    (tmp_path / "binary.txt").write_bytes(b"\xff\xff\x81")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "large.txt").write_text(TEXT + " " * 200, encoding="utf-8")
    (tmp_path / "long.txt").write_text(TEXT + " " * 3, encoding="utf-8")
    assert best_copy(tmp_path, sha256(TEXT), figures, []) is None
    (tmp_path / "short.txt").write_text(TEXT + " ", encoding="utf-8")
    assert best_copy(tmp_path, sha256(TEXT), figures, [])[0].name == "short.txt"


def test_no_folder_holds_nothing(tmp_path, figures):
    assert best_copy(tmp_path / "nowhere", sha256(TEXT), figures, []) is None


def test_the_article_is_found(article, figures, tmp_path):
    (tmp_path / "article.txt").write_text(article, encoding="utf-8", newline="")
    file, text = best_copy(tmp_path, sha256(article), figures, [])
    assert text == article
