"""Which words are spelt as Vietnamese syllables.

One syllable is an onset and a rime; syllables that end in a stop bear the acute or the dot only. The
lists hold the spellings of the standard language, those of many names of the highlands ("Đắk Lắk", "Krông Pắc",
"Niê"), and both placements of tone marks.

Source: Quyết định 1989/QĐ-BGDĐT (spelling in textbooks) and the tables of rimes in Hoàng Phê, Chính tả
tiếng Việt.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOP_TONES = ("", "\u0301", "\u0323")
_STOPS = ("c", "ch", "k", "p", "t")
_SHAPED = "ăâêôơư"
_FRONT = "eêiy"
_LONGEST = len("nghiêng")

_ONSETS = (
    "ngh", "ng", "gh", "gi", "kh", "nh", "ph", "qu", "th", "tr", "ch",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
    "bl", "br", "dr", "đr", "gr", "hr", "kl", "kr", "ml", "pl", "pr",
)  # fmt: skip
_RIMES = frozenset(
    """
    a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êk êm ên êng ênh êp êt êu
    i ia ich iê iêc iêm iên iêng iêp iêt iêu ik im in inh ip it iu
    o oc oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi ok om on ong
    ooc oong op ot ô ôc ôi ôk ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uên uênh uêt ui uk um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych
    uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
    """.split()
)
_AFTER_QU = frozenset("ych ynh yt yên yêt yêu".split())
_VOWELS = re.compile(f"[aeiouy{_SHAPED}]")


def is_syllable(word: str) -> bool:
    """Whether `word`, of one case or another and in NFC, is spelt as one Vietnamese syllable."""
    return len(word) <= _LONGEST and _is_spelt(word.lower())


@lru_cache(maxsize=1 << 16)
def _is_spelt(word: str) -> bool:
    letters, tone = [], ""
    for letter in word:
        base, mark = _parted(letter)
        if mark:
            if tone or not _VOWELS.match(base):
                return False
            tone = mark
        letters.append(base)
    if not _tone_stands_well(word):
        return False
    spelt = "".join(letters)
    return any(_fits(onset, spelt[len(onset) :], tone) for onset in _ONSETS if spelt.startswith(onset))


@lru_cache(maxsize=256)
def _parted(letter: str) -> tuple[str, str]:
    """The letter without its tone mark, and the mark."""
    decomposed = unicodedata.normalize("NFD", letter)
    mark = next((c for c in decomposed if c in _TONES), "")
    return unicodedata.normalize("NFC", decomposed.replace(mark, "") if mark else decomposed), mark


def _tone_stands_well(word: str) -> bool:
    """A syllable with a shaped vowel bears its tone on the last of those."""
    shaped = [c for c in word if _parted(c)[0] in _SHAPED]
    toned = [c for c in word if _parted(c)[1]]
    return not shaped or not toned or shaped[-1] == toned[0]


def _fits(onset: str, rime: str, tone: str) -> bool:
    if tone not in _STOP_TONES and rime.endswith(_STOPS):
        return False
    if onset == "qu":
        return rime in _AFTER_QU or (rime in _RIMES and rime[0] not in "uưo" and rime[:2] != "ia")
    if rime not in _RIMES:
        return False
    front = rime[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return not front or rime[0] == "i"
    return rime[0] != "y" or len(rime) == 1 or not onset
