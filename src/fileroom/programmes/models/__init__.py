"""The tables of the programmes, each programme in a file of its own."""

from fileroom.programmes.models.training import TrainingCompletion

__all__ = ["TrainingCompletion"]
