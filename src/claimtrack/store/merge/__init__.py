"""Joining two people's work: the log of another file is taken into ours, and the records follow from both.

What the joined file holds is a function of the changes that people made, in whatever files and order they were joined:
`folding` tells what the changes of one thing come to, `names` which speakers and sources are one, `links` how claims
that both sides changed hang together. `arrival` takes in the entries, each of which keeps its own place in its own
chain; one entry of our own then names the head of the other chain, so that our head stands for both. That entry has as
operations what the other rules make of the plain one, that the newest change of a field is its state: so replaying the
log still gives the records.
"""
