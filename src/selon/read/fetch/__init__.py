"""Fetching: addresses -> exchanges, kept as WARC records with digests, and nothing believed on the way.

run.py         one run of `selon add`: every source, one after the other
  erased.py      what was erased for good, by hashes
  folder.py      where captures are kept; files of one's own, copied
  following.py   what feeds and sitemaps list, each address once     listed.py   what a page lists; --since
  hosts.py       who is asked next, with pauses
  manners.py     rules, pauses, hosts that are left alone            robots.py   robots.txt        waits.py   Retry-After, back-off
  keeping.py     what of an answer is kept: all that is new
  known.py       what is held already; the index                     held.py     what is known of one exchange
  archive.py     a WARC file that grows by whole exchanges           records.py  exchanges <-> WARC records
redirects.py   an address and where it leads -> a chain of exchanges exchange.py a request and its answer
  targets.py     which addresses are asked at all
  over_http.py   one request over HTTP and TLS                       unpack.py   gzip, within limits
  tls.py         what TLS is verified against, always
  connecting.py  a connection to a public address only               addresses.py which addresses those are
  line.py        bytes, counted and kept; a stopwatch                chunks.py   payloads in chunks
in_memory.py   one page for a command that reads and keeps nothing
settings.py    what can be set; limits                               world.py    network and clock, as arguments

Not done yet: OpenTimestamps and RFC 3161, pages that need a browser, proxies, HTTP/2, several hosts at the very same moment (they take
turns: one host rests while another is asked).
"""

from selon.read.fetch.erased import Erased, hash_of_address
from selon.read.fetch.folder import captures_folder
from selon.read.fetch.following import Choice
from selon.read.fetch.in_memory import content
from selon.read.fetch.run import Progress, additions
from selon.read.fetch.settings import Limits, Settings, settings
from selon.read.fetch.world import WORLD, World

__all__ = [
    "WORLD",
    "Choice",
    "Erased",
    "Limits",
    "Progress",
    "Settings",
    "World",
    "additions",
    "captures_folder",
    "content",
    "hash_of_address",
    "settings",
]
