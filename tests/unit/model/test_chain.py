"""Chains of claims that replace one another."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.model.chain import chains
from tests.claims_of import chain, claim


def ids(claims):
    """The chains of `claims` as ids."""
    return [[member.id for member in found] for found in chains(claims)]


def test_a_claim_that_was_never_moved_is_a_chain_of_one():
    """Two claims that have nothing to do with each other stay apart, in the order given."""
    assert ids([claim(2), claim(1)]) == [[2], [1]]


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(5)))
def test_the_members_come_oldest_first_in_whatever_order_they_are_given(order):
    """Moved from 9 over 4, 7 and 1 to 3: the ids do not tell the order, the links do."""
    linked = chain(claim(9), claim(4), claim(7), claim(1), claim(3))
    assert ids([linked[place] for place in order]) == [[9, 4, 7, 1, 3]]


def test_one_missing_member_does_not_break_the_chain():
    """Both neighbours of the missing one still name it."""
    first, _, third = chain(claim(1), claim(2), claim(3))
    assert ids([third, first]) == [[1, 3]]


def test_a_chain_stands_where_its_first_member_is_met():
    """The order of a list is kept: what comes first in it comes first here."""
    first, second = chain(claim(1), claim(5))
    assert ids([claim(7), second, claim(6), first]) == [[7], [1, 5], [6]]
