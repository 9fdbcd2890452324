"""What is owed because another system's list of choices came in: somebody counts it (imports.second_person).

The refusals protect meanwhile. What nobody has counted is whether the list lost any on its way.
"""

from __future__ import annotations

ROOM = "choices"
RULE = "casework.family_choices.directory_information"
