"""``python -m bodymap.body.build``: see ``chart``."""

from bodymap.body.build.chart import main

if __name__ == "__main__":
    main()
