"""Django's name for the room."""

from django.apps import AppConfig


class Records(AppConfig):
    name = "fileroom.records"
    label = "records"
