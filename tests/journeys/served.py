"""What gunicorn serves to the journeys: the application as it is, with passwords as cheap to check as the tests' own.

As dear as they are meant to be, each sign-in takes a third of a second of a processor, and no journey is about that.
"""

from django.contrib.auth.hashers import Argon2PasswordHasher

Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 1024

from fileroom.config.wsgi import application  # noqa: E402

__all__ = ["application"]
