"""GATE IN: forms, imports, quarantine: what may be asked for and kept."""
