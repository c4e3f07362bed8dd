"""A small corpus of invented bulletins with all that is odd in one, made in this process."""

import json
from pathlib import Path

from tests.generated_bulletins import bulletins
from xi_data.batches.document import Document
from xi_data.batches.gather import gather
from xi_data.batches.shard_file import SUFFIX
from xi_data.batches.unit import Unit, document_read, shard_of
from xi_data.corpora import SAID
from xi_data.corpora.folder import EDITION
from xi_data.corpus.index import Entry
from xi_data.record.errors import Message

DOCUMENTS = 24
UNTITLED = "没有日期的短文：购买口罩15,000只，超过300人参加，约40人离开。"


def write(folder: Path, documents: int = DOCUMENTS, with_texts: bool = True) -> Path:
    """The folder of a finished data set: every third document has a publisher, one no date and
    no place, two cannot be read."""
    made = [
        Document(
            "documents.jsonl",
            one.id,
            row,
            one.id,
            one.text,
            Entry(
                "documents.jsonl",
                one.id,
                title=one.title,
                publisher=f"{one.place}日报" if row % 3 == 0 else "",
                published=one.published,
                place=one.place,
            ),
        )
        for row, one in enumerate(bulletins(documents), start=1)
    ]
    made += [
        Document(
            "documents.jsonl",
            "undated",
            90,
            "undated",
            UNTITLED,
            Entry("documents.jsonl", "undated"),
        ),
        Document(
            "documents.jsonl",
            made[0].key,
            91,
            made[0].key,
            UNTITLED,
            Entry("documents.jsonl", made[0].key),
        ),
        Document("documents.jsonl", "", 92, problem=Message("is no JSON ({why})", why="line 92")),
    ]
    unit = Unit(0, tuple(made), None, with_texts, "")
    shard = folder / f"shard{SUFFIX}"
    folder.mkdir(parents=True, exist_ok=True)
    shard.write_bytes(shard_of(unit, [document_read(one, unit) for one in made]).content)
    corpus = folder / "corpus"
    rows = gather([shard], corpus, with_texts)
    known = {table: rows[table] for table in ("documents", "failures", "figures")}
    (corpus / SAID).write_text(json.dumps({"edition": EDITION, **known}), encoding="utf-8")
    return corpus
