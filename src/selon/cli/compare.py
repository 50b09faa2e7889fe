"""`selon compare`."""

import click

from selon import match
from selon.cli import given
from selon.cli.inputs import reading_command
from selon.cli.output import finish, parted, print_lines
from selon.errors import NotFound
from selon.model.article import Article
from selon.model.passage import Comparison
from selon.show import listing, tsv
from selon.show.lookups import compare_line


@click.command(short_help="a quotation against a transcript, word by word")
@click.argument("text", metavar="ARTICLE_OR_FILE")
@click.argument("quote", metavar="QUOTE")
@reading_command
def compare(text: str, quote: str, paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool) -> None:
    """Set a quotation against the text it is taken from: the nearest passage, and each word that differs.

    ARTICLE_OR_FILE is a file, an address, or the id of an article in the PATHs. A quotation with [...] or … is compared part by part.
    In a pipe: article, characters, share, what differs, words of the quotation, words of the text.

    \b
    Examples:
      selon compare transcript.txt "nous n'avons jamais fermé la barrière"
      selon compare log-2031-03-12 "the barrier [...] was closed at night" pages/
    """
    among = (*paths, *more_paths)
    articles, rejected = parted(given.articles(among or (text,)))
    chosen = [article for article in articles if article.id == text or article.address == text] if among else articles
    if among and not chosen:
        missed = NotFound(f"no article has the id '{text}'", where=", ".join(among), fix="selon blocks PATH shows the ids")
        finish(articles, rejected, missed=missed)
    found = _nearest(quote, chosen)
    lines = [compare_line(one, quote, article) for article, one in found]
    print_lines(
        lines, as_json=as_json, rows=tsv.compare_rows, listing=lambda: [listing.comparison(one, quote, article) for article, one in found]
    )
    fix = "give the words as they are quoted, in the language of the text"
    finish(chosen, rejected, missed=None if found else NotFound("the text has no passage like this quotation", where=text, fix=fix))


def _nearest(quote: str, articles: list[Article]) -> list[tuple[Article, Comparison]]:
    """The parts of the quotation in the article that holds most of it."""
    held = [(article, match.compared(quote, article)) for article in articles]
    article, parts = max(held, key=lambda pair: sum(part.share for part in pair[1]), default=(None, ()))
    return [(article, part) for part in parts] if article else []
