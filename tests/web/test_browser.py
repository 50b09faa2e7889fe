"""The journeys in a real browser: by mouse, by keyboard alone, with scripts off; nothing on the console, no report of the policy.

One collection is written into by all journeys, so each takes back what it did.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from support.asking import Client

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.slow]

_WATCH = "window.__reports = []; document.addEventListener('securitypolicyviolation', (e) => window.__reports.push(e.violatedDirective));"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RULES = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": _TAGS}}  # what passes is not told at length: half the time
_COLOURS = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}  # all that another scheme changes
_TABS = 250  # to reach anything on a page by keyboard


@contextmanager
def tab(chromium: Any, **settings: Any) -> Iterator[Any]:
    """A page of a fresh reader, which must stay silent."""
    context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, "locale": "en-GB", "accept_downloads": True} | settings)
    context.add_init_script(_WATCH)
    page = context.new_page()
    page.set_default_timeout(15_000)
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
    yield page
    if settings.get("java_script_enabled", True):
        assert page.evaluate("window.__reports") == []
    context.close()
    assert [words for words in heard if "404" not in words] == []


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.outerHTML.slice(0, 400)"))


def tab_to(page: Any, selector: str) -> None:
    """Move by the tab key alone, as far as needed; the focus must be seen."""
    for _ in range(_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"no key leads to {selector}; at {focused(page)}")


class Mouse:
    """Clicks."""

    def go(self, page: Any, selector: str) -> None:
        page.locator(selector).first.click()

    def type(self, page: Any, selector: str, words: str) -> None:
        page.locator(selector).first.fill(words)

    def yes(self, page: Any, name: str) -> None:
        page.locator(f"input[name={name}][value=y]").check()

    def choose(self, page: Any, selector: str, path: str) -> None:
        with page.expect_file_chooser() as asked:
            page.locator(selector).first.click()
        asked.value.set_files(path)


class Keys:
    """Tab, Enter and letters."""

    def go(self, page: Any, selector: str) -> None:
        tab_to(page, selector)
        page.keyboard.press("Enter")
        page.wait_for_load_state()

    def type(self, page: Any, selector: str, words: str) -> None:
        tab_to(page, selector)
        page.keyboard.press("Control+A")
        page.keyboard.type(words)

    def yes(self, page: Any, name: str) -> None:
        tab_to(page, f"input[name={name}]")
        page.keyboard.press("ArrowDown")  # from the last choice, which is none, to the first
        assert page.locator(f"input[name={name}][value=y]").is_checked()

    def choose(self, page: Any, selector: str, path: str) -> None:
        """The field of the page opens the browser's own window, which no page sees: what is chosen there is given to it."""
        with page.expect_file_chooser() as asked:  # who waits for it is there before the key is pressed
            tab_to(page, selector)
            page.keyboard.press("Enter")
        asked.value.set_files(path)


WAYS: dict[str, tuple[type[Mouse] | type[Keys], dict[str, Any]]] = {
    "mouse": (Mouse, {}),
    "keyboard": (Keys, {}),
    "scripts off": (Mouse, {"java_script_enabled": False}),
}
BOTH = "keyboard, scripts off"


@pytest.mark.parametrize("way", list(WAYS))
def test_find_a_claim_and_read_its_chain_to_the_words(chromium: Any, served: Any, claim: str, way: str) -> None:
    by, settings = WAYS[way][0](), WAYS[way][1]
    with tab(chromium, **settings) as page:
        page.goto(served.address)
        by.go(page, f"a.claim[href='/claims/{claim}']")
        page.wait_for_url(f"**/claims/{claim}")
        by.go(page, ".stemma-wide a[href*='/articles/']")
        page.wait_for_url("**/articles/**")
        assert page.locator("mark.m").count() >= 1
        page.go_back()
        page.wait_for_url(f"**/claims/{claim}")
        by.go(page, ".tellings tr:nth-child(3) a.claim")
        page.wait_for_url("**passage=**")
        by.go(page, "#passage-panel .primary")
        page.wait_for_url("**/articles/**#c*")
        by.go(page, "li.note .name")
        page.wait_for_url("**/claimants/**")


@pytest.mark.parametrize("way", list(WAYS))
def test_search_and_compare(chromium: Any, served: Any, every_page: dict[str, str], way: str) -> None:
    by, settings = WAYS[way][0](), WAYS[way][1]
    with tab(chromium, **settings) as page:
        page.goto(served.address)
        by.type(page, "#find", "barriere")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=barriere")
        by.go(page, "ol.found a")
        page.wait_for_url("**/articles/**")
        page.goto(served.address + every_page["article"])
        by.go(page, ".side a[href^='/compare']")
        page.wait_for_url("**/compare?**")
        assert page.locator(".sides blockquote").count() >= 2


