"""Django's name for the room."""

from django.apps import AppConfig


class Ledger(AppConfig):
    name = "fileroom.ledger"
    label = "ledger"
