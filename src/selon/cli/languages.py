"""`selon languages`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import click

from selon import attribute, resolve
from selon.errors import TableError
from selon.languages import Language, codes, examples, load
from selon.model.article import Article, Block, BlockKind
from selon.model.span import Interval, Span


@click.group(short_help="the tables of a language")
def languages() -> None:
    """The languages that Selon reads: a folder of tables each.

    \b
    Example:
      selon languages check fr
    """


@languages.command(short_help="check tables and examples")
@click.argument("code", nargs=-1, metavar="[CODE]…")
def check(code: tuple[str, ...]) -> None:
    """Check the tables of a language, and read its examples of attributions and dates.

    The examples say what must be found, and what must be left alone; those of the other stages run in the tests.
    One line for each example that is not read as it says, then the counts.

    \b
    Examples:
      selon languages check
      selon languages check fr
    """
    wrong = 0
    for one in code or codes():
        language = load(one)
        rows = sum(map(len, language.tables.values()))
        failures = [*_attributions(language), *_dates(language)]
        count = len(examples("attribute", one)) + len(examples("dates", one))
        for failure in failures:
            click.echo(f"{one}\t{failure}")
        click.echo(f"{one}\t{rows} rows, {count} examples, {len(failures)} not read as they say")
        wrong += len(failures)
    if wrong:
        raise TableError(f"{wrong} examples are not read as they say", where="languages", fix="mend the table or the example that is named")


def _attributions(language: Language) -> Iterator[str]:
    for example in examples("attribute", language.code):
        text = example["text"]
        found = [
            (_words(one.source, text), _words(one.cue, text), [span.of(text) for span in one.content])
            for one in attribute.attributions(_article(text, language), language)
        ]
        wanted = [(one.get("source"), one.get("cue"), one["content"]) for one in example["found"]]
        yield from _differing(example, found == wanted, f"found {found or 'nothing'}")


def _dates(language: Language) -> Iterator[str]:
    for example in examples("dates", language.code):
        article = _article(example["text"], language)
        if "published" in example:
            day = example["published"]
            article = replace(article, published=Interval(earliest=day, latest=day, source="the example"))
        found = [(one.span.of(article.text), one.earliest, one.latest) for one in resolve.dates(article, language)]
        wanted = (example.get("from"), example.get("to"))
        met = [days for words, *days in found if example.get("expression", "") in words or words in example.get("expression", "")]
        right = not found if example.get("nothing") else met == [list(wanted)]
        yield from _differing(example, right, f"found {found or 'nothing'}")


def _differing(example: dict[str, Any], is_met: bool, found: str) -> Iterator[str]:
    """What does not stand as the example says; a known failure must fail, so that it shouts when it is mended."""
    if is_met == bool(example.get("known_failure")):
        yield f"{example['label']}: {'a known failure is mended' if is_met else found}"


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def _article(text: str, language: Language) -> Article:
    """Each line is a paragraph, or with "#" before it a heading."""
    return Article(
        id="example", digest="0" * 16, text_digest="0" * 16, address="example", url=None, outlet=None, title=None, authors=(),
        lang=language.code, published=None, text=text, blocks=tuple(_lines(text)), credits=(), links=(), metadata=(), degraded=None,
    )  # fmt: skip


def _lines(text: str) -> Iterator[Block]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield Block(span=Span(at, at + len(line)), kind=BlockKind.HEADING if line.startswith("#") else BlockKind.PARAGRAPH)
        at += len(line)
