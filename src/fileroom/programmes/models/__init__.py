"""The tables of the programmes, each programme in a file of its own."""
