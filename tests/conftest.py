"""Set-up for all tests: no display is needed."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings

# No test is judged by a clock: a busy machine must not fail what is right. The examples are the
# same in every run, so that the tests say the same everywhere; `HYPOTHESIS_PROFILE=soak` tries new
# and more ones.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("soak", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
