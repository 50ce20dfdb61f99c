"""``python -m nkj``."""

from nkj.cli.main import main

if __name__ == "__main__":
    main()
