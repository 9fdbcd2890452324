"""What stands in the tree: public text without personal data.

fileroom/v1          fileroom/v1
event                index
label (hex)          root of the index of labels (hex)
number for label     leaves the index covers, and labels in it
day                  time (UTC)
digest (hex)         commitment to the sealed log (hex)
"""

from __future__ import annotations

from hashlib import sha256

VERSION = "fileroom/v1"


def event_leaf(label: bytes, number: int, day: str, digest: bytes) -> bytes:
    """The leaf of one act: `digest` is SHA-256(salt || canonical event), so without the salt it says nothing."""
    return event_leaf_of(label.hex().encode(), number, day.encode(), digest.hex().encode())


def event_leaf_of(label: bytes, number: int, day: bytes, digest: bytes) -> bytes:
    """The same from parts that are text already (label and digest in hex)."""
    return b"fileroom/v1\nevent\n%b\n%d\n%b\n%b\n" % (label, number, day, digest)


def index_root_leaf(index_root: bytes, covers: int, labels: int, at: str, commitment: bytes) -> bytes:
    """The leaf that ends every checkpoint: the index as it stood after `covers` leaves, and the sealed log's mark."""
    return f"{VERSION}\nindex\n{index_root.hex()}\n{covers} {labels}\n{at}\n{commitment.hex()}\n".encode()


def commitment(salt: bytes, sealed_root: bytes, sealed_size: int) -> bytes:
    """A mark that binds the sealed log and, as long as the salt is kept back, tells nothing about it."""
    return sha256(salt + sealed_root + sealed_size.to_bytes(8, "big")).digest()
