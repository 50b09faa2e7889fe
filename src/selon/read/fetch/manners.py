"""How a run behaves towards the hosts it asks: their rules, their pauses, and when to leave one alone."""

from selon.errors import Refused
from selon.read.fetch.robots import Rules, rules
from selon.read.fetch.settings import MAX_WAIT_SECONDS, Settings
from selon.read.fetch.targets import Target
from selon.read.fetch.world import World

MAX_FAILURES = 3  # addresses in a row of which nothing came


class Manners:
    """What is known of the hosts of one run."""

    def __init__(self, *, settings: Settings, world: World) -> None:
        self._settings = settings
        self._world = world
        self._rules: dict[str, Rules] = {}  # by origin
        self._failures: dict[str, int] = {}  # by host, in a row
        self._left_alone: dict[str, str] = {}  # host -> why

    def knows(self, place: Target) -> bool:
        """Are the rules of its host known?"""
        return place.origin in self._rules

    def learn(self, place: Target) -> Rules:
        """The rules of its host, asked for once in a run."""
        if place.origin not in self._rules:
            self._rules[place.origin] = rules(place.origin, settings=self._settings, world=self._world)
        return self._rules[place.origin]

    def check(self, place: Target) -> None:
        """Nothing, where a program may ask for this.

        Raises:
            Refused: its host does not want that, or its rules cannot be had.
        """
        known = self.learn(place)
        if known.shut:
            raise Refused(
                f"the rules of its host are unknown: {known.said}", where=place.url, fix="try again later, or name the page itself"
            )
        if not known.allows(place.url):
            fix = "open it in a browser, or name the page itself"
            raise Refused("its host does not want programs to read it (robots.txt)", where=place.url, fix=fix)
        if known.pause_seconds > max(self._settings.pause_seconds, MAX_WAIT_SECONDS):
            said = f"its host wants a pause of {known.pause_seconds:g} seconds between two pages"
            raise Refused(said, where=place.url, fix=f"agree with --pause {known.pause_seconds:g}, or name the page itself")

    def pause_seconds(self, place: Target) -> float:
        """How long its host is left alone after a request."""
        known = self._rules.get(place.origin)
        return max(self._settings.pause_seconds, known.pause_seconds if known else 0.0)

    def why_left_alone(self, host: str) -> str:
        """Why a host is not asked any more in this run; nothing where it is."""
        return self._left_alone.get(host, "")

    def has_answered(self, host: str) -> None:
        """It is there."""
        self._failures[host] = 0

    def was_silent(self, host: str) -> None:
        """Nothing came, once more."""
        self._failures[host] = self._failures.get(host, 0) + 1
        if self._failures[host] >= MAX_FAILURES:
            self._left_alone[host] = f"its host gave no answer {MAX_FAILURES} times in a row, and is left alone"

    def has_put_off(self, host: str, seconds: float) -> None:
        """It wants to be left alone for longer than a run lasts."""
        self._left_alone[host] = f"its host asks to come back in {seconds:.0f} seconds"
