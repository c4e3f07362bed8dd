"""What tests of a corpus share: a small one opened, and all its rows in pandas."""

import pandas as pd
import pyarrow.parquet as pq
import pytest

from xi_data.corpora.opened import open_corpus


@pytest.fixture(scope="session")
def corpus(small_corpus):
    """The small corpus, open for questions."""
    opened = open_corpus(small_corpus)
    yield opened
    opened.database.close()


@pytest.fixture(scope="session")
def rows(small_corpus) -> pd.DataFrame:
    """Every figure with what is known of its document, in the order of the files."""
    figures, documents = (
        pd.concat(
            [
                pq.read_table(file).to_pandas()
                for file in sorted((small_corpus / table).glob("*.parquet"))
            ]
        )
        for table in ("figures", "documents")
    )
    found = figures.merge(
        documents[["bulletin_id", "title", "place", "publisher", "published"]], "left"
    )
    found["month"] = pd.to_datetime(found["published"]).dt.strftime("%Y-%m")
    found["wording"] = found["qualifier"]
    found["guesses"] = found["unsure"].isna().map({True: "sure", False: "unsure"})
    return found
