"""Finding documents by words of their texts, with and without diacritics, on SQLite and PostgreSQL alike.

Each text is kept as its words, once as they are written and once without diacritics: what is typed with marks
finds the marked word alone, what is typed without finds both. The last word may be its beginning only.
The issuer and the programme are columns of their own (labels on PostgreSQL), so that words can be asked of them alone.
SQLite ranks by BM25 (FTS5), PostgreSQL by cover density.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection
from django.db.models import FloatField, QuerySet
from django.db.models.expressions import RawSQL

from donghanh.documents.models import Document, DocumentQuerySet, Reading
from donghanh.vietnam.text import bare, fold

TABLE = "documents_search"
COLUMNS = {"issuer": "A", "programme": "B"}
"""What words can be asked of alone, each with its label on PostgreSQL."""
_WORD = re.compile(r"[^\W_]+")
# PostgreSQL takes a megabyte of words at most; a text of 300 pages has 700,000 characters.
_MOST_INDEXED = 400_000
_MOST_WORDS = 12
_LONGEST_PASSAGE = 320


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the words stand together: pieces of the text, each with whether it is one of them."""

    pieces: tuple[tuple[str, bool], ...]
    start: int


def words_of(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def index(document_id: int, reading: Reading) -> None:
    """Keep the words of what was read, in place of those from before."""
    text = "\n".join([reading.number, reading.title, reading.text[:_MOST_INDEXED]])
    kept = [_both(part) for part in (text, reading.issuer, reading.programme)]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"DELETE FROM {TABLE} WHERE rowid = %s", [document_id])
            cursor.execute(
                f"INSERT INTO {TABLE} (rowid, words, issuer, programme) VALUES (%s, %s, %s, %s)",
                [document_id, *kept],
            )
        else:
            cursor.execute(
                f"INSERT INTO {TABLE} (document_id, words) VALUES (%s, to_tsvector('simple', %s)"
                " || setweight(to_tsvector('simple', %s), 'A') || setweight(to_tsvector('simple', %s), 'B')) "
                "ON CONFLICT (document_id) DO UPDATE SET words = EXCLUDED.words",
                [document_id, *kept],
            )


def _both(text: str) -> str:
    """The words of a text as they are written, then without diacritics."""
    marked = " ".join(words_of(text))
    return f"{marked} {bare(marked)}"


def forget(document_id: int) -> None:
    """Keep no words of a document that goes."""
    column = "rowid" if connection.vendor == "sqlite" else "document_id"
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE {column} = %s", [document_id])


def found(documents: DocumentQuerySet, asked: str, **named: str) -> QuerySet[Document]:
    """Those of the documents that hold all the words, the best first; all of them where nothing is asked.

    named: words that stand in one of `COLUMNS`.
    """
    anywhere = _query(asked)
    asked_for = [
        query for query in (anywhere, *(_query(said, name) for name, said in named.items())) if query
    ]
    if not asked_for:
        return documents
    if connection.vendor == "sqlite":
        one = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s"
        rank = f"(SELECT -rank FROM {TABLE} WHERE {TABLE} MATCH %s AND rowid = documents_document.id)"
        query = " AND ".join(asked_for)
    else:
        one = f"SELECT document_id FROM {TABLE} WHERE words @@ to_tsquery('simple', %s)"
        rank = (
            f"(SELECT ts_rank_cd('{{1, 1, 1, 1}}', words, to_tsquery('simple', %s)) FROM {TABLE} "
            "WHERE document_id = documents_document.id)"
        )
        query = " & ".join(asked_for)
    matching = documents.filter(pk__in=RawSQL(one, [query]))  # noqa: S611 (the words are parameters)
    if not anywhere:
        return matching
    ranked = matching.annotate(rank=RawSQL(rank, [anywhere], output_field=FloatField()))  # noqa: S611
    return ranked.order_by("-rank", "-pk")


def _query(asked: str, column: str = "") -> str:
    """All the words, the last as a beginning, as the database asks for them; "" where there is none."""
    words = words_of(asked)[:_MOST_WORDS]
    if not words:
        return ""
    if connection.vendor == "sqlite":
        together = " AND ".join(f'"{word}"' for word in words)
        return f"{column} : ({together}*)" if column else f"({together}*)"
    label = COLUMNS.get(column, "")
    *whole, last = (f"'{word}'" for word in words)
    return " & ".join([*(f"{word}:{label}" if label else word for word in whole), f"{last}:*{label}"])


def passage(text: str, asked: str) -> Passage | None:
    """The line of a text that holds most of the words, cut to the place where they stand."""
    words = [bare(word) for word in words_of(asked)[:_MOST_WORDS]]
    if not words:
        return None
    plain = text.translate(_plain())
    any_word = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})")
    best, start = 0, -1
    at = 0
    for line in plain.split("\n"):
        here = len({match[0] for match in any_word.finditer(line)})
        if here > best:
            best, start = here, at
            if best == len(set(words)):
                break
        at += len(line) + 1
    if start < 0:
        return None
    end = plain.find("\n", start)
    end = len(plain) if end < 0 else end
    first = any_word.search(plain, start, end)
    if first and end - start > _LONGEST_PASSAGE:
        start = max(start, first.start() - _LONGEST_PASSAGE // 3)
        end = min(end, start + _LONGEST_PASSAGE)
    return Passage(tuple(_pieces(text, plain, start, end, any_word)), start)


def _pieces(
    text: str, plain: str, start: int, end: int, any_word: re.Pattern[str]
) -> Iterator[tuple[str, bool]]:
    at = start
    for match in any_word.finditer(plain, start, end):
        if match.start() > at:
            yield text[at : match.start()], False
        yield text[match.start() : match.end()], True
        at = match.end()
    if at < end:
        yield text[at:end], False


@lru_cache(maxsize=1)
def _plain() -> dict[int, str]:
    """Each Vietnamese letter as its small letter without diacritics: the same places, much quicker than folding."""
    codes = (*range(0x41, 0x5B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))
    return {code: letter for code in codes if len(letter := bare(chr(code))) == 1}


def statements(vendor: str) -> Sequence[str]:
    """What makes the table, for the migration."""
    if vendor == "sqlite":
        columns = ", ".join(["words", *COLUMNS])
        return [
            f"CREATE VIRTUAL TABLE {TABLE} USING fts5({columns}, tokenize = 'unicode61 remove_diacritics 0')"
        ]
    return [
        f"CREATE TABLE {TABLE} (document_id bigint PRIMARY KEY, words tsvector NOT NULL)",
        f"CREATE INDEX {TABLE}_words ON {TABLE} USING gin (words)",
    ]
