"""Lines -> tab-separated rows for pipes: one header-less row a thing, the columns named in each command's help.

A tab or a line's end inside a text becomes a space, so that every row stays one row.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from selon.show import lines as out

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def row(cells: Iterable[object]) -> str:
    r"""One row; a control character, which a terminal would obey, becomes a mark.

    >>> row(["a\tb", None, 3]), row(["\x1b[1m"])
    ('a b\t\t3', '⟨U+001B⟩[1m')
    """
    return "\t".join("" if cell is None else _CONTROLS.sub(_mark, " ".join(str(cell).split())) for cell in cells)


def _mark(found: re.Match[str]) -> str:
    return f"⟨U+{ord(found[0]):04X}⟩"


def blocks_rows(line: out.BlocksLine) -> Iterator[str]:
    """article, characters, kind, text."""
    for block in line.blocks:
        yield row([line.id, f"{block.start}-{block.end}", block.kind, line.text[block.start : block.end]])


def attributions_rows(line: out.AttributionsLine) -> Iterator[str]:
    """article, characters, source, cue, content, stance, claimant, id."""
    for one in line.attributions:
        place = f"{one.content[0].start}-{one.content[-1].end}"
        content = " … ".join(span.text for span in one.content)
        source, cue = (one.source.text if one.source else None), (one.cue.text if one.cue else None)
        yield row([line.id, place, source, cue, content, one.stance, one.claimant.name, one.id])


def dates_rows(line: out.DatesLine) -> Iterator[str]:
    """article, characters, words, from, to, granularity, rule."""
    for one in line.dates:
        yield row([line.id, f"{one.start}-{one.end}", one.text, one.from_, one.to, one.granularity, one.rule])


def reuse_rows(line: out.ReuseLine) -> Iterator[str]:
    """Article a, characters, article b, characters, words, direction."""
    yield row([line.a.id, f"{line.a.start}-{line.a.end}", line.b.id, f"{line.b.start}-{line.b.end}", line.tokens, line.direction])


def lineage_rows(line: out.LineageLine) -> Iterator[str]:
    """from, to, kind, directed, confidence, reasons."""
    yield row(
        [line.from_, line.to, line.kind, "directed" if line.directed else "undirected", f"{line.confidence:.2f}", "; ".join(line.reasons)]
    )


def claims_rows(line: out.ClaimsLine) -> Iterator[str]:
    """claim, articles, texts, min origins, max origins, denials, changes, label, who says these words."""
    origins = line.origins
    by = next(one.claimant for one in line.appearances if one.id == line.worded)
    yield row([line.id, origins.articles, origins.texts, origins.min, origins.max, len(line.denials), len(line.changes), line.label, by])


def add_rows(line: out.AddLine) -> Iterator[str]:
    """outcome, status, address, final address, capture, digest, reason."""
    yield row([line.outcome, line.status, line.url, line.final_url, line.capture, line.digest, line.reason])


def explain_rows(line: out.ExplainLine) -> Iterator[str]:
    """field, value."""
    one = line.attribution
    fields: list[tuple[str, Any]] = [
        ("article", line.article), ("sentence", line.sentence.text), ("source", one.source.text if one.source else None),
        ("cue", one.cue.text if one.cue else None), ("content", " … ".join(span.text for span in one.content)), ("stance", one.stance),
        ("claimant", one.claimant.name), ("how", one.claimant.how), ("rule", one.rule), *(("because", reason) for reason in one.reasons),
        ("confidence", f"{one.confidence:.2f}"),
    ]  # fmt: skip
    for field in fields:
        yield row(field)


def trace_rows(line: out.ClaimsLine) -> Iterator[str]:
    """what, article, characters, who, words: the claim, its appearances, chains, denials and gaps."""
    yield row(["claim", line.id, None, None, line.label])
    for one in line.appearances:
        yield row(["appearance", one.article, f"{one.start}-{one.end}", one.claimant, one.stance])
    articles = {one.id: one.article for one in line.appearances}
    for chain in line.chains:
        places = " ".join(f"{hop.passage.start}-{hop.passage.end}" for hop in chain.hops if hop.passage)
        yield row(["chain", articles[chain.appearance], places, chain.hops[-1].name, " <- ".join(hop.name for hop in chain.hops)])
    for denial in line.denials:
        yield row(["denial", denial.article, f"{denial.start}-{denial.end}", denial.by, denial.kind])
    for gap in line.gaps:
        yield row(["gap", None, None, gap.name, gap.why])


def changes_rows(line: out.ChangesLine) -> Iterator[str]:
    """claim, from, characters, to, characters, kind, before, after."""
    before, after = line.before, line.after
    places = [line.from_, f"{before.start}-{before.end}", line.to, f"{after.start}-{after.end}"]
    yield row([line.claim, *places, line.kind, before.text, after.text])


def denials_rows(line: out.DenialsLine) -> Iterator[str]:
    """article, characters, by, kind, claim, later articles, silent ones, words."""
    yield row([line.article, f"{line.start}-{line.end}", line.by, line.kind, line.claim, line.later, len(line.silent), line.text])


def gaps_rows(line: out.GapsLine) -> Iterator[str]:
    """name, articles that cite it, claims that rest on it, why."""
    yield row([line.name, line.articles, len(line.claims), line.why])


def near_rows(line: out.NearLine) -> Iterator[str]:
    """article, characters, score, claims, sentence."""
    yield row([line.article, f"{line.start}-{line.end}", f"{line.score:.2f}", ",".join(one.id for one in line.claims), line.text])


def compare_rows(line: out.CompareLine) -> Iterator[str]:
    """article, characters, share, what, words of the quotation, words of the text: one row a difference, or one that says there is none."""
    place = [line.article, f"{line.passage.start}-{line.passage.end}", f"{line.share:.2f}"]
    if not line.edits:
        yield row([*place, "same", line.quote.text, line.passage.text])
    for edit in line.edits:
        yield row([*place, edit.op, _part(line.quote, edit.a), _part(line.passage, edit.b)])


def _part(whole: out.SpanText, ends: tuple[int, int] | None) -> str | None:
    return whole.text[ends[0] - whole.start : ends[1] - whole.start] if ends else None


def status_rows(line: out.StatusLine) -> Iterator[str]:
    """what, how many."""
    for what in ("files", "articles", "earlier", "attributions", "degraded", "rejected"):
        yield row([what, getattr(line, what)])
    yield row(["unread", len(line.unread)])
    yield row(["changed", len(line.changed)])
    yield row(["rulings", line.rulings])
    yield row(["open rulings", line.open_rulings])
    yield row(["other rules", int(line.other_rules)])


def search_rows(line: out.SearchLine) -> Iterator[str]:
    """day, outlet, article, characters, claimant, stance, words, claim, key."""
    place = f"{line.start}-{line.end}"
    yield row([line.day, line.outlet, line.article, place, line.claimant, line.stance, line.text, line.claim, line.key])


def who_rows(line: out.WhoLine) -> Iterator[str]:
    """id, name, day, article, characters, stance, words, role in that article."""
    roles = {role.article: role.role for role in reversed(line.roles)}
    for one in line.said:
        place = f"{one.content[0].start}-{one.content[-1].end}"
        words = " … ".join(span.text for span in one.content)
        yield row([line.id, line.name, one.day, one.article, place, one.stance, words, roles.get(one.article)])
