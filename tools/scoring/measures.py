"""Which scorer reads which data, and the figures that are kept."""

from dataclasses import dataclass

_DISTRACTORS = tuple(f"distractors_joined {kind}" for kind in ("denial", "negated", "other_claim", "other_event", "other_year"))
LOWER_IS_BETTER = frozenset(
    {
        *_DISTRACTORS,
        "claimant wrong", "claimant invented", "leaks", "dates_wrong", "wrong_rate", "paragraph_loss", "links_outside",
        "first_false", "unmatched_share",
    }
)  # fmt: skip
COUNTS = frozenset({"leaks", "links_outside", "direction_told"})  # the other figures are shares
_ATTRIBUTIONS = (
    "content@0.8 f1", "content@0.8 p", "content@0.8 r", "+source f1", "+source+stance f1", "source_accuracy",
    "claimant right", "claimant wrong", "claimant invented", "confident share", "confident right",
)  # fmt: skip
_CONTENT_AND_SOURCE = tuple(name for name in _ATTRIBUTIONS if not name.startswith(("claimant", "confident", "+source+stance")))
_BLOCKS = ("macro_f1", "credits f1", "credits p", "credits r", "paragraph_loss")
_PAGES = ("paragraphs f1", "leaks", "titles", "headings", "credits", "dates_right", "dates_wrong")
_DATES = ("accuracy", "wrong_rate")
_LINEAGE = ("pair_recall", "link_precision", "links_outside", "direction_told", "direction_right", "credit_recall")
_REUSE = ("pairs f1", "pairs p", "pairs r", "spans f1", "spans p", "spans r")
_CLAIMS = ("pairs f1", "pairs p", "pairs r")
_STORIES = (
    "claims_b3 f1", "claims_b3 p", "claims_b3 r", "claims f1", "appearances_found", "unmatched_share", "denials p", "denials r",
    "changes p", "changes r", "origins_exact", "origins_max", "origins_names f1", "first_right", "first_false",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One scorer on one file of gold data."""

    scorer: str  # the scorer of gold/score.py
    gold: str  # the gold file, below gold/
    figures: tuple[str, ...]  # the words that lead to each figure in what the scorer prints: "claimant right"
    note: str  # who made the data, and what it may be used for
    command: str = ""  # the command of selon; left out: it bears the scorer's name
    inputs: str = ""  # a file or folder below gold/ to read; left out: made from the gold file by the scorer
    options: tuple[str, ...] = ()  # for the scorer
    lang: str = ""  # measured only where that language has a folder

    @property
    def reads(self) -> tuple[str, ...]:
        """Every file or folder below gold/ that decides the figures."""
        return (self.gold, self.inputs) if self.inputs else (self.gold,)


_PRESS = "real press, read and annotated for this project"
_IN_VIEW = "the five seed pages: in view while the rules are written, so a gate against regress and no proof"
_OWN = "written for this project, not by those who write the rules"
MEASURES = (
    Measure(scorer="attributions", gold="attributions/fr_dev.jsonl", figures=_ATTRIBUTIONS, note=f"20 French articles, {_PRESS}"),
    Measure(scorer="attributions", gold="attributions/fr_dev2.jsonl", figures=_ATTRIBUTIONS, note=f"48 French articles, {_PRESS}"),
    Measure(scorer="attributions", gold="attributions/fr_seeds.jsonl", figures=_ATTRIBUTIONS, note=_IN_VIEW),
    Measure(
        scorer="attributions", gold="attributions/fr_bbc.jsonl", figures=_CONTENT_AND_SOURCE,
        note="16 articles of BBC Afrique, annotated by others under other conventions",
    ),
    Measure(
        scorer="attributions", gold="attributions/en_dev.jsonl", figures=_CONTENT_AND_SOURCE, options=("--speech",),
        note="84 articles of PolNeAR, annotated by its authors; relations with a reporting cue or quotation marks",
    ),
    Measure(
        scorer="attributions", gold="attributions/de_dev.jsonl", figures=_CONTENT_AND_SOURCE, lang="de",
        note="150 German articles of Wikinews, annotated by others; measured only, no rule was fitted on it",
    ),
    Measure(scorer="blocks", gold="blocks/seeds.jsonl", figures=_BLOCKS, note=_IN_VIEW),
    Measure(scorer="blocks", gold="blocks/text_dev.jsonl", figures=_BLOCKS, note=_PRESS),
    Measure(
        scorer="pages", gold="blocks/html_dev.jsonl", figures=_PAGES, command="blocks", inputs="blocks/pages",
        note=f"10 pages as they were fetched, {_PRESS}",
    ),
    Measure(scorer="dates", gold="dates/dev_fr.jsonl", figures=_DATES, note=f"275 expressions, {_PRESS}"),
    Measure(scorer="dates", gold="dates/dev_en.jsonl", figures=_DATES, note=f"128 expressions, {_PRESS}"),
    Measure(scorer="dates", gold="dates/fr.jsonl", figures=_DATES, note=f"40 expressions, {_OWN}"),
    Measure(scorer="dates", gold="dates/en.jsonl", figures=_DATES, note=f"19 expressions, {_OWN}"),
    Measure(
        scorer="lineage", gold="lineage/dev.jsonl", figures=_LINEAGE,
        note="67 groups of real articles that copy, translate or quote each other; credits and slugs, checked by eye in part",
    ),
    Measure(
        scorer="reuse", gold="reuse/dev_gold.json", figures=_REUSE, inputs="reuse/dev.jsonl",
        note="3,151 English articles, 900 of them made from others by a program",
    ),
    Measure(
        scorer="claims", gold="claims/cross_dev.jsonl", figures=(*_CLAIMS, *_DISTRACTORS),
        note=f"80 statements in four languages and 30 that must stay apart, {_OWN}",
    ),
    Measure(scorer="claims", gold="claims/bilingual_own.jsonl", figures=_CLAIMS, note=f"128 French and English statements, {_OWN}; easy"),
    Measure(scorer="stories", gold="stories/S2.json", figures=_STORIES, command="claims", note=f"a French story, {_PRESS}"),
    Measure(scorer="stories", gold="stories/S5.json", figures=_STORIES, command="claims", note=f"an English story, {_PRESS}"),
)  # fmt: skip

MAIN = (
    ("what was said, word for word: F1 of contents in French press", "attributions/fr_dev.jsonl", "content@0.8 f1"),
    ("the same, in 48 more French articles", "attributions/fr_dev2.jsonl", "content@0.8 f1"),
    ("the same, in English press (speech only)", "attributions/en_dev.jsonl", "content@0.8 f1"),
    ("who said it: the source is right, where the content is found", "attributions/fr_dev.jsonl", "source_accuracy"),
    ("the person or body behind it is named rightly", "attributions/fr_dev.jsonl", "claimant right"),
    ("… or wrongly (lower is better; the rest abstains)", "attributions/fr_dev.jsonl", "claimant wrong"),
    ("paragraphs of real pages, without what surrounds them: F1", "blocks/html_dev.jsonl", "paragraphs f1"),
    ("dates in French press: the interval is exactly right", "dates/dev_fr.jsonl", "accuracy"),
    ("shared passages: F1 of characters", "reuse/dev_gold.json", "spans f1"),
    ("articles that took from each other are linked: recall", "lineage/dev.jsonl", "pair_recall"),
    ("… and links that are rightly there: precision", "lineage/dev.jsonl", "link_precision"),
    ("one statement in all its appearances, a French story: B-cubed F1", "stories/S2.json", "claims_b3 f1"),
    ("the same, an English story", "stories/S5.json", "claims_b3 f1"),
)
