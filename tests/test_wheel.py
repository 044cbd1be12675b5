"""The wheel: everything works from it, outside the checkout."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(autouse=True)
def _only_the_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a checkout that is on the path of the tests away from what they start."""
    monkeypatch.delenv("PYTHONPATH", raising=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the python of a fresh environment with the wheel and nothing of the checkout.

    The libraries are the ones that the tests run with, found by a path file: what is tried here
    is what the wheel carries, not whether the libraries can be downloaded once more.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder)  # the pip of the tests installs into it: one of its own takes seconds
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", python]
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-compile")
    install = [*pip, "install", *options, wheel]
    subprocess.run(install, check=True, capture_output=True, timeout=240)
    where: list[str | Path] = [
        python,
        "-c",
        "import sysconfig; print(sysconfig.get_path('purelib'))",
    ]
    site = subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip()
    # Path files inside the added folder are not read, so the checkout stays out of sight.
    libraries = Path(yaml.__file__).parents[1]
    (Path(site) / "libraries.pth").write_text(f"{libraries}\n", "utf-8")
    return python


def test_that_the_wheel_carries_resources_and_samples(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "laddereditor/resources/icons/open.svg",
        "laddereditor/resources/themes/light.json",
        "laddereditor/resources/templates/empty.yaml",
        "laddereditor/resources/words/rules/placeholder.yaml",
        "laddereditor/ladders/technology.yaml",
    ):
        assert wanted in names


def test_that_type_checkers_may_read_the_types_of_the_wheel(wheel: Path) -> None:
    assert "laddereditor/py.typed" in zipfile.ZipFile(wheel).namelist()


def test_that_the_command_line_works_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = (
        "import laddereditor, sys; from laddereditor.assets import sample_ladders; "
        "open('t.yaml', 'wb').write(sample_ladders()['technology.yaml'].read_bytes()); "
        "print(laddereditor.__file__)"
    )
    where = subprocess.run(
        [installed, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert Path(where.stdout.strip()).is_relative_to(installed.parents[1])
    done = subprocess.run(
        [installed, "-m", "laddereditor", "check", "t.yaml"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_that_the_window_opens_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = (
        "from laddereditor.assets import sample_ladders; "
        "open('t.yaml', 'wb').write(sample_ladders()['technology.yaml'].read_bytes()); "
        "from laddereditor.gui.app import make_application, open_window; "
        "app = make_application(); window = open_window(['t.yaml']); window.show(); "
        "app.processEvents(); assert not window.grab().isNull(); window.shut_down()"
    )
    done = subprocess.run(
        [installed, "-c", code],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    # Said by Qt's offscreen platform for every window with a minimum size.
    said = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (done.returncode, said) == (0, [])
