"""Reads blocks with the parsers that people use: a line of JSON for each to it, a line of JSON back.

{"format", "text"} becomes {"values": [[key, value], ...]} or {"error": text}. Nested keys are joined with dots.
"""

import ast, configparser, io, json, sys, tomllib, urllib.parse

import dotenv, yaml


def flat(value, path=()):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from flat(inner, (*path, str(name)))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from flat(inner, (*path, str(place)))
    else:
        yield [".".join(path), value]


def as_file(text):
    """As a file opened for reading: every line break becomes a line feed."""
    return io.StringIO(text, newline=None)


def ini(text):
    """With interpolation and without; both must read the same."""
    read = []
    for parser in (configparser.ConfigParser(), configparser.RawConfigParser()):
        parser.read_file(as_file(text))
        read.append([[f"{section}.{name}", value] for section in parser.sections() for name, value in parser.items(section)])
    assert read[0] == read[1], "interpolation makes a difference"
    return read[0]


def python(text):
    return [[one.targets[0].id, ast.literal_eval(one.value)] for one in ast.parse(text).body]


READERS = {
    "env": lambda text: [list(pair) for pair in dotenv.dotenv_values(stream=as_file(text)).items()],
    "ini": ini,
    "json": lambda text: flat(json.loads(text)),
    "python": python,
    "toml": lambda text: flat(tomllib.loads(text)),
    "url": lambda text: urllib.parse.parse_qsl(urllib.parse.urlsplit(text).query, keep_blank_values=True, strict_parsing=True),
    "yaml": lambda text: flat(yaml.safe_load(text)),
}

for line in sys.stdin:
    block = json.loads(line)
    try:
        answer = {"values": [list(pair) for pair in READERS[block["format"]](block["text"])]}
    except Exception as error:
        answer = {"error": repr(error)}
    print(json.dumps(answer), flush=True)
