"""The chapters of each room in their order, where a room has many. `book.py` binds them."""
