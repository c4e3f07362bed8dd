"""Every key of session state, in one place.

Keys of the address are also those of its parameters: widgets with these keys write the address.
Others begin with _ and stand in no address.
"""

LANG, BULLETIN = "lang", "bulletin"
FIGURE = "figure"
"""The figure that is selected, whichever way it was."""
PART, SORT, FIRST_ROW = "part", "sort", "row"
"""Of a corpus: the part on show; of its table the order, and the first row, from 1."""
KIND, PROBLEM, OF_DOCUMENT = "documents", "problem", "document"
"""The documents of a corpus on show, and why those were not read; the one that figures are of."""
SEARCH, INDICATOR, OVER = "search", "indicator", "over"
"""Words to look for; what a corpus compares, and over what."""

DRAFTS = "_drafts"  # bulletin to what this visitor brought and decided
OWN_REALM = "_own_realm"  # those drafts as the pages see them, and the realm made of them
REVIEWED, PROPOSAL = "_reviewed", "_proposal"  # the bulletin under review, and its figure on show
PROPOSALS = "_proposals"  # of the text with its proposals
SAVED = "_saved"  # bulletin to its decisions when it was downloaded or kept last
KEPT = "_kept"  # bulletin to the version in the workspace and the decisions that it has
REVIEW_ERROR = "_review_error"  # why a step of the review was not made
MISSED, WHY_REJECTED = "_missed", "_why_rejected"
REJECTING = "_rejecting"
PASTED_BULLETIN, TEXT_AGAIN = "_pasted_bulletin", "_text_again"
PROPOSAL_CARD = "_proposal_card"
BROUGHT_ROUND = "_brought_round"  # how often something was brought: its popovers close
BROUGHT = "_brought"  # what became of the files that were brought last

ROUTED = "_routed"  # app.py has run before this page
PAGES = "_pages"  # language to Streamlit's pages
ADDRESS = "_address"  # what the session knows of its URL
SETTLED = "_settled"  # a whole run has been
HELD = "_held"  # id of a widget to what the browser held of it when the session was new
CHART_ROUND, CHART_PICKED = "_chart_round", "_chart_picked"
REVEALED = "_revealed"  # how often something was asked for elsewhere on the page, and its place
DRAWN_PAGE = "_drawn_page"
LAST_VIEW = "_view"  # where the reader was before a page about one figure
WAY_OUT = "_way_out"
OWN_ANSWERS = "_own_answers"  # of words that this visitor typed
OWN_CHECKS = "_checks"  # of the text that this visitor brought
OWN_TEXTS = "_article"  # bulletin to the copy that this visitor brought
TEXT_ROUND, TEXT_ERROR = "_article_round", "_article_error"

BROWSER, WAY = "_browser", "_way"  # what the browser is told of the page
EVIDENCE = "evidence"  # of the card of a figure, and the place that it is
RELATIONS = "_relations"  # of its buttons to other figures, which are printed too
DOCUMENT = "_document"
TAB, TAB_PACKAGES = "_tab", "_tab_packages"
PACKAGES = "_packages"  # bulletin to its draft when its package was made for the tab, and that
GIVEN_BACK = "_given_back"  # what the tab could not give back, to be told
CHOOSE_FIGURE = "_choose"
CITATION_FORM = "_form"
PASTED, UPLOADED, PASTE_FORM, PUT_AWAY = "_pasted", "_uploaded", "_paste", "_put_away"
CITE, CITE_HEADLINE, CITE_SUMS = "_cite_figure", "_cite_headline", "_cite_sums"
CITE_CHECK = "_cite_check"
FORMATS, SHARE, SQL = "_formats", "_share", "_query"
SQL_FORM, SQL_TABLE = "_sql_form", "_sql_table"  # of the page Own query
SQL_EDITOR = "_sql_editor"  # how often its editor was filled, and with what
SQL_RUNNING, SQL_CANCEL, SQL_CHART = "_sql_running", "_sql_cancel", "_sql_chart"
SPREAD_CHART = "_spread_chart"
COMPARE_ALL, MATRIX, LONE, NARROW = "_compare_all", "_matrix", "_lone", "_narrow"
IN_WORDS, POPULATION, PASSAGE = "_in_words", "_population", "_passage"
CHIP_ALL, LOOSEN_ALL = "_chip_all", "_loosen_all"


