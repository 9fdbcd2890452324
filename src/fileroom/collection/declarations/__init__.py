"""The register of declared exceptions: for which form, which exception of a law, until when, by whose word."""
