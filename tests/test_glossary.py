"""The glossary names everything that the product stores."""

import re
from pathlib import Path

import pytest
from django.apps import apps

GLOSSARY = Path(__file__).resolve().parents[1] / "docs" / "glossary.md"
OURS = [model for model in apps.get_models() if model.__module__.startswith("donghanh.")]


def _rows() -> list[list[str]]:
    lines = [line for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_model_stands_in_the_glossary(model: type) -> None:
    assert f"`{model.__name__}`" in {row[1] for row in _rows()}


def test_every_word_has_a_vietnamese_one_and_a_definition() -> None:
    lacking = [row[0] for row in _rows() if not re.search(r"\w", row[2]) or not re.search(r"\w", row[3])]
    assert lacking == []


def test_no_word_stands_twice() -> None:
    codes = [row[1] for row in _rows()]
    assert sorted(set(codes)) == sorted(codes)
