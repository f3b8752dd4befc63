"""What asks does not write: a function with the name of a question calls none that changes the record."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.parsed import MODULES

QUESTION = re.compile(
    r"_?(find|read|is|has|same|list|show|search|said|stands|counted|published|replaceable|proof|passage)(_|$)"
)
ACTS = re.compile(
    r"create|update|forget|adopt|attribute|apply_draft|contradict|reconcile|(add|record|keep)(_.+)?"
)


def called(function):
    """The names of all that a function calls."""
    calls = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}


@pytest.mark.parametrize("module", [m for m in MODULES if m.part == "tracker"], ids=str)
def test_a_question_calls_no_act(module):
    """Finding a speaker or a source, or reading what was given, leaves the record as it is."""
    writing = {
        function.name: acts
        for function in module.functions
        if QUESTION.match(function.name)
        and (acts := {name for name in called(function) if ACTS.fullmatch(name)})
    }
    assert writing == {}
