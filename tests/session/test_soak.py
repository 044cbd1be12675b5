"""A few rounds of the long runs in `bench/`: kills during saves, and two editors of one file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCH / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.skipif(os.name == "nt", reason="no signal that cannot be caught")
def test_that_a_killed_process_leaves_a_whole_file_and_its_last_work() -> None:
    ended = run("kill_rounds.py", "4", "--longest", "0.8", "--seed", "3")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "rounds with a violation: 0" in ended.stdout


@pytest.mark.skipif(os.name == "nt", reason="no signal that cannot be caught")
def test_that_a_killed_process_that_never_saved_leaves_its_work() -> None:
    slow = ("--shortest", "1.2", "--longest", "1.5")
    ended = run("kill_rounds.py", "2", "--never-save", *slow)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ", 0 with a recovery" not in ended.stdout


def test_that_two_editors_of_one_file_lose_no_saved_edit() -> None:
    ended = run("two_editors.py", "25")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "saved edits lost: 0" in ended.stdout
