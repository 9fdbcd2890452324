"""Django's name for the room."""

from django.apps import AppConfig


class Programmes(AppConfig):
    name = "fileroom.programmes"
    label = "programmes"
