"""What one worker may take. Limits that decide a result are counts and stand in the stages; these are the last resort, and only reject."""

MAX_WORKER_BYTES = 800_000_000  # of address space beyond what a worker has when it begins (some 150 MB are resident then)
MAX_CPU_SECONDS = 8  # for one record, or until the next record of a stream comes out; an article takes some 0.02
MAX_WALL_SECONDS = 300  # without a word from a worker; nothing that is read waits for anything, so this is never met but on a stuck machine
RISKY_BYTES = 1_000_000  # a larger capture is read in a worker even where there are few: an article's page has some 150,000
RISKY_TAGS = 20_000  # and one with more marks
"""The sizes above which a page is no usual page: of 990 pages of articles (trafilatura's own set) the longest has some 800 kB."""
