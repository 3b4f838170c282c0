"""``python -m bodymap.body.build``: see ``chart``."""

from bodymap.body.build.chart import main

main()
