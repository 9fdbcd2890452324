"""Django's name for the room."""

from django.apps import AppConfig


class Casework(AppConfig):
    name = "fileroom.casework"
    label = "casework"
