#!/bin/sh
# Runs Redocly and Spectral on target/openapi.json, the served description that OpenApiTest writes there.
# Without npm or its registry nothing is checked, and the reason is printed.
set -u
cd "$(dirname "$0")/../.."
described=target/openapi.json
linters=target/openapi-lint
bin=$linters/node_modules/.bin

skip() {
  echo "SKIPPED openapi-lint: $1." >&2
  exit 0
}

[ -f "$described" ] || skip "OpenApiTest has not written $described"
command -v npm >/dev/null || skip "npm is not installed"
mkdir -p "$linters"
timeout 120 npm install --prefix "$linters" --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel=error \
  --fetch-retries=1 @redocly/cli@2.77.0 @stoplight/spectral-cli@6.16.3 || skip "npm cannot install the linters"

export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
"$bin/redocly" --version >/dev/null 2>&1 && "$bin/spectral" --version >/dev/null 2>&1 ||
  skip "the linters do not run on Node $(node --version)"
"$bin/redocly" lint --config tools/openapi/redocly.yaml "$described" &&
  "$bin/spectral" lint --fail-severity=hint --ruleset tools/openapi/spectral.yaml "$described"
