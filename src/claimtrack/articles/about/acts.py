"""What can come about, in words that mean the same: which forms belong to one act, and which acts exclude another."""

from __future__ import annotations

from claimtrack.articles.english.word_classes import word_set

# An act a line, by its first word: every form that means it, irregular ones written out.
_ACTS = """
open opens opened opening reopen reopens reopened inaugurate inaugurated
begin begins began begun beginning start starts started starting launch launches launched launching commence kick
finish finished finishes complete completed completes completion ready done
end ends ended ending stop stops stopped halt halted cease ceased expire expired
rise rises rose risen rising increase increased increases grow grows grew grown growth climb climbed raise raised raises
    higher jump jumped exceed exceeded surge surged soar soared
fall falls fell fallen falling decline declined drop dropped drops decrease decreased shrink shrank lower lowered cut
    cuts cutting reduce reduced reduces reduction cheaper slash slashed ease eased sink sank below
win wins won winning winner victory
lose loses lost losing loser defeat defeated
close closes closed closing closure shut shuts shutting shutdown
stay stays stayed remain remains remained continue continues continued
leave leaves left leaving quit quits resign resigns resigned resignation resigning depart departed step steps stepped
hold holds held holding defend defended withstand withstands withstood
withdraw withdraws withdrew withdrawn withdrawing withdrawal retreat retreated
retake retaken recapture recaptured take takes took taken seize seized capture captured conquer conquered
keep keeps kept
abolish abolished abolishes repeal repealed
pass passes passed adopt adopted adopts approve approved approves approval ratify ratified
reject rejected rejects veto vetoed
free freed frees release released releases
sell sells sold selling sale
buy buys bought buying acquire acquired acquires purchase purchased takeover
build builds built building construct constructed construction
demolish demolished tear torn tore raze razed
agree agreed agrees agreement deal accord
reach reaches reached
sign signs signed signing
publish publishes published publication
arrive arrives arrived arrival
join joins joined accession
merge merges merged merger
connect connects connected
dredge dredged dredges
appoint appointed appoints appointment
find finds found
pay pays paid
ban bans banned prohibit prohibited
allow allows allowed permit permitted
meet meets met meeting
break breaks broke broken
sail sails sailed
"""
_EXCLUDE = (
    ("open", "close"), ("rise", "fall"), ("win", "lose"), ("stay", "leave"), ("stay", "close"), ("hold", "fall"),
    ("hold", "withdraw"), ("hold", "lose"), ("keep", "abolish"), ("keep", "sell"), ("keep", "close"), ("begin", "end"),
    ("pass", "reject"), ("build", "demolish"), ("ban", "allow"), ("stay", "withdraw"), ("hold", "take"),
    ("retake", "lose"), ("retake", "withdraw"), ("join", "leave"), ("sell", "keep"), ("stay", "end"),
)  # fmt: skip  # pairs
# What may come to the same, told of another side of it: `they take the town`, `the town falls`.
_KIN = (
    ("fall", "retake"), ("fall", "lose"), ("lose", "withdraw"), ("open", "finish"), ("open", "begin"), ("stay", "hold"),
    ("stay", "keep"), ("end", "close"), ("agree", "sign"), ("agree", "reach"), ("free", "leave"), ("build", "finish"),
)  # fmt: skip  # pairs
# Of an irregular verb no ending shows that something came about.
_IRREGULAR = word_set(
    """began begun rose risen grew grown fell fallen shrank cut sank won lost shut left quit held withdrew withdrawn
    took taken kept sold bought built tore torn found paid met broke broken made came gone went ran set sent spent
    gave given became got led hit beat brought drew flew done struck spoke swore wrote written shot sunk"""
)

ACT_OF = {
    form: line.split()[0]
    for line in _ACTS.strip().replace("\n    ", " ").splitlines()
    for form in line.split()
}
_AKIN = frozenset(_KIN) | frozenset((other, one) for one, other in _KIN)
_EXCLUDING = frozenset(_EXCLUDE) | frozenset((other, one) for one, other in _EXCLUDE)


def is_past(form: str) -> bool:
    """Whether the form of a verb tells that something came about."""
    return form in _IRREGULAR or (form.endswith("ed") and len(form) > len("need"))


def exclude(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of some acts and one of the others can't both be."""
    return any((one, other) in _EXCLUDING for one in some for other in others)


def akin(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of some acts and one of the others may come to the same."""
    return any((one, other) in _AKIN for one in some for other in others)
