"""Lineages made by the dozen: a story, its edges and its readings, of a given size and shape, the same for the same seed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from selon.model.article import Article, Block, BlockKind
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claim import Appearance, Claim
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.lineage import Chain, Change, Denial, Edge, First, Hop, Origins, Story, Unmentioned
from selon.model.passage import Passage
from selon.model.reading import Reading
from selon.model.span import Interval, Span

TEXT = "La digue de Roquelune tient, a dit Ada Brissac. Le port reste ouvert. " * 4
NAMES = (
    "Ada Brissac",
    "le porte-parole adjoint de la Commission permanente des ouvrages maritimes et des digues de Solvarre",
    "Fernanda Aguilar-Montero de la Torre y Valdivieso",
    "Пресс-служба Министерства гидротехнических сооружений Солварры",
    "المتحدث باسم هيئة إدارة السدود والموانئ في سولفار",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenvereinigung",
    "首席港务官",
    "A",
    "<b>Onora & Sons</b>",
    "κεντρικό λιμεναρχείο",
)
OUTLETS = (
    "Le Brisant",
    "The Saltmarsh Observer and Weekly Tide Tables of the Lower Estuary",
    "Вестник порта",
    "صحيفة المرفأ",
    "Cap Matinal",
    "Observatoire des marées de Roquelune",
    "vigie24.example",
    "X",
)
SHAPES = ("fan", "chain", "diamonds", "circle", "voices", "copies", "mixed")
_KINDS = ("republication", "republication", "quotation", "credit", "translation", "link", "shared")
_STATES = ("suggested", "suggested", "confirmed")
_CHANGES = ("hedge_dropped", "attribution_dropped", "number_changed", "quotes_lost", "wording_changed")


@dataclass(frozen=True)
class Made:
    """All that a stemma is made of."""

    story: Story
    edges: tuple[Edge, ...]
    readings: dict[str, Reading]


def made(seed: int, size: int, shape: str) -> Made:
    """A lineage of about `size` nodes."""
    chance = Random(f"{shape} {size} {seed}")
    texts = max(1, size * 2 // 3) if shape != "voices" else max(1, size // 6)
    readings = {f"a{number:03}": _reading(f"a{number:03}", chance, shape) for number in range(texts)}
    ids = list(readings)
    edges = tuple(_edges(ids, chance, shape))
    voices = [_claimant(number, chance) for number in range(max(1, size - texts))]
    appearances, chains = [], []
    for number, article_id in enumerate(ids):
        count = chance.choice((0, 1, 1, 1, 2)) if shape != "voices" else max(1, len(voices) // len(ids))
        chosen = (
            [voices[(number * count + step) % len(voices)] for step in range(count)] if shape in ("voices", "mixed") else voices[:count]
        )
        readings[article_id], said, links = _told(readings[article_id], chosen, chance)
        appearances += said
        chains += links
    denials = tuple(_denial(number, readings, chance) for number in range(chance.choice((0, 1, 2)) if size > 2 else 0))
    return Made(_story(appearances, chains, denials, edges, chance), edges, readings)


def reading(
    article_id: str, outlet: str | None, published: Interval | None, *, lang: str = "fr", title: str = "La digue", digest: str = ""
) -> Reading:
    """A text that says nothing yet."""
    whole = Block(span=Span(0, len(TEXT)), kind=BlockKind.PARAGRAPH)
    article = Article(
        id=article_id, digest=article_id, text_digest=digest or article_id, address=article_id, url=None, outlet=outlet, title=title,
        authors=(), lang=lang, published=published, text=TEXT, blocks=(whole,), credits=(), links=(), metadata=(), degraded=None,
    )  # fmt: skip
    return Reading(article=article, attributions=(), dates=(), resolutions=())


def on(start: str | None, end: str | None) -> Interval:
    """An interval."""
    return Interval(earliest=start, latest=end, source="made")


def _reading(article_id: str, chance: Random, shape: str) -> Reading:
    month = chance.choice((3, 3, 3, 4)) if shape in ("fan", "circle", "copies") else chance.randint(1, 12)
    day = f"2031-{month:02}-{chance.randint(1, 28):02}"
    published = chance.choice((on(day, day),) * 7 + (None, on(day, None), on(None, day)))
    return reading(
        article_id, chance.choice((*OUTLETS, None)), published, lang=chance.choice(("fr", "en", "ru", "ar", "und")),
        title=f"« {chance.choice(NAMES)} » parle de la digue", digest=chance.choice("abc") if shape == "copies" else "",
    )  # fmt: skip


def claimant(name: str, kind: ClaimantKind = ClaimantKind.PERSON, *, role: str | None = None, ident: str = "") -> Claimant:
    """Somebody who speaks."""
    return Claimant(id=ident or name, name=name, kind=kind, role=role, organisation=None, country=None, aliases=(), spans=())


def _claimant(number: int, chance: Random) -> Claimant:
    kind = chance.choice((ClaimantKind.PERSON,) * 5 + (ClaimantKind.BODY, ClaimantKind.ANONYMOUS, ClaimantKind.OUTLET))
    return claimant(f"{chance.choice(NAMES)} {number}", kind, role=chance.choice((None, *NAMES)), ident=f"c{number:03}")


def attribution(
    name: str, article_id: str, span: Span, *, kind: SpeechKind = SpeechKind.DIRECT, stance: Stance = Stance.ASSERTED
) -> Attribution:
    """Words that are somebody's."""
    return Attribution(
        id=name, article_id=article_id, source=Span(35, 46), cue=Span(29, 34), content=(span,), kind=kind, stance=stance, conditional=False,
        parent=None, via=None, anaphoric=False, rule="made", reasons=(), confidence=0.9,
    )  # fmt: skip


