"""The names of kinds, each with the sign that stands beside its colour. No name judges; "dropped" only along a direction."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """What a kind is called."""

    words: str  # the message, in English
    sign: str = ""  # beside the colour, never instead of the words
    meaning: str = ""  # the colour: source, cue, content, denial, hedge; "": none


def _(message: str) -> str:
    """Marks a message for the catalogues; it is looked up when it is shown."""
    return message


TERMS: dict[str, dict[str, Term]] = {
    "stance": {
        "asserted": Term(_("asserted")),
        "denied": Term(_("denies"), "⊘", "denial"),
        "hedged": Term(_("hedged"), "?", "hedge"),
        "unconfirmed": Term(_("unconfirmed"), "?", "hedge"),
        "demanded": Term(_("demands"), "!"),
    },
    "speech": {
        "direct": Term(_("direct")),
        "indirect": Term(_("indirect")),
        "mixed": Term(_("mixed")),
    },
    "claimant": {
        "person": Term(_("person")),
        "body": Term(_("body")),
        "state": Term(_("state")),
        "outlet": Term(_("outlet")),
        "anonymous": Term(_("anonymous")),
        "group": Term(_("group")),
        "document": Term(_("document")),
    },
    "denial": {
        "explicit": Term(_("explicit denial"), "⊘", "denial"),
        "contested": Term(_("contests what was done, not that it was done"), "⊘", "denial"),
        "declined": Term(_("declines to confirm"), "⊘", "hedge"),
        "unconfirmed": Term(_("not confirmed, in the outlet's own words"), "?", "hedge"),
        "second-hand": Term(_("denial known only from the one who accuses"), "⊘", "denial"),
    },
    # along an edge with a direction, between two texts that were read
    "change": {
        "hedge_dropped": Term(_("hedge dropped"), "▽", "cue"),
        "hedge_added": Term(_("hedge added"), "△", "cue"),
        "attribution_dropped": Term(_("attribution dropped"), "▽", "cue"),
        "claimant_changed": Term(_("claimant changed"), "△", "cue"),
        "number_changed": Term(_("number changed"), "△", "cue"),
        "date_changed": Term(_("date changed"), "△", "cue"),
        "place_changed": Term(_("place changed"), "△", "cue"),
        "qualifier_lost": Term(_("qualifier lost"), "▽", "cue"),
        "precision_changed": Term(_("less or more precise"), "△", "cue"),
        "quotes_gained": Term(_("quotation marks added"), "△", "cue"),
        "quotes_lost": Term(_("quotation marks dropped"), "▽", "cue"),
        "denial_dropped": Term(_("denial dropped"), "▽", "cue"),
        "wording_changed": Term(_("wording changed"), "△", "cue"),
    },
    # where no direction is shown
    "difference": {
        "hedge_dropped": Term(_("hedge differs"), "△", "cue"),
        "hedge_added": Term(_("hedge differs"), "△", "cue"),
        "attribution_dropped": Term(_("attribution differs"), "△", "cue"),
        "claimant_changed": Term(_("claimant differs"), "△", "cue"),
        "number_changed": Term(_("number differs"), "△", "cue"),
        "date_changed": Term(_("date differs"), "△", "cue"),
        "place_changed": Term(_("place differs"), "△", "cue"),
        "qualifier_lost": Term(_("qualifier differs"), "△", "cue"),
        "precision_changed": Term(_("precision differs"), "△", "cue"),
        "quotes_gained": Term(_("quotation marks differ"), "△", "cue"),
        "quotes_lost": Term(_("quotation marks differ"), "△", "cue"),
        "denial_dropped": Term(_("the denial stands in one of them"), "△", "cue"),
        "wording_changed": Term(_("wording differs"), "△", "cue"),
    },
    "edge": {
        "quotation": Term(_("quotes"), "→"),
        "republication": Term(_("repeats"), "→"),
        "translation": Term(_("translates"), "⇉"),
        "credit": Term(_("credits"), "→"),
        "link": Term(_("links to"), "→"),
        "shared": Term(_("shares a passage with"), "—"),
        "denial": Term(_("denies"), "⊣", "denial"),
    },
    "outcome": {
        "merged": Term(_("counted as one"), "="),
        "separate": Term(_("shown separate"), "≠"),
        "open": Term(_("left open"), "?"),
    },
    "hop": {
        "quotation": Term(_("quotes")),
        "credit": Term(_("credits")),
        "translation": Term(_("translates")),
        "speaks for": Term(_("speaking for")),
        "cited by": Term(_("cited by")),
        "cites": Term(_("cites")),
    },
    "block": {
        "metadata": Term(_("metadata")),
        "title": Term(_("title")),
        "heading": Term(_("heading")),
        "paragraph": Term(_("paragraph")),
        "blockquote": Term(_("quotation set apart")),
        "caption": Term(_("caption")),
        "credit": Term(_("credit line")),
        "related": Term(_("links to other pages")),
        "embed": Term(_("embedded post")),
        "disclaimer": Term(_("disclaimer")),
        "debris": Term(_("not article")),
    },
    "credit": {
        "source": Term(_("source")),
        "translation": Term(_("translation")),
        "via": Term(_("via")),
        "photo": Term(_("photo")),
        "author": Term(_("author")),
    },
    "reuse": {
        "identical": Term(_("one text")),
        "revised": Term(_("one text, revised")),
        "a abridges b": Term(_("the first abridges the second")),
        "b abridges a": Term(_("the second abridges the first")),
        "quotes": Term(_("one quotes the other, or both one source")),
        "excerpt": Term(_("a passage in common")),
    },
    "gesture": {
        "accept": Term(_("accept")),
        "reject": Term(_("reject")),
        "merge": Term(_("merge")),
        "split": Term(_("tell apart")),
        "rename": Term(_("rename")),
        "speaker": Term(_("change the voice")),
        "respan": Term(_("change the characters")),
        "not-article": Term(_("mark as not article")),
        "add": Term(_("add")),
        "set": Term(_("set")),
        "tie": Term(_("tie to a claim")),
        "undo": Term(_("take back")),
    },
    "thing": {
        "article": Term(_("article")),
        "attribution": Term(_("attribution")),
        "claimant": Term(_("voice")),
        "link": Term(_("passages of a claim")),
        "edge": Term(_("link between texts")),
        "denial": Term(_("denial")),
        "ruling": Term(_("correction")),
    },
    "fit": {
        "applied": Term(_("applied")),
        "moved": Term(_("applied to other words")),
        "waiting": Term(_("waits for a second person")),
        "open": Term(_("fits nothing any more")),
        "undone": Term(_("taken back")),
    },
    "field": {
        "published": Term(_("date of publication")),
        "outlet": Term(_("outlet")),
        "authors": Term(_("authors")),
        "lang": Term(_("language")),
        "title": Term(_("title")),
    },
    "phase": {
        "adding": Term(_("Files and pages are kept …")),
        "reading": Term(_("What is new is read …")),
        "done": Term(_("Done.")),
        "stopped": Term(_("Stopped. What was kept stays kept.")),
        "failed": Term(_("Ended early.")),
    },
    "task": {
        "attribution": Term(_("what was found, to see how much of it is right")),
        "sentence": Term(_("sentences, blind, to see how much was missed")),
    },
    "label": {
        "content_ok": Term(_("Is what is said marked rightly?")),
        "source_ok": Term(_("Is it attributed to the words that name the speaker?")),
        "claimant_ok": Term(_("Is it the right person or body?")),
        "stance_ok": Term(_("Is it told so?")),
        "attribution": Term(_("Is somebody said to have said something in the marked sentence?")),
    },
    "measure": {
        "precision of the content": Term(_("what is said: found ones that are right")),
        "precision of the source": Term(_("the words that name the speaker: right ones")),
        "precision of the claimant": Term(_("who that is: right ones")),
        "precision of the stance": Term(_("how it is told: right ones")),
        "recall of sentences": Term(_("sentences in which somebody speaks: found ones")),
        "precision of sentences": Term(_("sentences found: those in which somebody speaks")),
    },
    "things": {
        "rows": Term(_("rows")),
        "edges": Term(_("edges")),
        "annotations": Term(_("annotations")),
        "triples": Term(_("triples")),
        "claims": Term(_("claims")),
        "objects": Term(_("objects")),
        "items": Term(_("items")),
    },
}
"""Group -> kind, as the records have it -> its name."""
