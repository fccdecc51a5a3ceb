"""Runs commands in a terminal of their own, and types the input.

    drive.py                   reads one line of JSON for each command, writes one line of JSON for each
    drive.py --httpie STUBS    the same, and `https` in the folder STUBS is HTTPie (from PYTHONPATH), already started

A command is {"python": text} (a program, in a Python that has its library loaded already) or {"argv": [...]}, with
"typed": the lines to type, one at each prompt, and "env". The result: {"status", "out", "terminal"}.
Python and HTTPie take a third of a second to start; with one start for all, five hundred commands take seconds.
"""

import base64, getpass, json, os, pty, select, signal, socket, struct, sys, tempfile, termios, threading, time
import urllib.error, urllib.parse, urllib.request

PATIENCE = 60


def run(command):
    out_read, out_write = os.pipe()
    process, terminal = pty.fork()
    if process == 0:
        status = 70
        try:
            os.dup2(out_write, 1)
            os.close(out_read), os.close(out_write)
            os.environ.clear()
            os.environ.update(command["env"])
            if "argv" in command:
                os.execvp(command["argv"][0], command["argv"])
            sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w", buffering=1, closefd=False)
            try:
                exec(compile(command["python"], "token.py", "exec"), {"__name__": "__main__"})
                status = 0
            except SystemExit as end:
                if isinstance(end.code, str):
                    print(end.code, file=sys.stderr)
                status = end.code if isinstance(end.code, int) else 1
            sys.stdout.flush()
        except BaseException as error:
            print(repr(error), file=sys.stderr)
        finally:
            os._exit(status)
    os.close(out_write)
    out, said, typed, shown = b"", b"", list(command["typed"]), 0
    ends = {out_read, terminal}
    patience = time.monotonic() + PATIENCE
    while ends:
        ready, _, _ = select.select(list(ends), [], [], 0.5)
        if time.monotonic() > patience:
            os.kill(process, signal.SIGKILL)
        for end in ready:
            try:
                text = os.read(end, 65536)
            except OSError:  # Linux, when the other side of the terminal is closed
                text = b""
            if not text:
                ends.discard(end)
            elif end == out_read:
                out += text
            else:
                said += text
        if said[shown:].endswith(b": ") and typed:
            hidden(terminal)
            shown = len(said)
            os.write(terminal, typed.pop(0).encode() + b"\n")
    os.close(out_read), os.close(terminal)
    _, status = os.waitpid(process, 0)
    return {"status": os.waitstatus_to_exitcode(status), "out": out.decode(), "terminal": said.decode("utf-8", "replace")}


def hidden(terminal):
    """Waits until the terminal shows nothing: bash prints its prompt first, and hides after that."""
    patience = time.monotonic() + 5
    while termios.tcgetattr(terminal)[3] & termios.ECHO and time.monotonic() < patience:
        time.sleep(0.001)


STUB = """#!{python} -IS
import json, os, socket, struct, sys
held = sorted(int(name) for name in os.listdir('/proc/self/fd'))
terminal = os.open('/dev/tty', os.O_RDWR)
fds = [fd for fd in held if fd != terminal and os.path.exists('/proc/self/fd/%d' % fd)]
other = socket.socket(socket.AF_UNIX)
other.connect({path!r})
words = json.dumps(dict(argv=sys.argv[1:], fds=fds)).encode('utf-8', 'surrogateescape')
socket.send_fds(other, [struct.pack('!I', len(words))], fds + [terminal])
other.sendall(words)
os._exit(int(other.recv(8) or 71))
"""


def serve_httpie(folder):
    """A process that has HTTPie loaded and forks for each call of the stub, which hands over its files."""
    path = os.path.join(folder, "socket")
    stub = os.path.join(folder, "https")
    with open(stub, "w") as file:
        file.write(STUB.format(python=sys.executable, path=path))
    os.chmod(stub, 0o755)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(64)
    server = os.fork()
    if server:
        listener.close()
        return server
    os.dup2(os.open(os.devnull, os.O_RDWR), 0)
    os.environ["HTTPIE_CONFIG_DIR"] = folder
    import httpie.__main__, httpie.core, httpie.context
    import httpie.cli.definition, httpie.client, rich.console
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        other, _ = listener.accept()
        if os.fork() == 0:
            os._exit(one_httpie(other))
        other.close()


def one_httpie(other):
    import httpie.core, httpie.context
    length, fds, _, _ = socket.recv_fds(other, 4, 64)
    words = json.loads(read(other, struct.unpack("!I", length)[0]).decode("utf-8", "surrogateescape"))
    fds = [move(fd) for fd in fds]
    terminal = fds.pop()
    wire = move(other.fileno())
    for fd, number in zip(fds, words["fds"]):
        os.dup2(fd, number)
        os.close(fd)
    real_open = os.open
    # This process has a different controlling terminal than the one that called.
    os.open = lambda path, *rest, **more: os.dup(terminal) if path == "/dev/tty" else real_open(path, *rest, **more)
    sys.argv = ["https"] + words["argv"]
    try:
        known = httpie.context.Environment(
            stdin=open(0, closefd=False), stdin_isatty=os.isatty(0),
            stdout=open(1, "w", closefd=False), stdout_isatty=os.isatty(1),
            stderr=open(2, "w", closefd=False), stderr_isatty=os.isatty(2), program_name="https",
        )
        status = int(httpie.core.main(sys.argv, env=known))
        known.stdout.flush()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    os.write(wire, str(status).encode())
    return 0


def move(fd):
    import fcntl
    moved = fcntl.fcntl(fd, fcntl.F_DUPFD, 500)
    os.close(fd)
    return moved


def read(other, length):
    text = b""
    while len(text) < length:
        text += other.recv(length - len(text))
    return text


def main():
    server = None
    if sys.argv[1:2] == ["--httpie"]:
        server = serve_httpie(sys.argv[2])
    try:
        for line in sys.stdin:
            print(json.dumps(run(json.loads(line))), flush=True)
    finally:
        if server:
            os.kill(server, signal.SIGTERM)


main()
