"""A corpus: thousands of documents read by machine, asked where they lie and never loaded whole."""

from xi_data import ui
from xi_data.ui.corpus import asking
from xi_data.ui.corpus.compare import draw_compare
from xi_data.ui.corpus.documents import draw_documents
from xi_data.ui.corpus.figures import draw_figures
from xi_data.ui.corpus.overview import draw_overview

page = ui.page("corpus")
corpus = asking.opened(page)
part = asking.part(page)
{
    "overview": draw_overview,
    "figures": draw_figures,
    "documents": draw_documents,
    "compare": draw_compare,
}[part](page, corpus)
