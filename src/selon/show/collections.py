"""What the commands of a collection print: its status, what a search finds."""

from collections.abc import Sequence

from selon.model.collection import Counts, Found
from selon.model.ruling import Ruled, State
from selon.show import lines as out

OTHER_RULES = "these answers were made by the rules of another version, and may lack what this one shows; selon run makes them anew"


def status_line(
    name: str,
    counts: Counts | None,
    unread: Sequence[str],
    changed: Sequence[str] = (),
    rulings: Sequence[Ruled] = (),
    *,
    other_rules: bool = False,
) -> out.StatusLine:
    """What `selon status` says."""
    return out.StatusLine(
        name=name,
        files=counts.files if counts else 0,
        articles=counts.current if counts else 0,
        earlier=counts.readings - counts.current if counts else 0,
        attributions=counts.attributions if counts else 0,
        degraded=counts.degraded if counts else 0,
        rejected=counts.rejected if counts else 0,
        unread=list(unread),
        changed=list(changed),
        rulings=len(rulings),
        open_rulings=sum(one.fit.state in (State.OPEN, State.WAITING) for one in rulings),
        other_rules=other_rules,
    )


def search_line(one: Found) -> out.SearchLine:
    """What `selon search` says of one passage."""
    return out.SearchLine(
        article=one.article, start=one.start, end=one.end, text=one.words, attribution=one.attribution, claimant=one.claimant,
        stance=one.stance, outlet=one.outlet, lang=one.lang, day=one.day, claim=one.claim, key=one.key,
    )  # fmt: skip
