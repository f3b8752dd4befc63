"""Whatever three people do to copies of one file, joining them gives the same in any order, and loses nothing."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.copies import EDITS, begin, copies, edit

PEOPLE = ("ada", "bo", "cy")
edits = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE), st.sampled_from(sorted(EDITS)), st.integers(0, 60), st.integers(0, 60)
    ),
    max_size=14,
)


@settings(max_examples=5, deadline=None)
@given(together=st.lists(st.sampled_from(["add", "alias", "move", "undo"]), max_size=2), done=edits)
def test_three_files_in_any_order_give_the_same(together, done):
    """And each result is proven whole; joining again, the other way round, changes nothing."""
    with copies() as files:
        with files.open("base") as db:
            begin(db)
            for number, name in enumerate(together):
                edit(db, name, number, number)
        files.copy("base", *PEOPLE)
        for person, name, one, two in done:
            with files.open(person) as db:
                edit(db, name, one, two)
        found = []
        for order, others in enumerate(permutations(PEOPLE)):
            files.copy(others[0], f"all{order}")
            files.merge(f"all{order}", *others[1:])
            found.append(files.held(f"all{order}"))
        assert all(one == found[0] for one in found)
        files.copy("cy", "two")
        files.merge("bo", "cy")
        files.merge("ada", "bo")
        assert files.held("ada") == found[0]
        assert files.merge("ada", "two").steps == 0
        files.merge("cy", "ada")
        assert files.held("cy") == found[0]
        assert files.merge("ada", "cy").steps == 0
