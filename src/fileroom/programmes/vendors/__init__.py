"""Companies that hold students' data: what they were asked to delete, and the district's word for it."""
