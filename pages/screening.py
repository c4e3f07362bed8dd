"""Two screening funnels: the screened, the released and the still observed, each from zero.

A bulletin without them has its figures on screening by unit, as other topics do.
"""

from xi_data import ui
from xi_data.findings.bounded import Bounded
from xi_data.ui.topics import bounded, screening

page, request, story, shown = ui.open_view("screening", screening.undrawn)
if isinstance(story, Bounded):
    bounded.below_title(page, request, story, shown)
else:
    screening.below_title(page, request, story, shown)
