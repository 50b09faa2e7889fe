"""The golden articles of large runs, with the answer of the pipeline in one process; Spark, where it is there."""

import os
import shutil
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from selon.engine import Local
from support import digests
from support.golden_news import golden_news

_SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # of five processes of Java, most of the time is their own compiling


@dataclass(frozen=True)
class Golden:
    """What is read, and the digest of each table that must come out."""

    paths: list[Path]
    digests: dict[str, str]


@pytest.fixture(scope="session")
def golden(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Golden:
    paths = golden_news(data / "corpora" / "news_bulk.parquet", tmp_path_factory.mktemp("golden") / "news")
    return Golden(paths, digests.of_pipeline(paths, Local()))


@pytest.fixture(scope="session")
def spark() -> None:
    """PySpark and Java are there; else a test that needs them is skipped, or fails where they are required."""
    missing = [name for name, is_there in (("PySpark", find_spec("pyspark")), ("Java", shutil.which("java"))) if not is_there]
    if not missing:
        os.environ.setdefault("JAVA_TOOL_OPTIONS", _SHORT_LIVED)
        return
    message = f"no {' and no '.join(missing)}: pip install 'selon[spark]', and a Java of 17 or newer (Debian: default-jre-headless)"
    if os.environ.get("SELON_REQUIRE_SPARK") == "1":
        pytest.fail(f"{message} (SELON_REQUIRE_SPARK=1)", pytrace=False)
    pytest.skip(message)
