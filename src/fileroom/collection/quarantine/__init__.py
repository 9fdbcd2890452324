"""What was held back at the gate: held, listed by template, shown covered, and decided about by the custodian."""
