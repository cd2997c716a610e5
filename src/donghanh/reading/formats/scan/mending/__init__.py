from collections.abc import Sequence, Set
from dataclasses import dataclass
from donghanh.reading.blocks import Block, Doubt
@dataclass
class Mended:
    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...]=()
def mend(blocks: Sequence[Block], pages: Set[int]) -> Mended:
    return Mended(tuple(blocks))
