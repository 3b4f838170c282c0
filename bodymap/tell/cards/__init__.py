"""Cards for Anki: every pattern as a picture, facts of muscles, nerve roots."""
