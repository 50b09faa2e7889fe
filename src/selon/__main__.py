"""`python -m selon`: the program `selon`, where its name is not on the path."""

from selon.cli import main

if __name__ == "__main__":
    main()
