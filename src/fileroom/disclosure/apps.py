"""Django's name for the room."""

from django.apps import AppConfig


class Disclosure(AppConfig):
    name = "fileroom.disclosure"
    label = "disclosure"
