"""An embedded PostgreSQL for the demonstration and the tests: the programs of a wheel under a launcher of our own.

An installation in earnest brings its own server (docs/decisions/0001).
"""

from fileroom.hosting.embedded.cluster import Urls, WrongMajor
from fileroom.hosting.embedded.server import AlreadyRunning, CannotStart, EmbeddedServer, throwaway

__all__ = ["AlreadyRunning", "CannotStart", "EmbeddedServer", "Urls", "WrongMajor", "throwaway"]
