"""Đồng Hành: official plans become live work, registers, figures and reports."""

__version__ = "0.1.0"
