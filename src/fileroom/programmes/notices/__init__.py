"""The annual notice of rights: composed from what is so, adopted by a person, frozen; who was told, when and how."""
