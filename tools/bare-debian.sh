#!/usr/bin/env bash
# Shows on a fresh Debian 13 that what was built can be installed: tools/bare-debian.sh [FOLDER], as root, after ./mvnw package.
# Needs debootstrap and the network for Debian's packages; Lente itself runs without a network. FOLDER keeps the system for the next time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
version=$(sed -n 's#^  <version>\(.*\)</version>#\1#p' pom.xml | head -n 1)
system=${1:-$(mktemp -d)}
fail() { echo "FAILED: $*" >&2; exit 1; }
step() { echo "== $*"; }
inside() { chroot "$system" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
# The network is gone for these; only the machine itself answers.
offline() { unshare --net -- sh -c 'ip link set lo up 2>/dev/null || ifconfig lo up; exec "$@"' sh chroot "$system" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "$@"; }

step "a fresh Debian 13"
[ -e "$system/etc/debian_version" ] || debootstrap --variant=minbase trixie "$system" http://deb.debian.org/debian >/dev/null
mountpoint -q "$system/proc" || mount -t proc proc "$system/proc"
trap 'umount "$system/proc" 2>/dev/null || true' EXIT
cat "$system/etc/debian_version"
inside sh -c 'apt-get -qq update && apt-get -qq install -y --no-install-recommends openjdk-21-jre-headless adduser >/dev/null'
inside java -version 2>&1 | head -n 1
if inside sh -c 'command -v mvn javac git'; then fail "this system is not bare"; fi

step "the archive, in a folder that its user cannot write, without a network"
rm -rf "$system/opt/lente-$version" "$system/var/tmp/index"
tar xzf "target/lente-$version.tar.gz" -C "$system/opt"
chmod -R a-w "$system/opt/lente-$version"
inside getent passwd reader >/dev/null || inside useradd --create-home reader
before=$(cd "$system/opt/lente-$version" && find . -type f | sort | xargs sha256sum | sha256sum)
cat > "$system/tmp/first-answer" <<'S'
#!/bin/sh
# Serves, waits for the first answer to a search, prints it.
"$@" >/tmp/serve.log 2>&1 &
server=$!
for i in $(seq 120); do
  answer=$( { exec 3<>/dev/tcp/127.0.0.1/7070; } 2>/dev/null && printf 'GET /api/v1/processes?q=%%22piazza+ciclabile%%22 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 && cat <&3) 2>/dev/null
  case $answer in *'"total":'[1-9]*) break ;; esac
  sleep 1
done
kill $server; wait $server
printf '%s\n' "$answer" | tail -n 1 | cut -c1-200
S
sed -i '1s#.*#\#!/bin/bash#' "$system/tmp/first-answer"; chmod 755 "$system/tmp/first-answer"
rm -f "$system/tmp/serve.log"
answer=$(offline runuser -u reader -- /tmp/first-answer "/opt/lente-$version/lente" serve --index /var/tmp/index)
echo "$answer"
grep -q '"total":[1-9]' <<<"$answer" || { cat "$system/tmp/serve.log"; fail "no answer"; }
[ "$before" = "$(cd "$system/opt/lente-$version" && find . -type f | sort | xargs sha256sum | sha256sum)" ] || fail "the folder changed"

step "an upgrade to another schema: the old version answers until the new one has its index"
older=$system/opt/lente-older
rm -rf "$older" "$system/var/tmp/upgrade"; cp -r "$system/opt/lente-$version" "$older"; chmod -R u+w "$older"
# The old version is this one with an older number of its schema.
(cd "$older" && jar xf lente.jar it/lente/engine/lucene/Schema.class && LC_ALL=C sed -i 's/lente-[0-9][0-9]-/lente-07-/' it/lente/engine/lucene/Schema.class &&
  jar uf lente.jar it/lente/engine/lucene/Schema.class && rm -r it)
cat > "$system/tmp/upgrade" <<'S'
#!/bin/bash
# upgrade OLDER NEWER: prints how often each status was answered.
status() { { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null && printf 'GET /api/v1/processes?q=piazza HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3 && head -c 12 <&3; }
mkdir /var/tmp/upgrade; cd /var/tmp/upgrade || exit 1
"$1/lente" serve --index index --port 7070 >older.log 2>&1 & older=$!
until [ "$(status 7070)" = "HTTP/1.1 200" ]; do sleep 1; done
echo 7070 >port
while [ ! -e end ]; do status "$(cat port)"; echo; sleep 0.1; done >answers & asking=$!
"$2/lente" index --index index --wait --ocr later >newer-index.log 2>&1 || exit 1
"$2/lente" serve --index index --port 7071 >newer.log 2>&1 & newer=$!
until grep -q '^Lente serves' newer.log; do sleep 1; done
echo 7071 >port.next; mv port.next port; sleep 3
kill $older; wait $older; sleep 3; touch end; wait $asking; kill $newer; wait $newer
sort answers | uniq -c
S
chmod 755 "$system/tmp/upgrade"
answers=$(offline runuser -u reader -- /tmp/upgrade /opt/lente-older "/opt/lente-$version")
echo "$answers"
[ "$(awk '{print $2, $3}' <<<"$answers")" = "HTTP/1.1 200" ] || fail "not every request was answered"
ls "$system/var/tmp/upgrade/index"

step "the package"
cp "target/lente_${version}_all.deb" "$system/tmp/"
inside apt-get -qq install -y --no-install-recommends "/tmp/lente_${version}_all.deb" >/dev/null
inside dpkg -s lente | grep -E '^(Status|Version|Depends|Recommends)'
cp -r "$system/opt/lente-$version/records/." "$system/srv/lente/records/"
cp -r "$system/opt/lente-$version/attachments/." "$system/srv/lente/attachments/"
collection=$(cd "$system/srv/lente" && find . -type f | sort | xargs -d '\n' sha256sum | sha256sum)
rm -f "$system/tmp/serve.log"
answer=$(offline runuser -u lente -- /tmp/first-answer /usr/bin/lente serve)
echo "$answer"
grep -q '"total":[1-9]' <<<"$answer" || { cat "$system/tmp/serve.log"; fail "no answer"; }

step "its removal leaves the collection alone"
inside apt-get -qq remove -y lente >/dev/null
[ ! -e "$system/usr/bin/lente" ] || fail "something stayed"
[ "$collection" = "$(cd "$system/srv/lente" && find . -type f | sort | xargs -d '\n' sha256sum | sha256sum)" ] || fail "the collection changed"
[ -e "$system/etc/lente/lente.properties" ] || fail "the settings went before a purge"
inside dpkg --purge lente >/dev/null
[ ! -e "$system/var/lib/lente" ] || fail "the index stayed after a purge"
[ "$collection" = "$(cd "$system/srv/lente" && find . -type f | sort | xargs -d '\n' sha256sum | sha256sum)" ] || fail "the collection changed"
echo "All of it held on Debian $(cat "$system/etc/debian_version")."
