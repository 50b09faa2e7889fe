"""Kill -9 at random instants of `add`, `run` and `rule`: nothing acknowledged is lost, the collection is whole, the end is the same.

    .venv/bin/python tools/kill.py --times 200          a small story of its own
    .venv/bin/python tools/kill.py --times 60 --demo    the demo, with its archive

Each time a process of its own does the work on a fresh copy of a collection, and is killed with its children. Then: what it had
acknowledged (a line of `add`, a batch of `run`, a ruling) must be there, `selon check` must find nothing, readers must see the last whole
state, and the same commands called again must end in the same bytes of answer, search and rulings as if nothing had happened.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from selon import api, pipeline
from selon.engine import Local
from selon.model.ruling import Gesture, Ruling, Thing, Value
from selon.read import fetch
from selon.show.jsonl import as_json, attributions_line, lineage_line
from selon.show.story_line import claims_line
from selon.store import Wanted, What

WORKERS = 2
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Phase:
    """One thing that is cut short."""

    name: str
    work: Callable[[Path, Tell], None]
    is_kept: Callable[[Path, list[str]], bool]  # is all there that was acknowledged?


def main() -> int:
    """Kill, compare, count; 1 where anything was lost or differs."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--times", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--demo", action="store_true", help="the demo's story, which holds an archive")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="selon-kill-") as folder:
        source = Path(str(files("selon") / "demo" / "story")) if options.demo else _story(Path(folder) / "story")
        return killed(Path(folder), source, options.times, random.Random(options.seed))


def killed(folder: Path, source: Path, times: int, chance: random.Random) -> int:
    """Run all phases once undisturbed, then each so many times cut short."""
    pipeline.run([source], engine=Local())  # what is loaded here the children need not load
    phases = (Phase("add", _adding(source), _has_captures), Phase("run", _running, _has_readings), Phase("rule", _ruling, _has_rulings))
    states = [folder / "0"]
    api.made(states[0], name="kill")
    seconds = {}
    for number, phase in enumerate(phases, 1):  # the state before each phase, and what the whole of it makes
        state = folder / str(number)
        shutil.copytree(states[-1], state)
        began = time.monotonic()
        _child(phase, state, None)
        seconds[phase.name] = time.monotonic() - began
        states.append(state)
    faults, early = [], 0
    for at in range(times):
        number = at % len(phases)
        told = _trial(phases[number], states[number], states[number + 1], folder / "trial", seconds[phases[number].name], chance)
        early += told is None
        faults += [f"{at} {phases[number].name}: {told}"] if told else []
    for fault in faults:
        print(fault)
    spent = ", ".join(f"{name} {many:.2f} s" for name, many in seconds.items())
    print(f"{times} times killed ({spent} undisturbed; {early} had ended before): {len(faults)} faults")
    return 1 if faults else 0


