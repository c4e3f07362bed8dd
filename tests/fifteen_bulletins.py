"""A data folder with the shipped bulletin and the fourteen invented ones, read by machine."""

import csv
from pathlib import Path

from xi_data.corpus.bulletin import read_bulletin
from xi_data.corpus.index import Entry
from xi_data.corpus.machine_package import machine_package_bytes
from xi_data.record.merged import merged
from xi_data.record.packages import package_folder
from xi_data.record.tables import DATA

SAMPLES = Path(__file__).parent / "samples"
PLACES = (
    *("栖河县", "五里槐村", "望柏县", "苍禾县", "云枫机场", "雁坪县", "松陶高新区"),
    *("岭樟县", "宁朔区", "百花里社区", "望川市", "澄湖縣", "翠灣區", "七里铺街道"),
)
"""What each is about, in the order of the files."""

INVENTED = tuple(f"sample-{number:02}" for number in range(1, len(PLACES) + 1))


def write(folder: Path) -> Path:
    """A data folder below this one with all of them; return where it is."""
    package = folder / "samples.zip"
    with (SAMPLES / "index.csv").open(encoding="utf-8", newline="") as lines:
        entries = [
            Entry(row["file"], key, published=row["published"], place=place)
            for row, key, place in zip(csv.DictReader(lines), INVENTED, PLACES, strict=True)
        ]
    read = [read_bulletin(str(SAMPLES / entry.file), entry) for entry in entries]
    package.write_bytes(machine_package_bytes(read))
    data = folder / "fifteen"
    with package_folder(package) as added:
        merged([DATA, added]).root.extractall(data)
    return data
