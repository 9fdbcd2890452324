"""An officer or agent is here: what to say and do, a register apart from every file, and the report to the Board."""
