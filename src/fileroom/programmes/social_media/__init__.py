"""Gathering from students' social media (Ed. Code 49073.6): only under a program that the Board adopted, for safety."""
