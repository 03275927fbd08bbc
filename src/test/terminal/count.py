"""Adds up Surefire's reports and prints one closing line."""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

tests = failures = skipped = 0
for report in pathlib.Path(sys.argv[1]).glob("TEST-*.xml"):
    suite = ElementTree.parse(report).getroot()
    tests += int(suite.get("tests"))
    failures += int(suite.get("failures")) + int(suite.get("errors"))
    skipped += int(suite.get("skipped"))

print(f"junit: {tests - failures - skipped} passed, {failures} failed, {skipped} skipped")
sys.exit(1 if failures or tests == 0 else 0)