def resolution(name: str, who: Claimant | None) -> Resolution:
    """Whose they are."""
    return Resolution(attribution_id=name, claimant=who, how="made", evidence=(), candidates=(), confidence=0.9)


@dataclass(frozen=True)
class Said:
    """One appearance to be: who is named, by whom it is relayed, in other words or not."""

    by: Claimant | None  # None: somebody who is not resolved
    relay: str | None = None
    kind: SpeechKind = SpeechKind.DIRECT


def told(text: Reading, said: Sequence[Said]) -> tuple[Reading, list[Appearance], list[Chain]]:
    """A text that tells the claim in these mouths; in its own voice, where there are none."""
    article = text.article
    attributions, resolutions, appearances, chains = [], [], [], []
    for number, one in enumerate(said):
        name, span = f"{article.id}.{number}", Span(number % 200, number % 200 + 20)
        attributions.append(attribution(name, article.id, span, kind=one.kind))
        resolutions.append(resolution(name, one.by))
        appearances.append(_appearance(name, article, span, name))
        hops = [_hop(article.outlet or "?", "article", "", None)]
        hops += [_hop(one.relay, "relay", "cited by", article)] if one.relay else []
        hops.append(_hop(one.by.name if one.by else "unresolved", one.by.kind.value if one.by else "claimant", "quotation", article))
        chains.append(Chain(appearance_id=name, hops=tuple(hops)))
    if not said:
        appearances.append(_appearance(f"{article.id}.n", article, Span(0, 20), None))
        chains.append(Chain(appearance_id=f"{article.id}.n", hops=(_hop(article.outlet or "?", "article", "", None),)))
    return replace(text, attributions=tuple(attributions), resolutions=tuple(resolutions)), appearances, chains


def _told(text: Reading, voices: list[Claimant], chance: Random) -> tuple[Reading, list[Appearance], list[Chain]]:
    kinds = (SpeechKind.DIRECT, SpeechKind.INDIRECT)
    said = [
        Said(
            by=voice if chance.random() > 0.1 else None, relay=chance.choice(OUTLETS) if chance.random() < 0.2 else None,
            kind=chance.choice(kinds),
        )
        for voice in voices
    ]  # fmt: skip
    return told(text, said)


def _hop(name: str, kind: str, how: str, article: Article | None) -> Hop:
    return Hop(name=name, kind=kind, how=how, passage=Passage(article_id=article.id, span=Span(0, 20)) if article else None)


def _appearance(name: str, article: Article, span: Span, attribution_id: str | None) -> Appearance:
    return Appearance(
        id=name, article_id=article.id, spans=(span,), attribution_id=attribution_id, claimant=None, claimant_id=None,
        stance=Stance.ASSERTED, conditional=False, when=article.published,
    )  # fmt: skip


