"""Marker words in a text, in both languages."""

import pytest

from selon.languages import load
from selon.model.span import Span
from selon.trace.markers import markers


@pytest.mark.parametrize(
    ("code", "kind", "text", "wanted"),
    [
        ("fr", "negation", "Il n'a rien dit, et nul n’est venu sans raison.", ["n'", "n’", "sans"]),
        ("fr", "approximate", "Plus d'un millier de barques, près de 40 marins", ["Plus d'", "près de"]),
        ("fr", "hedge", "Une présumée fuite aurait eu lieu", ["présumée", "aurait"]),
        ("fr", "hedge", "Les auraient-ils vus ? Hauraitier", ["auraient"]),
        ("fr", "quantity", "des dizaines de barques", ["des dizaines"]),
        ("fr", "negation", "Le nouveau nid", []),
        ("en", "hedge", "It may allegedly have sunk in May's storm", ["may", "allegedly"]),
        ("en", "qualifier", "partly paid, indirectly, via a friend", ["partly", "indirectly"]),
        ("en", "negation", "Nothing nobler", []),
    ],
)
def test_markers(code: str, kind: str, text: str, wanted: list[str]) -> None:
    assert [span.of(text) for span in markers(kind, text, Span(0, len(text)), load(code))] == wanted
