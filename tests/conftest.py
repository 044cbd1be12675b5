"""Set-up for all tests: no display is needed."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings

# No test is judged by a clock: a busy machine must not fail what is right.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
