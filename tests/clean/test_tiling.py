"""Whatever is read: the blocks tile the text, every span lies inside it, and reading twice is reading once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from selon.clean import article
from selon.errors import InputError
from selon.model.article import Article
from selon.model.capture import Capture

_PIECES = (
    "<p>", "</p>", "<div class='caption'>", "</div>", "<br>", "<br><br>", "<h1>", "</h1>", "<blockquote>", "</blockquote>",
    "<a href='https://x.example/a'>", "</a>", "<aside>", "</aside>", "<figure><figcaption>", "<span class='credit'>", "</span>",
    "<nav>", "<ul><li>", "</li></ul>", "<!--", "-->", "<script>", "</script>",
    "Une phrase de dix mots qui parle du temps et de la pluie. ", "Par Odile Marchetti avec AFP", "© AFP",
    "Lire aussi : Un titre", "\n", "\n\n", " ", "\xa0", "«", "»", "— Le Phare (@phare) 3 mai 2021", "Selon Valdor+", "(afp/abc)",
    "Photo : Pia", "---\n", "> ", "#### ", "[lien](https://x.example)", "![]() |", "{{< tweet 1 >}}", "Publié le 3 mai 2021", "😀",
    "é", "\ufeff", "&amp;", "<", "🇫🇷", "Newsletter", ":", "Source : ", "  ", "REUTERS", "12/05/2021", "\r\n", "*", "'",
)  # fmt: skip
_TEXTS = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=12)), min_size=1, max_size=40).map("".join)
_TYPES = st.sampled_from(("text/html", "text/markdown", "text/plain"))


def read(text: str, media_type: str) -> Article | None:
    content = text.encode("utf-8", "replace")
    try:
        return article(Capture(id="a", address="a", media_type=media_type, content=content, charset="utf-8"))
    except InputError:
        return None


@given(_TEXTS, _TYPES)
@settings(max_examples=150)
def test_blocks_tile_the_text(text: str, media_type: str) -> None:
    found = read(text, media_type)
    if found is None:
        return
    ends = [0, *(block.span.end for block in found.blocks)]
    assert [block.span.start for block in found.blocks] == ends[:-1]
    assert ends[-1] == len(found.text)
    spans = [*(credit.span for credit in found.credits), *(link.span for link in found.links), *(c.span for c in found.metadata if c.span)]
    assert all(span.end <= len(found.text) for span in spans)
    assert all(span.of(found.text).strip() for span in spans)
    if media_type != "text/html":
        assert found.text == text.encode("utf-8", "replace").decode()


@given(_TEXTS, _TYPES)
@settings(max_examples=40)
def test_reading_twice_is_reading_once(text: str, media_type: str) -> None:
    assert read(text, media_type) == read(text, media_type)
