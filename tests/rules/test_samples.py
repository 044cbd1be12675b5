"""The sample ladders obey the rules."""

import pytest

from laddereditor.assets import sample_ladders
from laddereditor.rules.check import check
from laddereditor.rules.finding import Severity
from laddereditor.storage.files.document import read_bytes

SAMPLES = sample_ladders()


@pytest.mark.parametrize("name", SAMPLES)
def test_that_a_sample_ladder_is_clean(name: str) -> None:
    ladder = read_bytes(SAMPLES[name].read_bytes()).ladder
    bad = [one for one in check(ladder).findings if one.severity is not Severity.INFO]
    assert bad == []
