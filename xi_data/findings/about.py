"""About: how many figures and excused numerals account for the whole text."""

from xi_data import store
from xi_data.findings.story import Material, Story


def story(of: Material) -> Story:
    """What About says of the data of one bulletin."""
    t = of.t
    return of.told(
        finding=t(
            "Every number in the article is accounted for: {figures} figures, and {numerals} "
            "left out",
            figures=len(of.every),
            numerals=t.number(of.answer(store.excuses)["numerals"].sum()),
        ),
        definition=f"{of.bulletin['title']} · {of.bulletin['place']}",
    )
