"""Adds up Surefire's reports and prints what has failed, then one closing line.

A test that was skipped for a program that is missing has failed.
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

tests = failures = skipped = 0
missing = {}
for report in pathlib.Path(sys.argv[1]).glob("TEST-*.xml"):
    suite = ElementTree.parse(report).getroot()
    tests += int(suite.get("tests"))
    failures += int(suite.get("failures")) + int(suite.get("errors"))
    for case in suite.iter("testcase"):
        for fault in [*case.iter("failure"), *case.iter("error")]:
            print(f"FAILED {case.get('classname')}.{case.get('name')}: {fault.get('message') or fault.get('type')}")
        for skip in case.iter("skipped"):
            skipped += 1
            reason = skip.get("message") or skip.text or ""
            if "missing program" in reason:
                missing[f"{case.get('classname')}.{case.get('name')}"] = reason.strip().splitlines()[0]

for name, reason in sorted(missing.items()):
    print(f"{name} was skipped: {reason}")
print(f"junit: {tests - failures - skipped} passed, {failures} failed, {skipped} skipped")
sys.exit(1 if failures or missing or tests == 0 else 0)
