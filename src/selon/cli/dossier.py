"""`selon dossier`."""

import re
from pathlib import Path
from typing import Any

import click
import msgspec

from selon import __version__, api
from selon.api.evidence import captures
from selon.cli import given
from selon.cli.asked import story_asked
from selon.cli.inputs import all_paths, input_paths
from selon.cli.output import end_progress, finish
from selon.cli.reporting import found, report_options, settings
from selon.disk import write
from selon.errors import Damaged, Missing, UsageError
from selon.model.article import Article
from selon.model.lineage import Story
from selon.pipeline import Answer
from selon.show.exports import export, material

_ENDINGS = {"text/html": "html", "application/pdf": "pdf", "text/markdown": "md", "text/plain": "txt"}
_READ_ME = """\
Made by Selon {version} on {day}: one claim (id {claim}), with what it rests on.
report.html      the report
passages.jsonld  every passage with its words, its place (code points) and its hash (W3C Web Annotation)
appearances.csv  one row a passage that tells the claim
captures.jsonl   what was read: address, instant, hash, and the file below captures/ that holds its bytes
rulings.jsonl    what people decided of these texts
SHA256SUMS       the hash of each of these files: selon dossier --verify FILE, or sha256sum -c SHA256SUMS after unpacking
Captures hold the pages as they were published, with all names in them: keep them as carefully as their publishers should.
"""


@click.command(short_help="report, passages, captures and rulings in one ZIP")
@click.argument("claim_id", metavar="[CLAIM]", required=False)
@input_paths
@click.option("-o", "out", metavar="FILE", help="Write to this ZIP.")
@click.option("--verify", "checked", metavar="FILE", help="Check the hashes of a dossier, and make none.")
@click.option("--no-captures", is_flag=True, help="Leave the captured pages out.")
@report_options
def dossier(
    claim_id: str | None, paths: tuple[str, ...], more_paths: tuple[str, ...], out: str | None, checked: str | None, no_captures: bool,
    **told: Any,
) -> None:  # fmt: skip
    """Report, passages, captured pages and rulings of one claim in one ZIP, with a list of hashes by which each part can be checked.

    The same answer, settings and day give the same bytes. The list (SHA256SUMS) is in the form that `sha256sum -c` reads.

    \b
    Examples:
      selon dossier 0f07e8 pages/ -o dossier.zip
      selon dossier --verify dossier.zip
    """
    if checked:
        if claim_id or out:
            raise UsageError("--verify makes no dossier", where="the call", fix="check one and make one in two calls")
        _verify(checked)
        return
    if not claim_id or not out:
        raise UsageError("a claim and a file are needed", where="the call", fix="selon dossier CLAIM -o FILE.zip")
    among = all_paths(paths, more_paths)
    answer = given.answer(among)
    story = story_asked(claim_id, answer)
    parts = _parts(answer, story, settings(among, **told))
    parts |= _evidence(answer, story, among, with_captures=not no_captures)
    from selon.show.report.dossier import packed

    end_progress()
    write(Path(out), packed(parts))
    click.echo(f"selon: {len(parts)} parts in {out}", err=True)
    finish([reading.article for reading in answer.readings], answer.rejected)


def _parts(answer: Answer, story: Story, told: Any) -> dict[str, bytes]:
    from selon.show import report as reports

    readings = {reading.article.id: reading for reading in answer.readings}
    page = reports.report(story, answer.lineage.edges, readings, answer.standing, told)
    held = material(answer.readings, answer.reuses, answer.lineage, day=told.day, version=__version__, story=story)
    return {
        "README.txt": _READ_ME.format(version=__version__, day=told.day, claim=story.claim.id).encode(),
        "report.html": page.encode("utf-8", "replace"),
        "passages.jsonld": export("annotation", held).content,
        "appearances.csv": export("csv", held).content,
    }


def _evidence(answer: Answer, story: Story, paths: tuple[str, ...], *, with_captures: bool) -> dict[str, bytes]:
    inside = {one.article_id for one in story.claim.appearances} | {one.article_id for one in story.denials}
    wanted = {reading.article.id: reading.article for reading in answer.readings if reading.article.id in inside}
    collection = found(paths)
    parts: dict[str, bytes] = {}
    lines = []
    for name, capture in captures(wanted, collection=collection, paths=paths):
        ending = _ENDINGS.get(capture.media_type, "bin")
        file = f"captures/{re.sub(r'[^A-Za-z0-9._-]+', '-', name)[:80]}-{capture.sha256[:8]}.{ending}"
        lines.append(
            {
                "article": name, "address": capture.address, "media_type": capture.media_type, "sha256": capture.sha256,
                "record": capture.record_id, "fetched": capture.fetched.isoformat() if capture.fetched else None,
                "file": file if with_captures else None,
            }
        )  # fmt: skip
        if with_captures:
            parts[file] = capture.content
    lines.sort(key=lambda line: str(line["article"]))
    parts["captures.jsonl"] = b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
    parts["rulings.jsonl"] = _rulings(collection, list(wanted.values()))
    return parts


def _rulings(collection: api.Collection | None, articles: list[Article]) -> bytes:
    """The rulings that are about these texts, in the order in which they were made."""
    texts = {article.text_digest for article in articles}
    told = collection.rulings() if collection else ()
    about = [
        one.ruling
        for one in told
        if any(place.text in texts for place in (*one.ruling.target.places, *one.ruling.target.others))
    ]  # fmt: skip
    return b"".join(msgspec.json.encode(ruling) + b"\n" for ruling in about)


def _verify(file: str) -> None:
    from selon.show.report.dossier import faults

    try:
        content = Path(file).read_bytes()
    except OSError as error:
        raise Missing(f"the dossier cannot be read: {error.strerror}", where=file, fix="name a file that is there") from error
    wrong, good = faults(content, where=file)
    if wrong:
        raise Damaged("; ".join(wrong[:10]), where=file, fix="ask for the dossier again from whoever made it")
    click.echo(f"{good} parts are as they were packed")
