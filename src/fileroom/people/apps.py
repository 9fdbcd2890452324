"""Django's name for the room."""

from django.apps import AppConfig


class People(AppConfig):
    name = "fileroom.people"
    label = "people"
