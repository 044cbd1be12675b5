"""When Python looks for garbage, and which thread runs, while the window is used."""

import gc
import sys

# After how many new values the youngest are looked through, and how many such turns pass before the
# older ones are; the usual 700 values come together many times while one key is handled.
_NEW_VALUES, _TURNS = 20_000, 5
# Seconds until a thread that computes lets the window continue. The usual 0.005 s pass each time
# that the window calls Qt while a job runs, which it does very often.
_TURN_OF_A_THREAD = 0.001


def spare_what_stays() -> None:
    """Exclude what exists now from later collections of garbage, and collect less often.

    The modules and the window stay as long as the program runs. A collection that walks them takes
    longer than a key press may, and finds nothing. Call this when the window has its views.
    """
    gc.freeze()
    gc.set_threshold(_NEW_VALUES, _TURNS, _TURNS)


def give_way_to_the_window() -> None:
    """Let threads that compute give way to the window sooner."""
    sys.setswitchinterval(_TURN_OF_A_THREAD)
