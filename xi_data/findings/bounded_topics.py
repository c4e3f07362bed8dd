"""What the topics with bars by unit say: money, medical capacity, disinfection and screening."""

import pandas as pd

from xi_data import store
from xi_data.findings.bounded import Bounded, Topic, in_panels
from xi_data.findings.story import Material, Note
from xi_data.wording import amounts, with_unit


def money(of: Material) -> Bounded:
    """What Money says: public money and gifts of cash side by side, never added."""
    t, every = of.t, of.every
    public, cash = every[every["topic"] == "funding"], every[every["category"] == "cash"]
    whole = of.in_general()
    if len(public) and len(cash) and _in_one_unit(pd.concat([public, cash])):
        said = {"sums": amounts(t, public), "gifts": amounts(t, cash)}
        whole = (
            t("Public money: {sums} (not to be added up); cash gifts: {gifts}", **said)
            if len(public) > 1
            else t("Public money: {sums}; cash gifts: {gifts}", **said)
        )
    topic = Topic(
        t("Public money and donations · {place}", place=of.bulletin["place"]),
        whole,
        t(
            "Selection: {rows} of {all} figures on money and gifts",
            rows=len(of.rows),
            all=len(every),
        ),
        {"category": "in_kind", "kind": "money"},
        t("hatched: value of goods, not cash"),
        ("donor",),
    )
    steps = of.answer(store.gift_steps)
    return in_panels(of, topic, steps[steps["gift_id"].isin(of.rows["figure_id"])])


def medical(of: Material) -> Bounded:
    """What Medical says: beds, rooms and staff, each unit on a scale of its own."""
    t, every = of.t, of.every
    apart = t("Beds, rooms and people are on separate scales, and nothing is added up.")
    notes = []
    if {"room", "bed"} <= set(every["unit"]):
        one_thing = t("Rooms and the beds in them are one capacity in two units: not added.")
        notes.append(Note(":material/equal:", one_thing))
    topic = Topic(
        _undated(
            of, t("Facilities, beds, rooms and staff · {place}", place=of.bulletin["place"]), apart
        ),
        of.found(of.in_general()),
        t(
            "Selection: {rows} of {all} figures on medical capacity",
            rows=len(of.rows),
            all=len(every),
        ),
        {"status": "current"},
        t("hatched: authorised beds"),
        notes=notes,
    )
    return in_panels(of, topic)


def disinfection(of: Material) -> Bounded:
    """What Disinfection says: areas, which have different bases, and the refuse cleared."""
    t, every = of.t, of.every
    areas, refuse = every[every["dimension"] == "area"], every[every["dimension"] == "mass"]
    whole = of.in_general()
    if len(areas) and _in_one_unit(areas) and len(refuse) == 1 and _in_one_unit(refuse):
        said = {"areas": amounts(t, areas), "refuse": with_unit(t, refuse.iloc[0])}
        whole = (
            t("Disinfected areas: {areas} (different bases); refuse cleared: {refuse}", **said)
            if len(areas) > 1
            else t("Disinfected area: {areas}; refuse cleared: {refuse}", **said)
        )
    place = t("Areas, places, rounds, bins and refuse · {place}", place=of.bulletin["place"])
    topic = Topic(
        _undated(of, place),
        whole,
        t(
            "Selection: {rows} of {all} figures on disinfection and sanitation",
            rows=len(of.rows),
            all=len(every),
        ),
        {"obs_status": "W"},
        t("hatched: several kinds of place in one figure"),
        ("round",),
    )
    return in_panels(of, topic)


def screening(of: Material) -> Bounded:
    """What Screening says of a bulletin without returnees by stage: who was checked, and how."""
    t = of.t
    topic = Topic(
        _undated(of, t("Figures on screening · {place}", place=of.bulletin["place"])),
        of.in_general(),
        t(
            "Selection: {rows} of {all} figures on screening",
            rows=len(of.rows),
            all=len(of.every),
        ),
    )
    return in_panels(of, topic)


def _in_one_unit(rows: pd.DataFrame) -> bool:
    """Whether all figures have a value, in the same unit."""
    return rows["unit"].nunique() == 1 and bool(rows["value"].notna().all())


def _undated(of: Material, *parts: str) -> str:
    """The definition, which says so where no figure has a date."""
    first, *others = parts
    undated = [of.t("no date given")] if of.every["as_of_basis"].eq("").all() else []
    return " · ".join([first, *undated, *others])
