"""Records where Python's own tokenizer finds comments, for code-oracle.test.ts: python3 python-comments.py > python-comments.json

With files as arguments it prints the same for each of them instead, so that any installed library can be compared.
Offsets count UTF-16 code units, as the editor does.
"""

import io
import json
import sys
import tokenize

SNIPPETS = [
    "x = 1  # one\n# two\n",
    "s = '#'  # one\nt = \"#\"\n",
    's = """\n# no\n"""  # one\n',
    "s = '''a'b\"\"\"#'''  # one\n",
    "s = 'it\\'s # no'  # one\n",
    "s = r'\\' # no'  # one\n",
    "s = rb'#' + Rb\"#\" + f'{x}#'  # one\n",
    "s = 'goes \\\non # no'  # one\n",
    "s = ('#'  # one\n     \"#\"  # two\n     )\n",
    "s = ''  # one\nt = ''''''  # two\nu = \"\"  # three\n",
    "é = 'β'  # 第4层\n# 😀 two # three\nx = '😀'  # four\n",
    "def f():\n    \"\"\"Text # no.\n\n    ```lamina\n    # no\n    ```\n    \"\"\"\n    # one\n    return 1\n",
    "x = 1  # one\r\n# two\r\n",
    "if x: pass  #\n#\n",
    "#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n",
    "x = {'a': [1, # one\n  2], # two\n}\n",
    "@d  # one\nclass A(B):  # two\n    x: int = 3  # three\n",
    "x = '\\\\'  # one\ny = '\\\\\\''  # two\n",
    "print(f\"{x!r:#>10}\")  # one\n",
    "x = 1 \\\n    + 2  # one\n",
]


def units(text):
    return len(text.encode("utf-16-le")) // 2


def comments(source):
    """The spans of the comments of a source."""
    lines = io.StringIO(source, newline="").readlines()
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + units(line))
    spans = []
    for token in tokenize.generate_tokens(iter(lines).__next__):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            line = lines[row - 1]
            spans.append([starts[row - 1] + units(line[:column]), starts[row - 1] + units(line[: token.end[1]])])
    return spans


if __name__ == "__main__":
    sources = SNIPPETS
    if len(sys.argv) > 1:
        sources = []
        for name in sys.argv[1:]:
            with open(name, encoding="utf-8", newline="") as file:
                sources.append(file.read())
    json.dump([{"text": source, "comments": comments(source)} for source in sources], sys.stdout, ensure_ascii=False, indent=2)
    print()