def bring_bulletin(round_: int, way: str) -> str:
    """Of a way to bring a bulletin of one's own."""
    return f"{BROUGHT}_{round_}_{way}"


def on_shelf(what: str, bulletin_id: str) -> str:
    """Of what can be done with a bulletin that was brought."""
    return f"_shelf_{what}_{bulletin_id}"


WHOLE = "_shelf_whole_"  # begins the keys of downloads of all that was brought


def whole(of: str) -> str:
    """Of the download of all that was brought: nothing is lost without it any more."""
    return f"{WHOLE}{of}"


def part(of: str) -> str:
    """Of the download of some of what was brought."""
    return on_shelf("part", of)


def decide(what: str) -> str:
    """Of a button or box of the review."""
    return f"_decide_{what}"


def field(column: str, figure_id: str, undone: int) -> str:
    """Of the box with one column of a proposal, after so many steps taken back.

    Another box for each: what a browser still sends of the last one must not change the next.
    """
    return f"_field_{column}_{figure_id}_{undone}"


def split_at(figure_id: str) -> str:
    """Of the box with the places where a proposal can be split."""
    return f"_split_at_{figure_id}"


def describe(name: str) -> str:
    """Of the box with what is known of a bulletin."""
    return f"_describe_{name}"


def choose_bulletin(several: bool) -> str:
    """Of the box with the bulletins."""
    return f"_bulletin_{'several' if several else 'one'}"


def chip(of: str) -> str:
    """Of the button that takes back one thing."""
    return f"_chip_{of}"


def loosen(of: str) -> str:
    """Of the button that loosens one filter of an empty result."""
    return f"_loosen_{of}"


def popover(of: str) -> str:
    """Of a filter that opens on demand."""
    return f"_popover_{of}"


def chart(of: str, round_: int) -> str:
    """Of a chart, until its picks are let go."""
    return f"_chart_{of}_{round_}"


def table(of: str) -> str:
    """Of a table."""
    return f"_table_{of}"


def in_sight(place: str) -> str:
    """Of what brings a place of the page in sight."""
    return f"_in_sight_{place}"


def table_state(of: str) -> str:
    """Of the order of a table, and of the first row on show."""
    return f"_rows_{of}"


def sentences(of: str) -> str:
    """Of a list of sentences, one for each figure."""
    return f"_said_{of}"


def relation(kind: str, forward: bool, figure_id: str) -> str:
    """Of the button to a related figure."""
    return f"_relation_{kind}_{forward}_{figure_id}"


def step(icon: str) -> str:
    """Of the button to the figure before or after."""
    return f"_step_{icon}"


def step_in_text(of: str) -> str:
    """Of the button to the highlight before or after."""
    return f"_words_{of}"


def check_figure(figure_id: str) -> str:
    """Of the button from a check to a figure."""
    return f"_check_figure_{figure_id}"


def sql_text(round_: int) -> str:
    """Of the box with the SQL, after it was filled so often: another one each time."""
    return f"{SQL_EDITOR}_{round_}"


def sql_example(number: int) -> str:
    """Of the button with one of the examples of a table."""
    return f"_sql_example_{number}"


def download(of: str) -> str:
    """Of a button that makes a file."""
    return f"_download_{of}"


def picture(chart_key: str, format_: str) -> str:
    """Of a button that makes a picture of a chart."""
    return f"_picture_{chart_key}_{format_}"


def picture_of(what: str) -> str:
    """Of a small picture in the account of a figure."""
    return f"_picture_of_{what}"


def quotation(of: str) -> str:
    """Of words of the article."""
    return f"_quotation_{of}"


def copy(of: str) -> str:
    """Of a text with a button that copies it."""
    return f"_copy_{of}"


def card(part: str, figure_id: str) -> str:
    """Of a part of a headline card: sum, words or evidence."""
    return f"_{part}_{figure_id}"


def bring(round_: int, way: str) -> str:
    """Of a way to bring a text: another one after each text, so that it closes."""
    return f"{OWN_TEXTS}_{round_}_{way}"
