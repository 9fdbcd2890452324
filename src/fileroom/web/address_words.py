"""What was done about an address on a family's card, in words: all of it under seal."""

from __future__ import annotations

SEALED = {
    "address:card_end_proposed": ("record", "Proposed that an address on a card is ended"),
    "address:card_end_withdrawn": ("record", "Taken back: that an address on a card is ended"),
    "address:card_ended": ("record", "Address on a card ended by a second person"),
    "address:card_entered": ("record", "Address on a card entered"),
    "address:card_looked_after": ("record", "Address on a card looked after: somebody was asked"),
    "address:card_looked_at": ("saw", "Address on a card: its page looked at"),
    "address:card_renewed": ("record", "Address on a card renewed"),
    "address:opened": ("saw", "Where the family lives opened, for residency or in an emergency"),
    "address:refused": (
        "no",
        "Tried to enter an address on a card, or to open where the family lives; nothing was done",
    ),
    "address:written_over": ("record", "Address on file written over with the one on the card"),
}
