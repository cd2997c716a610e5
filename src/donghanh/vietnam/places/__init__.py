"""Places of Vietnam before and since 1 July 2025: `gazetteer()` finds them, `look_up()` reads free words."""

from donghanh.vietnam.places.gazetteer import Era, Gazetteer, gazetteer
from donghanh.vietnam.places.model import REFORM, Level, Line, Place, Successor
from donghanh.vietnam.places.query import Answer, look_up

__all__ = [
    "REFORM",
    "Answer",
    "Era",
    "Gazetteer",
    "Level",
    "Line",
    "Place",
    "Successor",
    "gazetteer",
    "look_up",
]
