"""Lines -> tab-separated rows for pipes: one header-less row a thing, the columns named in each command's help.

A tab or a line's end inside a text becomes a space, so that every row stays one row.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from selon.show import lines as out


def row(cells: Iterable[object]) -> str:
    r"""One row.

    >>> row(["a\tb", None, 3])
    'a b\t\t3'
    """
    return "\t".join("" if cell is None else " ".join(str(cell).split()) for cell in cells)


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
    """claim, articles, texts, min origins, max origins, denials, changes, label."""
    origins = line.origins
    yield row([line.id, origins.articles, origins.texts, origins.min, origins.max, len(line.denials), len(line.changes), line.label])


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
