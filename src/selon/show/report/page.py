"""A report as one HTML file: no script, nothing from outside, every word of an article escaped."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

from selon.model.lineage import Edge, Story
from selon.model.reading import Reading
from selon.model.ruling import Standing
from selon.show import stemma
from selon.show.dated import first_and_last
from selon.show.report.facts import facts, written
from selon.show.report.settings import Replaced, Settings
from selon.show.report.view import View, makeup, view
from selon.show.visible import visible
from selon.show.wording import Wording, reason, wording


def report(
    story: Story, edges: Iterable[Edge], readings: Mapping[str, Reading], standing: Standing, settings: Settings,
    *, replaced: Replaced | None = None,
) -> str:  # fmt: skip
    """The report of one claim.

    Raises:
        NotFound: only what was checked is wanted, and nothing was.
    """
    words = wording(settings.lang)
    seen = view(story, edges, readings, standing, settings, words)
    articles = [reading.article for reading in readings.values()]
    drawn = _drawing(seen.drawing, seen, words) if seen.drawing else {"drawing": None}
    return _rendered(
        "report.html", words, settings=settings, replaced=replaced, seen=seen, story=seen.story, origins=seen.story.origins,
        makeup=makeup(articles), languages=[words.language(code) for code in sorted({one.lang for one in articles})],
        days=first_and_last(articles),
        facts=written(settings, story.claim.id, facts(seen, makeup(articles), words)), **drawn,
    )  # fmt: skip


def withdrawn(settings: Settings, replaced: Replaced) -> str:
    """A page in place of a report whose claim is gone."""
    return _rendered("withdrawn.html", wording(settings.lang), settings=settings, replaced=replaced)


def _drawing(drawing: stemma.Drawing, seen: View, words: Wording) -> dict[str, Any]:
    rows = [
        {
            "number": row.number, "source": _end(row.source, words), "target": _end(row.target, words), "when": words.when(row.when),
            "style": stemma.said(words, row.style), "state": row.state, "quotes": quotes,
            "changes": list(dict.fromkeys(words.term("change" if one.directed else "difference", one.kind) for one in row.changes)),
        }
        for row, quotes in seen.arrows
    ]  # fmt: skip
    return {
        "drawing": Markup(stemma.svg(stemma.laid_out(drawing, words), words, held=True)),  # the reader may not have the typeface
        "legend": Markup(stemma.legend(words, drawing, held=True)),
        "hops": rows,
    }


def _end(node: stemma.Node, words: Wording) -> str:
    """One end of an arrow by its letter in the drawing: several texts may be of one outlet."""
    return f"{node.siglum} · {stemma.shown_name(node, words)}"


def _rendered(name: str, words: Wording, **given: Any) -> str:
    css = (files(__package__) / "templates" / "report.css").read_text(encoding="utf-8") + stemma.css()
    text = (
        _environment().get_template(name).render(say=words.say, plural=words.plural, wording=words, reason=reason, css=Markup(css), **given)
    )
    return text.lstrip()


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader(__package__, "templates"), autoescape=True, undefined=jinja2.StrictUndefined, finalize=_finalized,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def _finalized(value: object) -> object:
    """Hidden and bidirectional characters of a text become visible marks."""
    if isinstance(value, Markup):
        return value
    return visible(value) if isinstance(value, str) else value
