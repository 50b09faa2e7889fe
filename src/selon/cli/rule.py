"""`selon rule`: all other gestures."""

from collections.abc import Sequence
from pathlib import Path

import click

from selon.api import Collection
from selon.api.targets import quotes
from selon.cli.deciding import decided, deciding, span_of, thing_of
from selon.cli.within import the_collection
from selon.errors import NotFound, UsageError
from selon.model.attribution import Stance
from selon.model.claimant import ClaimantKind
from selon.model.ruling import Gesture, Quoted, Thing, Value
from selon.model.span import Span

_KINDS = click.Choice([kind.value for kind in ClaimantKind])


@click.group(short_help="set, add, tie or leave out: what a person corrects")
def rule() -> None:
    """What a person corrects beside `accept`, `reject`, `merge`, `split`, `rename` and `undo`.

    \b
    Examples:
      selon rule set page published 2031-03-12 --why "the printed edition"
      selon rule add-attribution page --content "la barrière tient" --name "Nora Quill" --why "missed"
      selon rule tie 95651ff4 0f07e816 --why "it answers the ministry"
    """


@rule.command("set", short_help="a field of an article, an attribution or an edge")
@click.argument("ident", metavar="ID")
@click.argument("field", metavar="FIELD")
@click.argument("to", metavar="VALUE")
@click.option("--to-article", "other", metavar="OTHER", help="The other end of an edge, whose kind is set.")
@click.option("--kind", help="Of the edge, as it is now.")
@deciding
def set_(
    ident: str, field: str, to: str, other: str | None, kind: str | None, why: str, who: str | None, preview: bool, folder: Path | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Set a field: of an article published, outlet, title, authors (apart by ;) or lang; of an attribution stance; of an edge kind.

    An empty VALUE: it is not known. A date is a day, a month, a year, or two of these with / between.

    \b
    Examples:
      selon rule set page published 2031-03 --why "the month stands in its address"
      selon rule set page outlet "Le Quai" --why "its masthead"
      selon rule set 95651ff4 stance hedged --why "she said that it might"
      selon rule set page kind quotation --to-article other --kind shared --why "it quotes the other"
    """
    collection = the_collection(folder)
    thing = thing_of(collection.answer(), ident)
    thing = Thing.ARTICLE if thing is Thing.EDGE and other is None else thing
    target = collection.target(thing, ident, others=(other,) if other else (), kind=kind)
    value = Value(field=field, to=to)
    decided(collection, gesture=Gesture.SET, target=target, value=value, why=why, who=who, preview=preview, as_json=as_json)


@rule.command("leave-out", short_help="a page, or a passage of one, is no article")
@click.argument("article", metavar="ARTICLE")
@click.option("--passage", multiple=True, metavar="WORDS", help='Only this passage: its words, or its characters "120-168".')
@deciding
def leave_out(article: str, passage: tuple[str, ...], why: str, who: str | None, preview: bool, folder: Path | None, as_json: bool) -> None:
    """Say that a page is no article, or that a passage is no part of one: it stays in the text, set aside.

    \b
    Examples:
      selon rule leave-out page --why "a list of teasers"
      selon rule leave-out page --passage "Lisez aussi" --why "a teaser"
    """
    collection = the_collection(folder)
    spans = [_span(collection, article, one) for one in passage]
    target = collection.target(Thing.ARTICLE, article, spans=spans)
    decided(collection, gesture=Gesture.NOT_ARTICLE, target=target, why=why, who=who, preview=preview, as_json=as_json)


@rule.command(short_help="an attribution has another speaker")
@click.argument("attribution", metavar="ATTRIBUTION")
@click.argument("name", metavar="NAME")
@click.option("--kind", type=_KINDS, help="What kind of somebody; else a person, or what the article has under that name.")
@click.option("--role", help="Its role.")
@click.option("--organisation", help="The body it speaks for.")
@deciding
def speaker(
    attribution: str, name: str, kind: str | None, role: str | None, organisation: str | None, why: str, who: str | None, preview: bool,
    folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Say who speaks in one attribution.

    \b
    Examples:
      selon rule speaker 95651ff4 "Nora Quill" --why "'elle' is the pilot, two lines above"
    """
    collection = the_collection(folder)
    value = Value(name=name, kind=kind, role=role, organisation=organisation)
    target = collection.target(Thing.ATTRIBUTION, attribution)
    decided(collection, gesture=Gesture.SPEAKER, target=target, value=value, why=why, who=who, preview=preview, as_json=as_json)


@rule.command(short_help="an attribution has other characters")
@click.argument("attribution", metavar="ATTRIBUTION")
@click.option("--source", metavar="WORDS", help='Who speaks: the words of the text, or characters "120-168".')
@click.option("--cue", metavar="WORDS", help="The words that attribute.")
@click.option("--content", metavar="WORDS", multiple=True, help="What is said; several times where something stands between.")
@deciding
def respan(
    attribution: str, source: str | None, cue: str | None, content: tuple[str, ...], why: str, who: str | None, preview: bool,
    folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Give an attribution other characters; what is left out stays as it is.

    \b
    Examples:
      selon rule respan 95651ff4 --content "la barrière tient" --why "the last words are the writer's"
    """
    collection = the_collection(folder)
    article = _article_of(collection, attribution)
    value = _value(collection, article, source=source, cue=cue, content=content)
    target = collection.target(Thing.ATTRIBUTION, attribution)
    decided(collection, gesture=Gesture.RESPAN, target=target, value=value, why=why, who=who, preview=preview, as_json=as_json)


@rule.command("add-attribution", short_help="an attribution that was missed")
@click.argument("article", metavar="ARTICLE")
@click.option("--content", metavar="WORDS", multiple=True, required=True, help='What is said: words of the text, or characters "120-168".')
@click.option("--source", metavar="WORDS", help="Who speaks, as the text has it.")
@click.option("--cue", metavar="WORDS", help="The words that attribute.")
@click.option("--name", help="Who that is; else the words of the source.")
@click.option("--kind", type=_KINDS, help="What kind of somebody.")
@click.option("--stance", type=click.Choice([stance.value for stance in Stance]), help="How it is told.")
@deciding
def add_attribution(
    article: str, content: tuple[str, ...], source: str | None, cue: str | None, name: str | None, kind: str | None, stance: str | None,
    why: str, who: str | None, preview: bool, folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Add an attribution that was missed.

    \b
    Examples:
      selon rule add-attribution page --source Quill --content "la barrière tient" --why "missed"
    """
    collection = the_collection(folder)
    value = _value(collection, article, source=source, cue=cue, content=content, name=name, kind=kind, stance=stance)
    target = collection.target(Thing.ATTRIBUTION, article)
    decided(collection, gesture=Gesture.ADD, target=target, value=value, why=why, who=who, preview=preview, as_json=as_json)


@rule.command("add-denial", short_help="a denial that was missed")
@click.argument("article", metavar="ARTICLE")
@click.option("--content", metavar="WORDS", multiple=True, required=True, help="What is denied, in the words of the text.")
@click.option("--source", metavar="WORDS", help="Who denies, as the text has it.")
@click.option("--cue", metavar="WORDS", help="The words that deny.")
@click.option("--name", help="Who that is; else the words of the source.")
@click.option("--claim", help="The claim it denies: its id, or that of an appearance.")
@deciding
def add_denial(
    article: str, content: tuple[str, ...], source: str | None, cue: str | None, name: str | None, claim: str | None, why: str,
    who: str | None, preview: bool, folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Add a denial that was missed, and say which claim it is about.

    \b
    Examples:
      selon rule add-denial page --source Quill --content "la barrière tient" --claim 0f07e816 --why "missed"
    """
    collection = the_collection(folder)
    value = _value(collection, article, source=source, cue=cue, content=content, name=name, stance=Stance.DENIED.value)
    target = collection.target(Thing.DENIAL, article, others=(claim,) if claim else ())
    decided(collection, gesture=Gesture.ADD, target=target, value=value, why=why, who=who, preview=preview, as_json=as_json)


@rule.command("add-edge", short_help="an edge between two articles that was missed")
@click.argument("source", metavar="FROM")
@click.argument("to", metavar="TO")
@click.option("--kind", required=True, help="quotation, republication, translation, credit, link, shared.")
@deciding
def add_edge(source: str, to: str, kind: str, why: str, who: str | None, preview: bool, folder: Path | None, as_json: bool) -> None:
    """Add an edge from one article to another, or from a node outside the collection ("ext:AFP").

    \b
    Examples:
      selon rule add-edge ext:AFP page --kind credit --why "the editor told us on the phone"
    """
    collection = the_collection(folder)
    target = collection.target(Thing.EDGE, source, others=(to,), kind=kind)
    decided(collection, gesture=Gesture.ADD, target=target, why=why, who=who, preview=preview, as_json=as_json)


@rule.command(short_help="a denial is about another claim, or about none")
@click.argument("denial", metavar="ATTRIBUTION")
@click.argument("claim", metavar="[CLAIM]", required=False)
@deciding
def tie(denial: str, claim: str | None, why: str, who: str | None, preview: bool, folder: Path | None, as_json: bool) -> None:
    """Tie a denial to a claim; without CLAIM it is about none of this collection.

    \b
    Examples:
      selon rule tie 6cb71603 0f07e816 --why "she answers the ministry's words"
      selon rule tie 6cb71603 --why "it is about the ferry"
    """
    collection = the_collection(folder)
    target = collection.target(Thing.DENIAL, denial, others=(claim,) if claim else ())
    decided(collection, gesture=Gesture.TIE, target=target, why=why, who=who, preview=preview, as_json=as_json)


def _value(
    collection: Collection, article: str, *, source: str | None, cue: str | None, content: Sequence[str], **rest: str | None
) -> Value:
    one, other = (_quoted(collection, article, [words])[0] if words else None for words in (source, cue))
    return Value(source=one, cue=other, content=_quoted(collection, article, content), **rest)  # type: ignore[arg-type]


def _quoted(collection: Collection, article: str, words: Sequence[str]) -> tuple[Quoted, ...]:
    return quotes(collection.answer(), article, [_span(collection, article, one) for one in words])


def _span(collection: Collection, article: str, words: str) -> Span:
    """The characters that are meant: "120-168", or words that stand once in the text.

    Raises:
        NotFound: the words do not stand in it.
        UsageError: they stand in it several times, or the characters do not.
    """
    text = next((one.article.text for one in collection.answer().readings if one.article.id == article), None)
    if text is None:
        raise NotFound(f"no article of this collection has the id '{article}'", where="the call", fix="selon blocks shows the ids")
    place = span_of(words)
    if place is not None:
        if not 0 <= place[0] < place[1] <= len(text):
            raise UsageError(f"the text has no characters {words}", where=article, fix=f"it has {len(text)}")
        return Span(*place)
    many = text.count(words)
    if many == 0:
        raise NotFound(f"the words «{words}» do not stand in the text", where=article, fix="copy them exactly, or give characters: 120-168")
    if many > 1:
        raise UsageError(f"the words «{words}» stand {many} times in the text", where=article, fix="give their characters: 120-168")
    start = text.index(words)
    return Span(start, start + len(words))


def _article_of(collection: Collection, attribution: str) -> str:
    for reading in collection.answer().readings:
        if any(one.id.startswith(attribution) for one in reading.attributions):
            return reading.article.id
    raise NotFound(
        f"no attribution of this collection has the id '{attribution}'", where="the call", fix="selon attributions shows the ids"
    )
