#!/usr/bin/env bash
# Lays the application out for a fast start: prepare.sh JAR DIRECTORY
# Unpacks the jar and records an ahead-of-time cache (JDK 25) in a run that starts the application once and stops.
# Start it afterwards, with the same JDK, by: cd DIRECTORY && java -XX:AOTCache=waymark.aot -jar waymark.jar
set -euo pipefail

if [ $# -ne 2 ] || [ ! -f "$1" ]; then
  echo "usage: prepare.sh JAR DIRECTORY; build the jar first with: mvn package" >&2
  exit 2
fi
jar=$(realpath "$1")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if ! "$java" -XX:AOTCacheOutput=/dev/null -version >/dev/null 2>&1; then
  echo "prepare.sh: $java is older than Java 25; set JAVA_HOME to a JDK 25" >&2
  exit 2
fi
mkdir -p "$2"
cd "$2"
"$java" -Djarmode=tools -jar "$jar" extract --destination . --force
[ "$(basename "$jar")" = waymark.jar ] || mv "$(basename "$jar")" waymark.jar

# The trial run keeps its database in memory and takes ports of its own, so that it disturbs nothing.
"$java" -XX:AOTCacheOutput=waymark.aot \
  -Dspring.context.exit=onRefresh \
  -Dspring.datasource.url='jdbc:h2:mem:prepare;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH' \
  -Dserver.port=0 -Dmanagement.server.port=0 \
  -jar waymark.jar
test -s waymark.aot
