# SPDX-License-Identifier: Apache-2.0
"""jinja.py TEMPLATES DATA OUT SECONDS: renders policy.html with Jinja2 for that long, on one core."""
import json
import sys
import time

import jinja2

templates, data, out, seconds = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
environment = jinja2.Environment(loader=jinja2.FileSystemLoader(templates), undefined=jinja2.StrictUndefined,
                                 autoescape=True, auto_reload=False)
with open(data, encoding="utf-8") as file:
    context = json.load(file)
page = environment.get_template("policy.html")
text = page.render(context)
pages = 0
start = time.perf_counter()
while (elapsed := time.perf_counter() - start) < seconds:
    page.render(context)
    pages += 1
with open(out, "w", encoding="utf-8", newline="") as file:
    file.write(text)
print(json.dumps({"version": jinja2.__version__, "pages": pages, "seconds": elapsed}))
