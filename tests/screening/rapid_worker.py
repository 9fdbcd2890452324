"""A worker on a machine without tesseract's data."""

from __future__ import annotations

from fileroom.screening.opening import ocr
from fileroom.screening.opening.worker import main

if __name__ == "__main__":
    ocr.ENGINES.remove(ocr.ENGINES[0])
    main()
