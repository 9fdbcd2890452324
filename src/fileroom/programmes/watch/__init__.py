"""The watch over reading: who reads students' records as no person does, and who asks them about it."""
