"""Lineages made by the dozen: a story, its edges and its readings, of a given size and shape, the same for the same seed."""

from dataclasses import dataclass, replace
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
        reading, told, links = _told(readings[article_id], chosen, chance)
        readings[article_id] = reading
        appearances += told
        chains += links
    denials = tuple(_denial(number, readings, chance) for number in range(chance.choice((0, 1, 2)) if size > 2 else 0))
    return Made(_story(appearances, chains, denials, edges, chance), edges, readings)


def _reading(article_id: str, chance: Random, shape: str) -> Reading:
    day = chance.randint(1, 28)
    start = f"2031-{chance.choice((3, 3, 3, 4)) if size_is_short(shape) else chance.randint(1, 12):02}-{day:02}"
    published = chance.choice(
        (Interval(earliest=start, latest=start, source="x"),) * 7
        + (None, Interval(earliest=start, latest=None, source="x"), Interval(earliest=None, latest=start, source="x"))
    )
    outlet = chance.choice((*OUTLETS, None))
    article = Article(
        id=article_id, digest=article_id, text_digest=chance.choice("abc") if shape == "copies" else article_id, address=article_id, url=None,
        outlet=outlet, title=f"« {chance.choice(NAMES)} » parle de la digue", authors=(), lang=chance.choice(("fr", "en", "ru", "ar", "und")),
        published=published, text=TEXT, blocks=(Block(span=Span(0, len(TEXT)), kind=BlockKind.PARAGRAPH),), credits=(), links=(), metadata=(),
        degraded=None,
    )  # fmt: skip
    return Reading(article=article, attributions=(), dates=(), resolutions=())


def size_is_short(shape: str) -> bool:
    """Does a shape happen within a few weeks?"""
    return shape in ("fan", "circle", "copies")


def _claimant(number: int, chance: Random) -> Claimant:
    kind = chance.choice((ClaimantKind.PERSON,) * 5 + (ClaimantKind.BODY, ClaimantKind.ANONYMOUS, ClaimantKind.OUTLET))
    return Claimant(
        id=f"c{number:03}", name=f"{chance.choice(NAMES)} {number}", kind=kind, role=chance.choice((None, *NAMES)), organisation=None, country=None,
        aliases=(), spans=(),
    )  # fmt: skip


def _told(reading: Reading, voices: list[Claimant], chance: Random) -> tuple[Reading, list[Appearance], list[Chain]]:
    article = reading.article
    attributions, resolutions, appearances, chains = [], [], [], []
    for number, voice in enumerate(voices):
        name = f"{article.id}.{number}"
        span = Span(number % 200, number % 200 + 20)
        attributions.append(
            Attribution(
                id=name, article_id=article.id, source=Span(35, 46), cue=Span(29, 34), content=(span,),
                kind=chance.choice((SpeechKind.DIRECT, SpeechKind.INDIRECT)), stance=Stance.ASSERTED, conditional=False, parent=None, via=None,
                anaphoric=False, rule="x", reasons=(), confidence=0.9,
            )
        )  # fmt: skip
        known = chance.random() > 0.1
        resolutions.append(
            Resolution(attribution_id=name, claimant=voice if known else None, how="x", evidence=(), candidates=(), confidence=0.9)
        )
        appearances.append(_appearance(name, article, span, name))
        hops = [_hop(article.outlet or "?", "article", "", None), _hop(voice.name, voice.kind.value, "quotation", article)]
        if chance.random() < 0.2:
            hops.insert(1, _hop(chance.choice(OUTLETS), "relay", "cited by", article))
        chains.append(Chain(appearance_id=name, hops=tuple(hops)))
    if not voices:
        appearances.append(_appearance(f"{article.id}.n", article, Span(0, 20), None))
        chains.append(Chain(appearance_id=f"{article.id}.n", hops=(_hop(article.outlet or "?", "article", "", None),)))
    return replace(reading, attributions=tuple(attributions), resolutions=tuple(resolutions)), appearances, chains


def _hop(name: str, kind: str, how: str, article: Article | None) -> Hop:
    return Hop(name=name, kind=kind, how=how, passage=Passage(article_id=article.id, span=Span(0, 20)) if article else None)


