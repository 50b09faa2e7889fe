"""Texts that lost their commas: who closes a sentence has said it; in a text with commas nothing is read so."""

import attribute_staged as staged
import pytest

LONG = (
    "The ferry Aurore left the port of Ormel on Monday and sank before the lighthouse of Valbrune in the night. "
    "The crew of the pilot boat pulled nine passengers from the water and brought them to the quay of the old harbour. "
    "The storm had broken the mast of a barge and closed the road along the dyke for the rest of the week. "
    "The lock keepers of the canal worked through the night and opened the gates at dawn for the boats of the town. "
    "The quay was full of nets and ropes and nobody slept before the wind had turned to the north. "
)


@pytest.mark.parametrize(
    ("last", "source"),
    [
        ("The storm had thrown the ferry against the dyke a ferryman told the Courier.", "a ferryman"),
        ("The storm had thrown the ferry against the dyke the harbour office said on Tuesday.", "the harbour office"),
        ("The storm had thrown the ferry against the dyke he added.", "he"),
    ],
)
def test_who_closes_the_sentence(last: str, source: str) -> None:
    (found,) = staged.found(LONG + last, "en")
    assert found.source is not None
    assert found.source.of(LONG + last) == source
    assert found.content[0].of(LONG + last) == "The storm had thrown the ferry against the dyke"


@pytest.mark.parametrize(
    "text",
    [
        LONG + "The ferry had to turn with the tide.",
        LONG + "The storm had broken everything the harbour office said.",
        LONG + "The storm had thrown the ferry against the dyke of the harbour office.",
        LONG.replace("Monday and", "Monday, and") + "The storm had thrown the ferry against the dyke a ferryman said.",
    ],
)
def test_nothing_is_told(text: str) -> None:
    assert [one for one in staged.found(text, "en") if one.rule == "verb.straight"] == []
