"""Small readings made by hand, so that the tracers are tested on what they are given and on nothing else."""

import hashlib
from dataclasses import dataclass, field

from selon import trace as tracing
from selon.model.article import Article, Block, BlockKind, Credit, CreditKind
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claim import Appearance, Claim, ClaimLink
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.lineage import Change
from selon.model.passage import Passage, Reuse
from selon.model.reading import Reading
from selon.model.span import Interval, Span
from selon.model.time import TimeExpression


def digest(*parts: object) -> str:
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:16]


def person(
    name: str,
    *,
    organisation: str | None = None,
    acts: bool = True,
    kind: ClaimantKind = ClaimantKind.PERSON,
    country: str | None = None,
) -> Claimant:
    return Claimant(
        id=digest(kind, name), name=name, kind=kind, role=None, organisation=organisation, country=country, aliases=(name,), spans=(),
        acts=acts and organisation is not None,
    )  # fmt: skip


@dataclass
class Text:
    """An article in the making: `said` adds an attribution by its words, `read` yields the reading."""

    id: str
    text: str
    day: str | None = None
    outlet: str | None = None
    lang: str = "fr"
    title: str | None = None
    credit: tuple[str, CreditKind] | None = None
    told: list[tuple[Attribution, Resolution]] = field(default_factory=list)
    dates: list[TimeExpression] = field(default_factory=list)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def said(
        self,
        content: str,
        claimant: Claimant | None,
        *,
        source: str | None = None,
        cue: str | None = None,
        stance: Stance = Stance.ASSERTED,
        kind: SpeechKind = SpeechKind.INDIRECT,
        parent: Attribution | None = None,
        via: str | None = None,
        anaphoric: bool = False,
        rule: str = "test",
    ) -> Attribution:
        span = self.span(content)
        one = Attribution(
            id=digest(self.id, content, claimant.name if claimant else ""),
            article_id=self.id,
            source=self.span(source) if source else None,
            cue=self.span(cue) if cue else None,
            content=(span,),
            kind=kind,
            stance=stance,
            conditional=False,
            parent=parent.id if parent else None,
            via=self.span(via) if via else None,
            anaphoric=anaphoric,
            rule=rule,
            reasons=(),
            confidence=1.0,
        )
        how = "named in the source" if claimant else "unresolved"
        self.told.append((one, Resolution(attribution_id=one.id, claimant=claimant, how=how, evidence=(), candidates=(), confidence=1.0)))
        return one

    def dated(self, words: str, day: str) -> None:
        self.dates.append(
            TimeExpression(span=self.span(words), earliest=day, latest=day, granularity="day", rule="test", reasons=()),
        )

    def read(self) -> Reading:
        cuts = [0, *(i + 1 for i, char in enumerate(self.text) if char == "\n" and i + 1 < len(self.text)), len(self.text)]
        kinds = [BlockKind.TITLE if self.title and number == 0 else BlockKind.PARAGRAPH for number in range(len(cuts) - 1)]
        blocks = tuple(Block(span=Span(a, b), kind=kind) for a, b, kind in zip(cuts, cuts[1:], kinds, strict=False))
        credited = (Credit(span=Span(0, 1), kind=self.credit[1], name=self.credit[0]),) if self.credit else ()
        article = Article(
            id=self.id,
            digest=digest(self.id, self.text),
            text_digest=digest(self.text),
            address=self.id,
            url=f"https://{self.id}.invalid/",
            outlet=self.outlet,
            title=self.title,
            authors=(),
            lang=self.lang,
            published=Interval(earliest=self.day, latest=self.day, source="test") if self.day else None,
            text=self.text,
            blocks=blocks,
            credits=credited,
            links=(),
            metadata=(),
            degraded=None,
        )
        return Reading(
            article=article,
            attributions=tuple(one for one, _ in self.told),
            dates=tuple(self.dates),
            resolutions=tuple(resolution for _, resolution in self.told),
        )


def appearance(text: Text, words: str, attribution: Attribution | None = None) -> Appearance:
    reading = text.read()
    claimant = next((how.claimant for one, how in text.told if one is attribution), None)
    return Appearance(
        id=digest(reading.article.digest, words),
        article_id=text.id,
        spans=(text.span(words),),
        attribution_id=attribution.id if attribution else None,
        claimant=claimant.name if claimant else None,
        claimant_id=claimant.id if claimant else None,
        stance=attribution.stance if attribution else Stance.ASSERTED,
        conditional=False,
        when=reading.article.published,
    )


def claim(*appearances: Appearance, denied_by: Appearance | None = None) -> Claim:
    ordered = tuple(sorted(appearances, key=lambda one: one.id))
    links = ()
    if denied_by:
        a, b = sorted((ordered[0].id, denied_by.id))
        links = (ClaimLink(a=a, b=b, kind="denial", score=0.9, evidence=("test",)),)
    return Claim(id=ordered[0].id, label="…", appearances=ordered, links=links, variants=())


def shared(a: Text, b: Text, words: str, direction: str | None = None, tokens: int = 24) -> Reuse:
    spans = [Span(one.text.index(words), one.text.index(words) + len(words)) for one in (a, b)]
    first, second = Passage(article_id=a.id, span=spans[0]), Passage(article_id=b.id, span=spans[1])
    return Reuse(a=first, b=second, tokens=tokens, edits=(), direction=direction, reasons=("test",))


def changes_between(
    before: str, after: str, *, days: tuple[str | None, str | None], beside: str = "", lang: str = "fr"
) -> tuple[Change, ...]:
    """What changes between two tellings of one claim by no one's word, the second with other sentences beside it."""
    a, b = Text("a", f"{before}.", day=days[0], lang=lang), Text("b", f"{after}.{beside}", day=days[1], lang=lang)
    told = claim(appearance(a, before), appearance(b, after))
    return tracing.lineage([a.read(), b.read()], (), [told]).stories[0].changes
