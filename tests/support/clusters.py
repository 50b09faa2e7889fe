"""A Spark cluster on this machine: a master and two workers on the loopback, as processes of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_MOST_SECONDS = 240  # for three processes of Java to begin and to meet, on a machine that does much else


@dataclass(frozen=True, slots=True)
class Cluster:
    """Its address, and its workers to be killed."""

    master: str
    workers: tuple["subprocess.Popen[bytes]", ...]

    def kill(self, number: int) -> None:
        """End a worker and all that it has started, without a word."""
        os.killpg(self.workers[number].pid, signal.SIGKILL)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A master and two workers of one core each; their files go into `folder`."""
    address = f"spark://127.0.0.1:{_free_port()}"
    port = address.rsplit(":", 1)[1]
    started = [_started(folder, "master.Master", "--host", "127.0.0.1", "--port", port, "--webui-port", "0")]
    try:
        worker = ("worker.Worker", "--host", "127.0.0.1", "--webui-port", "0", "-c", "1", "-m", "1g", address)
        started.extend(_started(folder, *worker) for _ in range(2))
        _wait_for_workers(folder / "master.Master.log", len(started) - 1)
        yield Cluster(address, tuple(started[1:]))
    finally:
        for process in started:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _started(folder: Path, name: str, *arguments: str) -> "subprocess.Popen[bytes]":
    found = find_spec("pyspark")
    assert found is not None
    assert found.submodule_search_locations is not None
    home = Path(found.submodule_search_locations[0])
    environment = os.environ | {
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_WORKER_DIR": str(folder / "work"),
        "SPARK_LOCAL_DIRS": str(folder / "local"),
        "SPARK_DAEMON_MEMORY": "256m",
        "PYSPARK_PYTHON": sys.executable,
    }
    call = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}", *arguments]
    log = (folder / f"{name}.log").open("ab")
    return subprocess.Popen(call, env=environment, stdout=log, stderr=log, start_new_session=True)


def _wait_for_workers(log: Path, many: int) -> None:
    deadline = time.monotonic() + _MOST_SECONDS
    while log.read_text(encoding="utf-8").count("Registering worker") < many:
        assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
