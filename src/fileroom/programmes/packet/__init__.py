"""The Board packet: every report of one meeting, composed anew as one paper with one code."""
