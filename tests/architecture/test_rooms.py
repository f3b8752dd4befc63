"""The rooms in which articles are read: which may look into which, and only through its face."""

from __future__ import annotations

import subprocess
import sys
from graphlib import TopologicalSorter

import pytest

from claimtrack import articles
from tests.architecture.parsed import MODULES, SOURCE

# What each room may import of the others: claims are looked for in speech, speech in English;
# other languages give what English gives.
MAY_LOOK_INTO = {
    "getting": set(),
    "proving": set(),
    "english": set(),
    "speech": {"english"},
    "candidates": {"about", "english", "speech"},
    "about": {"english"},
    "slavic": {"speech", "candidates"},
    "models": {"candidates", "proving"},
}
# Lists of words, which whoever writes a rule names by their own modules.
OPEN = {f"claimtrack.articles.english.{name}" for name in ("name_lists", "speech_verbs", "word_classes")}
INSIDE = [module for module in MODULES if module.part == "articles"]


def room_of(name):
    """The room that a module's name belongs to; null where it stands in none."""
    parts = name.removeprefix("claimtrack.articles").split(".")
    return parts[1] if name.startswith("claimtrack.articles.") and parts[1] in MAY_LOOK_INTO else None


def looked_into(module):
    """The names of all modules in other rooms that a module imports."""
    return {name for name in module.imported if room_of(name) not in (None, room_of(module.name))}


@pytest.mark.parametrize("module", [one for one in INSIDE if room_of(one.name)], ids=str)
def test_a_room_looks_only_into_those_before_it(module):
    """A new room, or a new arrow, gets its row above."""
    assert {room_of(name) for name in looked_into(module)} <= MAY_LOOK_INTO[room_of(module.name)]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_room_is_entered_by_its_face(module):
    """Whoever changes a module inside has one list of what others use: the room's `__init__`."""
    faces = {f"claimtrack.articles.{room}" for room in MAY_LOOK_INTO}
    assert looked_into(module) <= faces | OPEN


def test_no_module_of_the_rooms_needs_itself():
    """Nor through others, nor for its types."""
    names = {module.name for module in INSIDE}
    graph = {
        module.name: {name for name in module.imported if name in names and room_of(name)}
        for module in INSIDE
        if not str(module).endswith("__init__.py")
    }
    TopologicalSorter(graph).prepare()


def test_the_function_stands_for_the_room_of_its_name():
    """`claimtrack.articles.candidates` is the function, also once the room is loaded."""
    articles.candidates("The bridge opens.", published=None)
    assert callable(articles.candidates)


@pytest.mark.parametrize(
    ("entered", "loaded"),
    [
        ("articles", {"candidates"}),
        ("articles.proving", {"candidates", "proving", "sentence_ends"}),
        ("articles.getting", {"candidates", "getting"}),
    ],
)
def test_no_room_loads_another(entered, loaded):
    """The face of `candidates` alone, whose function stands on the floor above, and nothing of what is behind it."""
    script = (
        f"import sys, claimtrack.{entered}; inside = [name.split('.')[2:] for name in sys.modules"
        " if name.startswith('claimtrack.articles.')]; print(*{name[0] for name in inside}); print(len(inside))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(SOURCE.parent)},
    )  # fmt: skip  # the call on one line
    names, count = done.stdout.splitlines()
    assert set(names.split()) == loaded
    assert "proving" in loaded or int(count) == len(loaded)
