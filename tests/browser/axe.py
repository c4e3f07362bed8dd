"""What axe-core finds on the screen, and what of it is Streamlit's own."""

from axe_playwright_python.sync_playwright import Axe

from tests.browser.screen import Screen

OF_STREAMLIT = {
    ("list", '[data-testid="stSidebarNavItems"]'): "sections of the navigation are <div> in <ul>",
    ("listitem", '[data-testid="stSidebarNavItems"] li'): "the same list, its items",
}
"""Rule and selector of what Streamlit's own elements break on a phone, and why; no issue of
Streamlit's tells of these. What is listed and no longer found fails too."""

OF_COLOUR = ["color-contrast", "link-in-text-block"]


def broken(page: Screen, scheme: str) -> set[tuple[str, str]]:
    """Rule and element of all that axe finds on the screen; Streamlit's own by its selector.

    In the dark theme only these of colour are asked: it changes nothing else.
    """
    found = set()
    options = {"resultTypes": ["violations"]}
    if scheme == "dark":
        options["runOnly"] = OF_COLOUR
    for rule in Axe().run(page.page, options=options).response["violations"]:
        for node in rule["nodes"]:
            named = [
                selector
                for of, selector in OF_STREAMLIT
                if of == rule["id"]
                and page.page.locator(selector).and_(page.page.locator(node["target"][0])).count()
            ]
            found.add((rule["id"], named[0] if named else node["html"]))
    return found
