"""WHAT IS OWED: duties with clocks. What, whose, by which rule of the law, from when, due when, done with what."""
