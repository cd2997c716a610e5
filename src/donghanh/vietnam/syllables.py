"""The syllables that Vietnamese has: what can be a word of it, and where words that ran together part.

A syllable is a beginning, a rime and a tone; before e, ê, i and y some beginnings are written otherwise, and
rimes that end in a stop bear the sharp or the heavy tone only.
"""

import unicodedata
from functools import cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SHARP, _HEAVY = "\u0301", "\u0323"
_STOPS = ("c", "ch", "p", "t")
_FRONT = ("e", "ê", "i", "y")

_BEGINNINGS = (
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_BEFORE_FRONT = {"ngh", "gh", "k"}
_NEVER_BEFORE_FRONT = {"ng", "c"}
_RIMES = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu "
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    "o oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot "
    "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uô uôc uôi uôm uôn uông uôt uơ up ut "
    "uy uya uych uyên uyêt uyn uynh uyp uyt uyu "
    "ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ynh yt yêm yên yêng yêt yêu".split()
)
_MOST_LETTERS = 7
_LONGEST_RUN = 40


@cache
def is_syllable(word: str) -> bool:
    """Whether a word, in whatever case, can be one Vietnamese syllable.

    >>> is_syllable("Nghiêng"), is_syllable("kỹ"), is_syllable("Krông"), is_syllable("đồgn")
    (True, True, False, False)
    """
    if not 0 < len(word) <= _MOST_LETTERS:
        return False
    letters: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFD", word.lower()):
        (tones if letter in _TONES else letters).append(letter)
    plain = unicodedata.normalize("NFC", "".join(letters))
    return len(tones) <= 1 and any(
        plain.startswith(beginning) and _fits(beginning, plain[len(beginning) :], "".join(tones))
        for beginning in _BEGINNINGS
    )


def _fits(beginning: str, rime: str, tone: str) -> bool:
    if rime not in _RIMES:
        return False
    front = rime.startswith(_FRONT)
    if front if beginning in _NEVER_BEFORE_FRONT else beginning in _BEFORE_FRONT and not front:
        return False
    if beginning == "g" and front and not rime.startswith("i"):
        return False
    return not rime.endswith(_STOPS) or tone in (_SHARP, _HEAVY)


def parted(run: str) -> tuple[str, ...] | None:
    """The syllables of a run of words without spaces; None where they are not to be told for certain.

    Of all ways the one with the fewest syllables counts, and only if there is one such way. A capital letter
    begins a syllable unless the whole run is in capitals.

    >>> parted("huấnkỹnăng"), parted("cácanh"), parted("BanNữ")
    (('huấn', 'kỹ', 'năng'), None, ('Ban', 'Nữ'))
    """
    if not 1 < len(run) <= _LONGEST_RUN:
        return None
    capitals = run.isupper()
    # For each place, the ways to get there with the fewest syllables: how many syllables, and the ways, two at most.
    ways: list[tuple[int, list[tuple[str, ...]]]] = [(0, [()])]
    for end in range(1, len(run) + 1):
        fewest, found = _LONGEST_RUN, list[tuple[str, ...]]()
        for start in range(max(0, end - _MOST_LETTERS), end):
            count, before = ways[start]
            word = run[start:end]
            whole = capitals or word[1:] == word[1:].lower()
            if before and whole and count + 1 <= fewest and is_syllable(word):
                if count + 1 < fewest:
                    fewest, found = count + 1, []
                found.extend((*way, word) for way in before)
        ways.append((fewest, found[:2]))
    _, complete = ways[-1]
    return complete[0] if len(complete) == 1 and len(complete[0]) > 1 else None
