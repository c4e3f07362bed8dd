"""A corpus: documents read into a data set, a folder of Parquet, from where an earlier run stopped.

FOLDER/corpus.json                       finished: settings, counts, a hash of the inputs
FOLDER/figures, documents, failures/     tables, numbered files; texts/ where asked for
FOLDER/index, words/                     what the explorer counts, sorts and finds by
FOLDER/corpus.unfinished/settings.json   begun: what another run must agree with
FOLDER/corpus.unfinished/0000000.arrow   the shard of a unit, written aside and moved in place
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from xi_data.batches.gather import gather
from xi_data.batches.inputs import DATASET_FILES, Inputs
from xi_data.batches.progress import Progress
from xi_data.batches.reader import reader
from xi_data.batches.shard_file import SUFFIX, shard_digest
from xi_data.batches.tables import Columns
from xi_data.batches.unit import MOST_DOCUMENTS, Shard, Unit, units
from xi_data.batches.workers import Workers, shards
from xi_data.corpora.folder import EDITION

try:
    import fcntl
except ImportError:  # not on Windows, where nobody sees that two write into one folder
    fcntl = None

FINISHED, UNFINISHED = DATASET_FILES
_SETTINGS, _TABLES = "settings.json", "tables"
_MOST_TOLD = 20  # failures, in words; all are in the table


class CorpusError(Exception):
    """The folder cannot be written to, or not with these settings and inputs; in words."""


@dataclass(frozen=True)
class Settings:
    """What decides, beside the inputs, what comes of them; written to the data set."""

    published: str | None = None
    with_texts: bool = False
    columns: Columns = Columns()
    documents_a_unit: int = MOST_DOCUMENTS

    @property
    def in_words(self) -> dict[str, Any]:
        """What is compared and kept: the settings with the edition that reads."""
        return asdict(self) | {"columns": self.columns._asdict(), "reader": reader()}


def extract_corpus(
    inputs: Inputs,
    folder: Path,
    settings: Settings,
    workers: Callable[[], Any],
    tell: Callable[[str], None],
) -> dict[str, Any]:
    """Read the inputs into a data set; what corpus.json then says of it.

    Goes on where an earlier run of the same was stopped. workers: begins them, as a context. tell
    says a line to a person. Raises CorpusError, workers.WorkersError and OSError.
    """
    with _alone(folder):
        known = _state(folder, settings)
        run = _Run(inputs, folder, settings, tell)
        if known is not None:
            run.require_same(known)
            tell(f"{folder} is finished already: {known['documents']:,} documents")
            return known
        run.begin()
        with workers() as at_work:
            run.read(at_work)
        return run.finish()


class _Run:
    """One run over all inputs: what is done already is compared, the rest is read."""

    def __init__(
        self, inputs: Inputs, folder: Path, settings: Settings, tell: Callable[[str], None]
    ):
        self._inputs, self._folder, self._settings, self._tell = inputs, folder, settings, tell
        self._aside = folder / UNFINISHED
        self._digest = hashlib.sha256()
        self._units = self._failures = 0

    def begin(self) -> None:
        """Say in the folder what it is going to hold."""
        self._aside.mkdir(exist_ok=True)
        for left in self._aside.glob("*.part"):
            left.unlink()
        if not (self._aside / _SETTINGS).exists():
            _write(self._aside / _SETTINGS, _json(self._settings.in_words))

    def read(self, workers: Workers) -> None:
        """A shard for every unit."""
        total, left_out = self._inputs.survey()
        for line in left_out:
            self._tell(line)
        progress = Progress(total, self._tell)
        begun: dict[int, Unit] = {}
        for shard in shards(self._missing(progress, begun), workers):
            _write(self._shard(shard.unit), shard.content)
            unit = begun.pop(shard.unit)
            self._tell_failures(shard)
            progress.add(len(unit.documents), unit.weight)
        self._require_no_more()
        self._tell(progress.line())

    def require_same(self, known: dict[str, Any]) -> None:
        """Raise CorpusError where a finished data set was made of other inputs."""
        for _ in self._every_unit():
            pass
        if known["inputs"] != self._digest.hexdigest():
            raise CorpusError(f"{self._folder} was made of other inputs; name another folder")

    def finish(self) -> dict[str, Any]:
        """Tables of the shards, then what the data set says of itself."""
        made = self._aside / _TABLES
        shutil.rmtree(made, ignore_errors=True)
        files = [self._shard(number) for number in range(self._units)]
        rows = gather(files, made, self._settings.with_texts)
        for table in sorted(made.iterdir()):
            shutil.rmtree(self._folder / table.name, ignore_errors=True)
            table.rename(self._folder / table.name)
        said = {
            "edition": EDITION,
            "settings": self._settings.in_words,
            "inputs": self._digest.hexdigest(),
            **{table: rows[table] for table in ("documents", "failures", "figures")},
        }
        _write(self._folder / FINISHED, _json(said))
        shutil.rmtree(self._aside)
        return said

    def _every_unit(self) -> Iterator[Unit]:
        settings = self._settings
        for unit in units(
            self._inputs, settings.published, settings.with_texts, settings.documents_a_unit
        ):
            self._digest.update(unit.digest.encode())
            self._units += 1
            yield unit

    def _missing(self, progress: Progress, begun: dict[int, Unit]) -> Iterator[Unit]:
        for unit in self._every_unit():
            known = shard_digest(self._shard(unit.number))
            if known is None:
                begun[unit.number] = unit
                yield unit
            elif known == unit.digest:
                progress.keep(unit.weight)
            else:
                raise self._changed(f"{unit.documents[0].place} and what follows it")

    def _require_no_more(self) -> None:
        done = (int(file.stem) for file in self._aside.glob(f"[0-9]*{SUFFIX}"))
        if max(done, default=-1) >= self._units:
            raise self._changed("there are fewer")

    def _changed(self, what: str) -> CorpusError:
        return CorpusError(
            f"{self._folder} was begun with other inputs ({what}); go on with the same ones, or "
            "name another folder"
        )

    def _shard(self, number: int) -> Path:
        return self._aside / f"{number:07}{SUFFIX}"

    def _tell_failures(self, shard: Shard) -> None:
        for place, problem in shard.failures:
            self._failures += 1
            if self._failures <= _MOST_TOLD:
                self._tell(f"{place}: {problem}")
            elif self._failures == _MOST_TOLD + 1:
                self._tell("more cannot be read; the table of failures will have all")


def _state(folder: Path, settings: Settings) -> dict[str, Any] | None:
    """What the folder says of itself where it is finished; None where there is work to do."""
    finished, begun = folder / FINISHED, folder / UNFINISHED / _SETTINGS
    if finished.exists():
        known = json.loads(finished.read_text(encoding="utf-8"))
        _require_same_settings(folder, known["settings"], settings)
        return known
    if begun.exists():
        _require_same_settings(folder, json.loads(begun.read_text(encoding="utf-8")), settings)
    elif {one.name for one in folder.iterdir()} - {UNFINISHED}:
        raise CorpusError(f"{folder} holds something else; name a new folder, or an empty one")
    return None


def _require_same_settings(folder: Path, known: dict[str, Any], settings: Settings) -> None:
    for name, value in settings.in_words.items():
        if known.get(name) != value:
            raise CorpusError(
                f"{folder} was made with {name} = {known.get(name)!r}, and now it is {value!r}; "
                "take the same settings, or name another folder"
            )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else writes into the folder meanwhile. Raises CorpusError where somebody does."""
    folder.mkdir(parents=True, exist_ok=True)
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CorpusError(f"another run writes into {folder}; wait for its end") from None
        yield
    finally:
        os.close(descriptor)


def _write(file: Path, content: bytes) -> None:
    """Whole, or not at all."""
    aside = file.with_name(f"{file.name}.part")
    aside.write_bytes(content)
    aside.replace(file)


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"