@pytest.mark.parametrize("way", list(WAYS))
def test_correct_see_the_effect_and_undo(chromium: Any, served: Any, claim: str, way: str) -> None:
    by, settings = WAYS[way][0](), WAYS[way][1]
    with tab(chromium, **settings) as page:
        before = exported(page, served.address, claim)
        page.goto(f"{served.address}/claims/{claim}")
        by.go(page, "#passage-panel [data-key=x]")
        page.wait_for_selector("dialog[open] form" if way != "scripts off" else "main form.fields")
        by.type(page, "input[name=name]", "Odile Kervran")
        by.type(page, "textarea[name=why]", "she is named two lines above")
        by.type(page, "input[name=who]", "a tester")
        by.go(page, "form.fields button.primary")
        page.wait_for_selector(".effect")
        assert exported(page, served.address, claim) == before, "nothing is saved before the effect was seen"
        by.go(page, "button[value=save]")
        page.wait_for_url("**/rulings?done=**")
        assert exported(page, served.address, claim) != before
        by.go(page, ".ruling [data-key=u]")
        page.wait_for_selector("dialog[open] form" if way != "scripts off" else "main form.fields")
        by.type(page, "textarea[name=why]", "it was a test")
        by.type(page, "input[name=who]", "a tester")
        by.go(page, "form.fields button.primary")
        page.wait_for_selector(".effect")
        by.go(page, "button[value=save]")
        page.wait_for_url("**/rulings?done=**")
        assert exported(page, served.address, claim) == before, "an undone decision leaves no trace in the exports"


def exported(page: Any, address: str, claim: str) -> bytes:
    """The claim's appearances as a file, with the id of the claim that they have now."""
    answer = page.request.get(f"{address}/exports/file?format=csv&table=appearances")
    assert answer.ok
    return bytes(answer.body())


@pytest.mark.parametrize("way", list(WAYS))
def test_export_says_its_rows_first(chromium: Any, served: Any, claim: str, way: str) -> None:
    by, settings = WAYS[way][0](), WAYS[way][1]
    with tab(chromium, **settings) as page:
        page.goto(f"{served.address}/claims/{claim}")
        by.go(page, ".exports a[href*='format=csv']")
        page.wait_for_url("**/exports?**")
        rows = int(re.findall(r"\d+", page.locator(".count").inner_text())[0])
        with page.expect_download() as download:
            by.go(page, "a[download]")
        lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
        assert len(lines) - 1 == rows


@pytest.mark.parametrize("way", [*WAYS, BOTH])
def test_import_a_file_with_its_job_page(chromium: Any, served: Any, way: str, tmp_path: Any) -> None:
    by = Keys() if way.startswith("keyboard") else Mouse()
    settings = {"java_script_enabled": not way.endswith("scripts off")}
    number = [*WAYS, BOTH].index(way)
    text = tmp_path / f"quay-{number}.txt"
    text.write_text(
        f"The lamp on quay {number}\n\n“The lamp will burn all winter,” Odile Kervran, the harbour master, said on Monday.\n",
        encoding="utf-8",
    )
    with tab(chromium, **settings) as page:
        page.goto(f"{served.address}/import")
        by.choose(page, "input[type=file]", str(text))
        by.go(page, "form.fields button.primary")
        page.wait_for_url("**/jobs/**")
        for _ in range(200):
            if page.locator(".pager .primary").count():
                break
            page.wait_for_timeout(300)
            if way.endswith("scripts off"):
                with page.expect_navigation():
                    by.go(page, ".pager a")
        page.goto(f"{served.address}/search?q=lamp")
        assert page.locator("ol.found li").count() >= 1


@pytest.mark.parametrize("way", list(WAYS))
def test_label_a_sample(chromium: Any, served: Any, way: str) -> None:
    path = served.serving.collection.folder / "samples" / "attribution-1.csv"
    before = path.read_bytes()
    kind, settings = WAYS[way]
    by = kind()
    with tab(chromium, **settings) as page:
        page.goto(f"{served.address}/samples")
        by.go(page, "a[href='/samples/attribution-1.csv']")
        page.wait_for_url("**/samples/attribution-1.csv")
        for column in ("content_ok", "source_ok", "claimant_ok", "stance_ok"):
            by.yes(page, column)
        by.go(page, "form.fields button.primary")
        page.wait_for_url("**/samples/attribution-1.csv?row=2")
        page.goto(f"{served.address}/samples")
        by.go(page, "a[href^='/samples?shares=']")
        page.wait_for_url("**/samples?shares=**")
        assert page.get_by_text("1 of 4 labelled").is_visible() and page.locator("td", has_text="100%").count() > 0
    assert path.read_bytes() != before
    path.write_bytes(before)


