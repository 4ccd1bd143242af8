"""One analyser for all tests of the analysis: it takes seconds to open."""

import pytest

from briefing.analysis import Analyser


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser.open()