def _appearance(name: str, article: Article, span: Span, attribution: str | None) -> Appearance:
    return Appearance(
        id=name, article_id=article.id, spans=(span,), attribution_id=attribution, claimant=None, claimant_id=None, stance=Stance.ASSERTED,
        conditional=False, when=article.published,
    )  # fmt: skip


def _edges(ids: list[str], chance: Random, shape: str) -> list[Edge]:
    pairs: list[tuple[str, str]] = []
    if shape in ("fan", "copies"):
        pairs = [(ids[0], other) for other in ids[1:]]
    elif shape == "chain":
        pairs = list(zip(ids, ids[1:], strict=False))
    elif shape == "circle":
        pairs = list(zip(ids, [*ids[1:], ids[0]], strict=True)) if len(ids) > 1 else []
    elif shape == "diamonds":
        for start in range(0, len(ids) - 3, 3):
            a, b, c, d = ids[start : start + 4]
            pairs += [(a, b), (a, c), (b, d), (c, d)]
    else:
        pairs = [(chance.choice(ids), chance.choice(ids)) for _ in range(len(ids))]
    found = [_edge(a, b, chance.choice(_KINDS), chance) for a, b in pairs if a != b]
    outside = [_edge(f"ext:{chance.choice(OUTLETS)} agence", chance.choice(ids), "credit", chance) for _ in range(chance.randint(0, 3))]
    address = "ext:https://www.brisant.example/" + "ports/nuit-sur-le-quai/" * 4
    return [*found, *outside, _edge(address, ids[-1], "link", chance)]


def _edge(source: str, target: str, kind: str, chance: Random) -> Edge:
    return Edge(
        source=source, target=target, kind=kind, directed=kind != "shared", evidence=(Passage(article_id=target, span=Span(0, 20)),),
        reasons=("made",), confidence=0.9, state=chance.choice(("suggested", "suggested", "confirmed")), changes=(),
    )  # fmt: skip


def _denial(number: int, readings: dict[str, Reading], chance: Random) -> Denial:
    article_id = chance.choice([one for one in readings if readings[one].attributions] or list(readings))
    reading = readings[article_id]
    if not reading.attributions:
        name = f"{article_id}.d"
        attribution = Attribution(
            id=name, article_id=article_id, source=Span(35, 46), cue=Span(29, 34), content=(Span(0, 20),), kind=SpeechKind.INDIRECT,
            stance=Stance.DENIED, conditional=False, parent=None, via=None, anaphoric=False, rule="x", reasons=(), confidence=0.9,
        )  # fmt: skip
        resolution = Resolution(attribution_id=name, claimant=None, how="x", evidence=(), candidates=(), confidence=0.9)
        readings[article_id] = reading = replace(reading, attributions=(attribution,), resolutions=(resolution,))
    return Denial(
        article_id=article_id, span=Span(0, 40), by=chance.choice((*NAMES, None)), kind=chance.choice(("explicit", "declined", "unconfirmed", "second-hand")),
        attribution_id=reading.attributions[number % len(reading.attributions)].id, claim_id="claim", tie="content",
    )  # fmt: skip


def _story(
    appearances: list[Appearance], chains: list[Chain], denials: tuple[Denial, ...], edges: tuple[Edge, ...], chance: Random
) -> Story:
    ids = sorted({one.article_id for one in appearances})
    between = [edge for edge in edges if not edge.source.startswith("ext:")]
    changes = tuple(
        Change(
            from_article=edge.source,
            to_article=edge.target,
            kind=kind,
            from_span=Span(0, 5),
            to_span=Span(0, 5),
            sentence="x",
            directed=edge.directed,
        )
        for edge in between
        for kind in chance.sample(_CHANGES, chance.randint(0, 3))
    )
    return Story(
        claim=Claim(id="claim", label="La digue de Roquelune tient", appearances=tuple(appearances), links=(), variants=()),
        origins=Origins(articles=len(ids), texts=len(ids), named=(), unknown=0, min=1, max=1, proof=()),
        first=First(earliest=None, latest=None, articles=(), mentioned=()),
        denials=denials,
        unmentioned=tuple(
            Unmentioned(article_id=one, denial_article_id=denials[0].article_id, denial_span=denials[0].span, lag_days=2)
            for one in ids[-2:]
            if denials
        ),
        corroborations=(), changes=changes, circles=(), chains=tuple(chains), gaps=(),
    )  # fmt: skip
