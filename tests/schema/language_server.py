"""The language server of YAML, spoken to as an editor does: its own program over its own protocol."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

PACKAGE = "yaml-language-server"
FOLDER = Path(__file__).parents[2] / ".cache" / PACKAGE


def installed() -> Path | None:
    """Return the server's program, fetched by npm where it is not there yet; None without npm."""
    program = FOLDER / "node_modules" / ".bin" / PACKAGE
    npm = shutil.which("npm")
    if not program.exists() and npm:
        command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(FOLDER), PACKAGE]
        subprocess.run(command, check=True, timeout=300)
    return program if program.exists() else None


class LanguageServer:
    """One running server; a text names its schema in its first line, as decks do."""

    def __init__(self, program: Path) -> None:
        self._process = subprocess.Popen(
            [program, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "NODE_OPTIONS": ""},
        )
        assert self._process.stdin
        assert self._process.stdout
        self._in: IO[bytes] = self._process.stdin
        self._out: IO[bytes] = self._process.stdout
        self._serial = 0
        self._ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": {}})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": {"validate": True}}})

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=10)
        self._in.close()
        self._out.close()

    def complaints(self, text: str) -> list[tuple[int, str]]:
        """Return what the server says is wrong with a text: the line, from 1, and the message."""
        uri = self._open(text)
        told = self._read_until(
            lambda said: (
                said.get("method") == "textDocument/publishDiagnostics" and said["params"]["uri"] == uri
            )
        )
        found = told["params"]["diagnostics"]
        return sorted((one["range"]["start"]["line"] + 1, one["message"]) for one in found)

    def completions(self, text: str, line: int, column: int) -> set[str]:
        """Return what the server offers at a place, counted from 1."""
        return {item["label"] for item in self._at("completion", text, line, column)["items"]}

    def hover(self, text: str, line: int, column: int) -> str:
        """Return what the server tells of a place, counted from 1."""
        shown: str = self._at("hover", text, line, column)["contents"]["value"]
        return shown

    def _at(self, request: str, text: str, line: int, column: int) -> Any:
        place = {"line": line - 1, "character": column - 1}
        at = {"textDocument": {"uri": self._open(text)}, "position": place}
        return self._ask(f"textDocument/{request}", at)

    def _open(self, text: str) -> str:
        self._serial += 1
        uri = f"file:///deck-{self._serial}.yaml"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:
        self._serial += 1
        serial = self._serial
        self._send({"id": serial, "method": method, "params": params})
        return self._read_until(lambda said: said.get("id") == serial and "method" not in said)["result"]

    def _tell(self, method: str, params: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._in.flush()

    def _read_until(self, wanted: Any) -> Any:
        while not wanted(said := self._read()):
            if "id" in said and "method" in said:  # the server asks for what an editor may refuse to tell
                self._send({"id": said["id"], "result": [None]})
        return said

    def _read(self) -> Any:
        length = 0
        while line := self._out.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(self._out.read(length))