def test_single_keys(chromium: Any, served: Any, claim: str) -> None:
    with tab(chromium) as page:
        page.goto(served.address)
        page.keyboard.press("g")
        page.keyboard.press("c")
        page.wait_for_url("**/claims")
        page.keyboard.press("j")
        page.keyboard.press("j")
        second = page.locator("tr[data-row] a.claim").nth(1)
        assert second.evaluate("(e) => e === document.activeElement")
        page.keyboard.press("Enter")
        page.wait_for_url("**/claims/*")
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "find"
        page.keyboard.type("gc?")
        assert page.locator("#find").input_value() == "gc?", "single keys do nothing while somebody types"
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        page.wait_for_url("**/help")
        page.locator("#keys-off").check()
        page.keyboard.press("g")
        page.keyboard.press("c")
        page.wait_for_timeout(100)
        assert page.url.endswith("/help")
        page.locator("#keys-off").uncheck()
        page.goto(f"{served.address}/claims/{claim}")
        page.keyboard.press("x")
        page.wait_for_selector("dialog[open]")
        page.keyboard.press("Escape")
        page.wait_for_selector("dialog", state="detached")
        assert page.evaluate("document.activeElement.dataset.key") == "x", "a closed dialog gives the focus back"


def test_an_old_link_to_characters_still_marks_them(chromium: Any, served: Any, every_page: dict[str, str]) -> None:
    with tab(chromium) as page:
        page.goto(f"{served.address}{every_page['article']}#c3-9")
        page.wait_for_url("**?at=3-9#c3-9")
        assert page.locator("mark#c3-9").count() == 1


def test_layers_are_read_by_the_stylesheet_alone(chromium: Any, served: Any, every_page: dict[str, str]) -> None:
    with tab(chromium, java_script_enabled=False) as page:
        page.goto(served.address + every_page["article"])
        before = page.screenshot()
        page.locator("#show-content").uncheck()
        assert page.screenshot() != before


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(chromium: Any, served: Any, every_page: dict[str, str], lang: str, width: int) -> None:
    axe, found = Axe(), []
    with tab(chromium, locale=lang, viewport={"width": width, "height": 900}) as page:
        for name, address in every_page.items():
            page.goto(served.address + address)
            for scheme, rules in (("light", _RULES), ("dark", _COLOURS)):
                page.emulate_media(color_scheme=scheme)
                for fault in axe.run(page, options=rules).response["violations"]:
                    where = [node["target"] for node in fault["nodes"][:3]]
                    found.append(f"{name} {scheme}: {fault['id']}: {where}: {fault['nodes'][0].get('failureSummary', '')[:200]}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("width", "size"), [(320, 100), (640, 200)], ids=["narrow", "large text"])
def test_no_page_scrolls_sideways(chromium: Any, served: Any, every_page: dict[str, str], width: int, size: int) -> None:
    found = []
    with tab(chromium, viewport={"width": width, "height": 800}) as page:
        for name, address in every_page.items():
            page.goto(served.address + address)
            page.evaluate("(size) => { document.documentElement.style.fontSize = `${size}%`; }", size)
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if over > 0:
                found.append(f"{name}: {over} px")
    assert not found


_LETTERED = """() => [...document.querySelectorAll('svg.stemma')].filter((one) => one.getClientRects().length).flatMap((drawing) =>
  [...drawing.querySelectorAll('text')].filter((text) =>
    Math.abs(parseFloat(getComputedStyle(text).fontSize) - parseFloat(text.getAttribute('font-size'))) > 0.01
    || text.getBoundingClientRect().right > drawing.getBoundingClientRect().right + 0.5
    || (!text.hasAttribute('font-family') && getComputedStyle(text).fontFamily.includes('Serif'))
  ).map((text) => text.textContent))"""


@pytest.mark.parametrize("width", [1440, 390])
def test_the_letters_of_a_drawing_are_as_large_as_they_were_measured(chromium: Any, served: Any, client: Client, width: int) -> None:
    with tab(chromium, viewport={"width": width, "height": 900}) as page:
        for one in client.links("/claims?order=articles", r"/claims/([0-9a-f]{16})")[:6]:
            page.goto(f"{served.address}/claims/{one}")
            assert page.evaluate(_LETTERED) == [], one


def test_print_shows_the_text_and_no_buttons(chromium: Any, served: Any, every_page: dict[str, str]) -> None:
    with tab(chromium) as page:
        page.goto(served.address + every_page["claim"])
        page.emulate_media(media="print")
        seen: Callable[[str], int] = lambda selector: page.locator(selector).filter(visible=True).count()  # noqa: E731
        assert seen("h1") == 1 and seen(".stemma-wide svg") == 1 and seen(".hops tr") > 1
        assert not seen("nav") and not seen(".button") and not seen("footer") and not seen(".stemma-narrow svg")


def test_the_pages_weigh_little(client: Client) -> None:
    """Script under 30 KB, fonts under 300 KB, all from here."""
    css = client.get("/static/selon.css").text
    fonts = set(re.findall(r'url\("(fonts/[^"]+)"\)', css))
    assert len(client.get("/static/selon.js").content) < 30_000
    assert sum(len(client.get(f"/static/{font}").content) for font in fonts) < 300_000
    assert "http" not in css.replace("http-equiv", "") and "@import" not in css
