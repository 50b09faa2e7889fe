"""What changes between two tellings of one claim, each with both spans.

    tellings.py     a telling: an appearance, or an attribution, with what changes are looked for in
    differences.py  two tellings -> what differs: hedges, claimants, amounts, marks
    hedges.py       hedges and qualifiers
    hedging.py      does a marker hedge, and what is it said of?
    claimants.py    who tells it: somebody else, or nobody any more
    unnamed.py      who is named in one telling, and nowhere in the other
    amounts.py      numbers and their precision
    counting.py     may two tellings count one thing, and otherwise?
    exact.py        is a number given exactly, or does a word that stands farther off make it a rough one?
    given.py        does a text give a number in another way as well?
    growth.py       what grows from day to day
    rounding.py     is one number the other, told less precisely?
    bounded.py      one number, exactly in one text and roughly in another
    days.py         days
    own_day.py      numbers that two texts tell each as of its own day
    hours.py        hours of the day beside a number
    marks.py        quotation marks
    wording.py      words inside the marks
    surroundings.py the sentences beside a telling: whom they name, who speaks there
    quoted.py       stretches in quotation marks
    likeness.py     are two tellings one statement, and two numbers told of one thing?
    one_thing.py    are two tellings alike enough for a change of some kind?
    subjects.py     are two texts of one event, by their titles?
    times.py        are two numbers told of one time?
    named.py        the names and towns beside a number
    quantities.py   numbers and vague quantities
    bulletins.py    figures that are told anew from hour to hour or day to day
    limits.py       a limit that is told as what must not be passed
    asides.py       numbers told beside another, which count nothing alone
    numerals.py     words that are numbers
    units.py        what a number counts
    predicates.py   what happens, by concepts
    saying.py       words of saying
    told.py         how a change is told
    hops.py         the tellings of one claim along the edges, and beside each other
    inside.py       headline against body, quotation against paraphrase, a state beside one of its people, an embed beside its paragraph
    edits.py        what was cut from a copied passage, or put in
    edited.py       where an edit stands, and whether a hedge stands in it
    edited_hedges.py    a hedge that an edit took away
    edited_numbers.py   a number that an edit changed
    credited.py     the agency that is no longer credited
    relays.py       to whom or where it was said, which the other text names nowhere

Nothing is said of a text nobody read. "Lost" and "dropped" are said only along an edge with a direction; otherwise "differs".
Not done yet: places that change.
"""

from selon.trace.changes.edits import edit_changes
from selon.trace.changes.hops import hop_changes, is_told
from selon.trace.changes.inside import inside_changes

__all__ = ["edit_changes", "hop_changes", "inside_changes", "is_told"]
