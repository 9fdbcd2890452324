"""Django's name for the room."""

from django.apps import AppConfig


class Duties(AppConfig):
    name = "fileroom.duties"
    label = "duties"
