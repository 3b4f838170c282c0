"""For all tests: nothing is kept from one run to the next, and nothing is done twice for every page that is opened."""

from __future__ import annotations

import os
from functools import cache

from streamlit.components.v2 import manifest_scanner

from bodymap.read import kept

# Looking through every installed package for components took a fifth of the time of all tests.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

os.environ[kept.FOLDER] = ""  # also for servers that tests start
