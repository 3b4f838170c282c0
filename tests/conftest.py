"""For all tests: what Streamlit's test runner would do again for every page that it opens."""

from __future__ import annotations

from functools import cache

from streamlit.components.v2 import manifest_scanner

# Looking through every installed package for components took a fifth of the time of all tests.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
