"""The door to the command line: in a checkout it stands on top."""

from cli import COMMANDS as COMMANDS
from cli import main as main
