"""Opening documents: bytes in, every text in them out, each with its place; and whether all was examined."""

from fileroom.screening.opening.extract import extract

__all__ = ["extract"]
