#!/bin/sh
# Gradescope runs this once, as it builds the image: unpacks the nabla-*.tar.gz that was uploaded with this file.
set -e
cd "${AUTOGRADER:-/autograder}"
mkdir -p nabla
tar xzf source/nabla-*.tar.gz -C nabla --strip-components=1
