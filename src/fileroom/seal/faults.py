"""What can go wrong with keys and sealed bytes. No message ever holds a key, a plaintext or a file's contents."""

from __future__ import annotations


class Tampered(Exception):
    """Sealed bytes do not open: altered, moved to another place, cut short, or closed with another key."""


class WrongRoot(Tampered):
    """The root key of this process is not the one that closed this key store or archive."""


class UnknownKey(Exception):
    """No data key of this id was ever kept in this district's key store."""


class Shredded(Exception):
    """The data key was destroyed, and with it what it closed."""


class AlreadyUsed(Exception):
    """An event has its receipt already: each event releases at most one key, once."""


class NotConfigured(Exception):
    """The root key file or the key store's address is missing or unfit; the message names the setting."""


class NotEmpty(Exception):
    """Keys stand where an archive was to be loaded; loading never overwrites keys."""
