"""Measuring how fast the app answers; see ``__main__``."""
