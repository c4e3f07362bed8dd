"""An explorer of its own over another data folder: the whole software in a process beside it."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.ui.visiting import seen
from xi_data.locale import LANGUAGES, translator

ROOT = Path(__file__).resolve().parents[2]
CHOOSER = {translator(lang)(name) for lang in LANGUAGES for name in ("Bulletin", "Bulletins")}
EVERY = [translator(lang)("Compare all {number} bulletins") for lang in LANGUAGES]
ALL = re.compile("|".join(one.format(number="[0-9]+") for one in EVERY))
SOFTWARE = ("app.py", "pages", "xi_data", ".streamlit")


@dataclass(frozen=True)
class Shown:
    """What a page shows: kind and content of each element in order; and its address at the end."""

    shown: list[list[Any]]
    address: dict[str, list[str]]

    def of(self, *kinds: str) -> list[dict[str, Any]]:
        """The elements of these kinds."""
        return [content for kind, content in self.shown if kind in kinds]

    @property
    def tables(self) -> list[dict[str, Any]]:
        """What is sent of the tables of rows."""
        sent = [json.loads(one["json"]) for one in self.of("bidi_component") if "json" in one]
        return [one for one in sent if "columns" in one]

    @property
    def finding(self) -> str:
        """The page's title, as it is seen."""
        [title] = [one["body"] for one in self.of("title")]
        return seen(title)

    @property
    def beside_chooser(self) -> list[list[Any]]:
        """The elements without the box that chooses a bulletin, and the button for all of them."""
        labels = ((one, one[1].get("label", "")) for one in self.shown)
        return [one for one, name in labels if name not in CHOOSER and not ALL.fullmatch(name)]

    @property
    def words(self) -> str:
        """Everything shown but the chooser, as one text."""
        return json.dumps(self.beside_chooser, ensure_ascii=False)

    @property
    def refused(self) -> str:
        """What the notice about the link says; nothing where there is none."""
        notices = [one for one in self.of("info") if ":material/link_off:" in one["icon"]]
        return " ".join(one["body"] for one in notices)


@dataclass(frozen=True)
class Answer:
    """Of a data address or a command: status or exit code, content, headers or what was said."""

    status: int
    content: bytes
    beside: Any

    @property
    def text(self) -> str:
        return self.content.decode("utf-8-sig")


class Explorer:
    """Pages, data addresses and commands of the software over one data folder."""

    def __init__(self, process: subprocess.Popen, log: Path):
        self._process, self._log = process, log
        self._seen: dict[str, Shown] = {}

    def visit(self, page: str, *steps: tuple[Any, ...], **query: str | list[str]) -> Shown:
        """The page at a link with this query, after these steps: see inside.STEPS.

        A page without steps is opened once: many tests look at the same one.
        """
        if steps:
            return Shown(**self._ask("visit", page, query, steps))
        key = json.dumps([page, query], sort_keys=True)
        if key not in self._seen:
            self._seen[key] = Shown(**self._ask("visit", page, query, []))
        return self._seen[key]

    def answer(self, path: str, **asked: str | list[str]) -> Answer:
        """What a data address answers."""
        lists = {key: [one] if isinstance(one, str) else one for key, one in asked.items()}
        found = self._ask("answer", path, lists)
        return Answer(found["status"], base64.b64decode(found["content"]), found["headers"])

    def command(self, *arguments: str) -> Answer:
        """What python -m xi_data writes."""
        found = self._ask("command", *arguments)
        return Answer(found["code"], base64.b64decode(found["content"]), found["said"])

    def _ask(self, *asked: Any) -> dict[str, Any]:
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(self._log.read_text("utf-8")[-3000:])
        return json.loads(line)


@contextmanager
def explorer(folder: Path, data: Path | None = None) -> Iterator[Explorer]:
    """An explorer over a data folder, else over the shipped one. folder: an empty one, for it."""
    project = ROOT
    if data:
        project = folder / "project"
        for name in SOFTWARE:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            (project / name).parent.mkdir(exist_ok=True)
            copy(ROOT / name, project / name)
        (project / "data").symlink_to(data)
    log, path = folder / "log", os.pathsep.join(map(str, (project, ROOT)))
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-P", str(Path(__file__).with_name("inside.py"))],
            cwd=project,
            env=os.environ | {"PYTHONPATH": path, "XDG_CACHE_HOME": str(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            encoding="utf-8",
        )
        try:
            yield Explorer(process, log)
        finally:
            process.stdin.close()
            process.wait(timeout=30)
            process.stdout.close()