def _story(folder: Path) -> Path:
    """Ten texts and a table of eight, about one port."""
    folder.mkdir()
    days = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
    said = [
        f"La barrière du port d'Ormelle sera fermée pendant {number + 10} jours, a déclaré {day} Ada Brynn."
        for number, day in enumerate(days)
    ]
    said += [f"Selon Lucas Ferrand, le bac de {number} heures part du quai nord." for number in range(5, 10)]
    for number, words in enumerate(said):
        (folder / f"{number}.txt").write_text(f"Le port, {number}\n\n{words} {said[0]}\n", encoding="utf-8")
    lines = [json.dumps({"id": f"fil{number}", "text": f"{words} Nora Quill le dément."}) for number, words in enumerate(said[:8])]
    (folder / "fil.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _trial(phase: Phase, before: Path, after: Path, work: Path, seconds: float, chance: random.Random) -> str | None:
    """What went wrong in one trial: nothing, "", or None where the work had ended before."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(before, work)
    acknowledged, is_cut = _child(phase, work, chance.uniform(0, seconds * 1.05))
    if not phase.is_kept(work, acknowledged):
        return f"acknowledged and lost: {len(acknowledged)} {acknowledged[-1:]}"
    collection = api.Collection(work)
    if collection.was_run() and (faults := collection.faults()):
        return f"not whole: {faults[0]}"
    if phase.name != "add" and _is_answered(before) and not _is_answered(work):
        return "readers see no whole state"
    _child(phase, work, None)
    if _digest(work) != _digest(after):
        return "another end"
    return "" if is_cut else None


def _child(phase: Phase, folder: Path, seconds: float | None) -> tuple[list[str], bool]:
    """Do the work in a process of its own, and kill it after so long; what it acknowledged, and whether it was cut."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        os.close(out)
        code = 1
        try:
            phase.work(folder, lambda words: _written(into, words))
            code = 0
        finally:
            os._exit(code)
    os.close(into)
    if seconds is not None:
        time.sleep(seconds)
        _end(child)
    with os.fdopen(out, encoding="utf-8") as told:
        lines = [line.rstrip("\n") for line in told if line.endswith("\n")]
    _, status = os.waitpid(child, 0)
    if seconds is None and status != 0:
        raise SystemExit(f"{phase.name} ended with {status}")
    return lines, os.WIFSIGNALED(status)


def _end(child: int) -> None:
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(child, signal.SIGKILL)


def _written(into: int, words: str) -> None:
    os.write(into, f"{words}\n".encode())


def _adding(source: Path) -> Callable[[Path, Tell], None]:
    def adding(folder: Path, tell: Tell) -> None:
        settings = fetch.settings(contact=None, pause_seconds=None)
        for one in fetch.additions([str(source)], folder / "captures", settings=settings, choice=fetch.Choice()):
            tell(f"{one.capture}\t{one.sha256}")

    return adding


def _running(folder: Path, tell: Tell) -> None:
    api.running._BATCH = 2  # many instants between two batches
    api.Collection(folder).run(engine=Local(workers=WORKERS), tell=lambda made: tell(str(made)))


def _ruling(folder: Path, tell: Tell) -> None:
    collection = api.Collection(folder)
    collection.run(engine=Local(workers=1))
    held = {one.ruling.id for one in collection.rulings()}
    for ruling in _rulings(collection):
        if ruling.id not in held:
            collection.rule(ruling)
        tell(ruling.id)


def _rulings(collection: api.Collection) -> Iterator[Ruling]:
    article = min(one.article.id for one in collection.answer().readings)
    about = collection.target(Thing.ARTICLE, article)
    for day, outlet in enumerate(("Le Quai", "La Digue"), 1):
        value, when = Value(field="outlet", to=outlet), f"2031-04-{day:02}T00:00:00Z"
        yield collection.draft(who="Ada", why="its masthead", gesture=Gesture.SET, target=about, value=value, when=when)


def _has_captures(folder: Path, acknowledged: list[str]) -> bool:
    pairs = [line.split("\t") for line in acknowledged]
    return all(hashlib.sha256((folder / path).read_bytes()).hexdigest() == sha256 for path, sha256 in pairs)


def _has_readings(folder: Path, acknowledged: list[str]) -> bool:
    return not acknowledged or api.Collection(folder).kept_readings() >= int(acknowledged[-1])


def _has_rulings(folder: Path, acknowledged: list[str]) -> bool:
    return not acknowledged or set(acknowledged) <= {one.ruling.id for one in api.Collection(folder).rulings()}


def _is_answered(folder: Path) -> bool:
    return api.Collection(folder).was_run() and bool(api.Collection(folder).answer().readings)


def _digest(folder: Path) -> str:
    """Of the captures, and of all that the collection answers."""
    sha = hashlib.sha256()
    for path in sorted((folder / "captures").rglob("*")):
        if path.is_file():
            sha.update(f"{path.relative_to(folder)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    collection = api.Collection(folder)
    if collection.was_run():
        answer = collection.answer()
        records = [
            *map(attributions_line, answer.readings),
            *map(lineage_line, answer.lineage.edges),
            *map(claims_line, answer.lineage.stories),
        ]
        found = sorted(repr(one) for what in What for one in collection.search(Wanted(what=what, most=100_000)))
        found = [line.partition(" key=")[0] for line in found]  # the running number tells the order of arrival
        sha.update("\n".join([*map(as_json, records), *found, *map(repr, answer.standing.fits)]).encode("utf-8", "surrogatepass"))
    return sha.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
