"""``python -m musterbook``."""

import sys

from musterbook.cli.app import main

sys.exit(main())
