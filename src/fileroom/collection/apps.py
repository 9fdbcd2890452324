"""Django's name for the room."""

from django.apps import AppConfig


class Collection(AppConfig):
    name = "fileroom.collection"
    label = "collection"