def _edges(ids: list[str], chance: Random, shape: str) -> list[Edge]:
    pairs: list[tuple[str, str]] = []
    if shape in ("fan", "copies"):
        pairs = [(ids[0], other) for other in ids[1:]]
    elif shape == "chain":
        pairs = list(pairwise(ids))
    elif shape == "circle":
        pairs = list(zip(ids, [*ids[1:], ids[0]], strict=True)) if len(ids) > 1 else []
    elif shape == "diamonds":
        for start in range(0, len(ids) - 3, 3):
            a, b, c, d = ids[start : start + 4]
            pairs += [(a, b), (a, c), (b, d), (c, d)]
    else:
        pairs = [(chance.choice(ids), chance.choice(ids)) for _ in range(len(ids))]
    found = [edge(a, b, chance.choice(_KINDS), state=chance.choice(_STATES)) for a, b in pairs if a != b]
    outside = [edge(f"ext:{chance.choice(OUTLETS)} agence", chance.choice(ids), "credit") for _ in range(chance.randint(0, 3))]
    address = "ext:https://www.brisant.example/" + "ports/nuit-sur-le-quai/" * 4
    return [*found, *outside, edge(address, ids[-1], "link")]


def edge(source: str, target: str, kind: str, *, state: str = "suggested", at: int = 0) -> Edge:
    """One link of the lineage, shown from that character of its target on."""
    return Edge(
        source=source, target=target, kind=kind, directed=kind != "shared", evidence=(Passage(article_id=target, span=Span(at, at + 20)),),
        reasons=("made",), confidence=0.9, state=state, changes=(),
    )  # fmt: skip


def denial(text: Reading, by: str | None, kind: str, attribution_id: str) -> Denial:
    """Somebody denies the claim in a text."""
    return Denial(
        article_id=text.article.id, span=Span(0, 40), by=by, kind=kind, attribution_id=attribution_id, claim_id="claim", tie="content: made"
    )  # fmt: skip


def _denial(number: int, readings: dict[str, Reading], chance: Random) -> Denial:
    text = readings[chance.choice([one for one in readings if readings[one].attributions] or list(readings))]
    if not text.attributions:
        name = f"{text.article.id}.d"
        said = attribution(name, text.article.id, Span(0, 20), stance=Stance.DENIED)
        text = replace(text, attributions=(said,), resolutions=(resolution(name, None),))
        readings[text.article.id] = text
    kind = chance.choice(("explicit", "declined", "unconfirmed", "second-hand"))
    return denial(text, chance.choice((*NAMES, None)), kind, text.attributions[number % len(text.attributions)].id)


def change(source: str, target: str, kind: str, *, directed: bool = True) -> Change:
    """What changed between two texts."""
    return Change(
        from_article=source, to_article=target, kind=kind, from_span=Span(0, 5), to_span=Span(0, 5), sentence="made", directed=directed
    )


def story(
    appearances: Sequence[Appearance], chains: Sequence[Chain], *, denials: Sequence[Denial] = (), changes: Sequence[Change] = (),
    unmentioned: Sequence[Unmentioned] = (),
) -> Story:  # fmt: skip
    """One claim with what is shown of it."""
    ids = {one.article_id for one in appearances}
    return Story(
        claim=Claim(id="claim", label="La digue de Roquelune tient", appearances=tuple(appearances), links=(), variants=()),
        origins=Origins(articles=len(ids), texts=len(ids), named=(), unknown=0, min=1, max=1, proof=()),
        first=First(earliest=None, latest=None, articles=(), mentioned=()), denials=tuple(denials), unmentioned=tuple(unmentioned),
        corroborations=(), changes=tuple(changes), circles=(), chains=tuple(chains), gaps=(),
    )  # fmt: skip


def _story(
    appearances: list[Appearance], chains: list[Chain], denials: tuple[Denial, ...], edges: tuple[Edge, ...], chance: Random
) -> Story:
    between = [one for one in edges if not one.source.startswith("ext:")]
    changes = [
        change(one.source, one.target, kind, directed=one.directed)
        for one in between
        for kind in chance.sample(_CHANGES, chance.randint(0, 3))
    ]
    silent = [
        Unmentioned(article_id=one, denial_article_id=denials[0].article_id, denial_span=denials[0].span, lag_days=2)
        for one in sorted({one.article_id for one in appearances})[-2:]
        if denials
    ]
    return story(appearances, chains, denials=denials, changes=changes, unmentioned=silent)
