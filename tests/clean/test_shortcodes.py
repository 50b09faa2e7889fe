"""Shortcodes: what opens and closes a quotation makes one of what stands between; other pairs, and what is never closed, say nothing."""

import pytest

from selon.clean import article
from selon.model.article import BlockKind
from selon.model.capture import Capture

_BEFORE = "La prochaine fête aura lieu en octobre, et les organisateurs espèrent que le soleil sera de la partie.\n\n"
_SAID = "Le potiron a cent deux kilos, et la balance de la mairie n'en peut plus depuis dimanche matin."


def kinds(opened: str, closed: str) -> list[BlockKind]:
    text = f"{_BEFORE}{opened}\n{_SAID}\n{closed}\n\n{_BEFORE}"
    found = article(Capture(id="a", address="a.md", media_type="text/markdown", content=text.encode()))
    assert found.text == text
    return [block.kind for block in found.blocks if _SAID in block.span.of(text)]


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        ('{{< quote author="Una Brel" >}}', "{{< /quote >}}"),
        ("{{% blockquote %}}", "{{% /blockquote %}}"),
        ("{{< pull-quote >}}", "{{< / pull-quote >}}"),
        ("{% blockquote Una Brel, La Lettre %}", "{% endblockquote %}"),
        ("{%- pullquote -%}", "{%- endpullquote -%}"),
    ],
)
def test_between_them_stands_a_quotation(opened: str, closed: str) -> None:
    assert kinds(opened, closed) == [BlockKind.BLOCKQUOTE]


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        ("{% if page.more %}", "{% endif %}"),
        ("{{< notice >}}", "{{< /notice >}}"),
        ("{{< quote >}}", ""),
        ("{{< quote text=x />}}", "{{< /quote >}}"),
        ("{{< /quote >}}", "{{< quote >}}"),
        ("{: .lead}", "{: .end}"),
    ],
)
def test_others_leave_a_paragraph(opened: str, closed: str) -> None:
    assert kinds(opened, closed) == [BlockKind.PARAGRAPH]
