"""Set-up for all tests: no display is needed."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings

# No test is judged by a clock: a busy machine must not fail what is right. What must pass before a
# change lands tries the same examples each time; at a desk they are others with every run.
settings.register_profile("steady", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("steady")
