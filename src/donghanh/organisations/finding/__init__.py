"""Units found from the words of a paper, as seen from the one who writes it on a day.

    find("Hội LHPN các xã, thị trấn", issuer, day) -> [FoundSet]

What a name asks for is told without the tree (`donghanh.vietnam.unit_names`), then looked up in the tree of that day.
"""

from donghanh.organisations.finding.answers import Answer, Found, FoundSet, Proposal, Question, Why
from donghanh.organisations.finding.finder import find, find_all

__all__ = ["Answer", "Found", "FoundSet", "Proposal", "Question", "Why", "find", "find_all"]
