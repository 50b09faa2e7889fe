"""The lineage for threat-intelligence platforms. Source: OASIS STIX 2.1 (2021).

ids.py       the same thing has the same id in every export
objects.py   one function an object: file and url of an article, identity, note of an attribution, report of a claim, relationship

Articles are files with the hash of their text, claimants and outlets identities, attributions notes, claims reports. Nobody is ever written
as a threat actor, and no claim as a campaign or an incident: a speaker is a speaker.
"""

from selon.show.exports.stix.objects import write

__all__ = ["write"]
