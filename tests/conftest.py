"""What all tests share: the sample releases, and how long property tests may search."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from natoread_index import Release, releases

SAMPLES = Path(__file__).parents[1] / "sample_data"

settings.register_profile(
    "natoread", deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("natoread")


@pytest.fixture(scope="session")
def nine_releases() -> list[Release]:
    """The releases that come with natoread, as they are parsed."""
    found: list[Release] = []
    for path in sorted(SAMPLES.glob("*.txt")):
        with path.open(encoding="utf-8") as lines:
            found.extend(releases(lines, path.name))
    return found
