# shellcheck shell=bash
# Part of script/test: the zip for PGXN, and from it the Debian packages, as they
# are installed, used and removed, and what "make uninstall" leaves.
#
# The packages are installed for a moment where that is possible without taking
# anything away; otherwise they are unpacked into WORK and tested there.

PACKAGE=					# the directory for all this, in WORK
ROOT=						# where the packages' files are: nowhere else, or a directory

# ---- what is needed ----

# The packages are built for the server under test, which must be Debian's own.
packages_possible()
{
	case $BINDIR in
		/usr/lib/postgresql/[1-9]*/bin) ;;
		*) return 1 ;;
	esac
	MAJOR=${BINDIR#/usr/lib/postgresql/}
	MAJOR=${MAJOR%/bin}
	command -v dpkg >/dev/null
}

# What building takes, without what is there for tests at build time only.
build_dependencies()
{
	sed -n '/^Build-Depends:/,/^[^ B]/s/^ \([^ ,]*\)\( (.*)\)\?,$/\1/p' "$PROJECT/debian/control" | sed 's/^debhelper-compat$/debhelper/'
}

need_package_tools()
{
	local package
	local -a missing=()

	command -v git >/dev/null || missing+=(git)
	command -v unzip >/dev/null || missing+=(unzip)
	command -v python3 >/dev/null || missing+=(python3)
	if packages_possible; then
		for package in build-essential $(build_dependencies); do
			[ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
		done
	fi
	[ ${#missing[@]} = 0 ] || apt_install "${missing[@]}"
}

# ---- the zip ----

metadata()
{
	run "$1" python3 "$WORK/src/test/package/metadata.py" "$WORK/src"
}

# The tree as it is, committed or not, before anything is built in it; it
# becomes a repository of its own.
prepare_packages()
{
	PACKAGE=$WORK/package
	mkdir "$PACKAGE" && cp -R "$WORK/src" "$PACKAGE/repository" && give "$PACKAGE"
}

# Every file of the tree is in the zip, except what is for the repository alone,
# and nothing else.
dist()
{
	local log=$1 repository=$PACKAGE/repository

	run "$log" git -C "$repository" init -q &&
		run "$log" git -C "$repository" add -A &&
		run "$log" git -C "$repository" -c user.name=test -c user.email=test@localhost commit -q -m tree &&
		run "$log" make -s -C "$repository" dist || return
	ZIP=$(find "$repository" -name '*.zip')
	NAME=$(basename "$ZIP" .zip)
	{
		echo "< in the tree, > in the zip"
		diff <(find "$repository" -name .git -prune -o -name '*.zip' -o \( -type f -o -type l \) -printf '%P\n' |
			grep -vE '^(\.ci/|\.github/|\.editorconfig$|\.gitattributes$|\.gitignore$)' | LC_ALL=C sort) \
			<(unzip -Z1 "$ZIP" | grep -v '/$' | sed "s|^$NAME/||" | LC_ALL=C sort)
	} >"$log" || return
	if unzip -Z1 "$ZIP" | grep -E '\.(o|bc|so|zip|deb)$|/(build|tmp_check|results)(-[0-9a-z]*)?/|/gireport--[0-9.]*\.sql$|/gireport-(load|review)$'; then
		return 1
	fi >"$log"
	run "$log" unzip -q "$ZIP" -d "$PACKAGE"
}

# ---- the packages ----

# Build them from the unpacked zip.  The control file in the tree is that of one
# release of Debian.
build_packages()
{
	local log=$1 tree=$PACKAGE/$NAME

	if ! grep -q "^Package: postgresql-$MAJOR-" "$tree/debian/control"; then
		run "$log" env -C "$tree" PG_SUPPORTED_VERSIONS="$MAJOR" pg_buildext updatecontrol || return
	fi
	LIMIT=600 run "$log" env -C "$tree" PG_SUPPORTED_VERSIONS="$MAJOR" DEB_BUILD_PROFILES=nocheck \
		DEB_BUILD_OPTIONS="nocheck noautodbgsym parallel=$JOBS" dpkg-buildpackage -b -us -uc || return
	EXTENSION_DEB=$(find "$PACKAGE" -maxdepth 1 -name "postgresql-$MAJOR-${EXTENSION}_*.deb")
	CLIENT_DEB=$(find "$PACKAGE" -maxdepth 1 -name "$EXTENSION-client_*.deb")
	[ -f "$EXTENSION_DEB" ] && [ -f "$CLIENT_DEB" ]
}

# The files of a package, without its documentation.
package_files()
{
	dpkg-deb --fsys-tarfile "$1" | tar -tf - | sed -n 's|^\.\(/.*[^/]\)$|\1|p' | grep -v '^/usr/share/doc/' | LC_ALL=C sort
}

# What is to be in the packages, told by the sources.
wanted_files()
{
	local library share version client

	library=$("$PG_CONFIG" --pkglibdir)
	share=$("$PG_CONFIG" --sharedir)/extension
	version=$(sed -n "s/^default_version *= *'\(.*\)'/\1/p" "$WORK/src/$EXTENSION.control")
	case $1 in
		extension)
			echo "$library/$EXTENSION.so"
			echo "$share/$EXTENSION.control"
			echo "$share/$EXTENSION--$version.sql"
			find "$WORK/src/sql/upgrade" -name '*.sql' -printf "$share/%f\n" 2>/dev/null
			if grep -q '^with_llvm.*yes' "$("$PG_CONFIG" --pgxs | sed 's|makefiles/pgxs.mk$|Makefile.global|')"; then
				echo "$library/bitcode/$EXTENSION.index.bc"
				find "$WORK/src/src" -path '*/bin' -prune -o -path '*/gen' -prune -o -name '*.c' -printf "src/%P\n" |
					sed "s|^\(.*\)\.c\$|$library/bitcode/$EXTENSION/\1.bc|"
			fi
			;;
		client)
			for client in load review; do
				echo "/usr/bin/$EXTENSION-$client"
				echo "/usr/share/man/man1/$EXTENSION-$client.1.gz"
			done
			;;
	esac | LC_ALL=C sort
}

package_contents()
{
	echo "< wanted, > in the package" >"$1"
	diff <(wanted_files extension) <(package_files "$EXTENSION_DEB") >>"$1" &&
		diff <(wanted_files client) <(package_files "$CLIENT_DEB") >>"$1"
}

# Everything of that name where packages put files.
system_files()
{
	find /usr /etc /var/lib -xdev -name "*$EXTENSION*" 2>/dev/null | LC_ALL=C sort
}

# May they be installed?  Not over anything that is there, and only if nothing
# else has to be installed, changed or removed for them.
may_install()
{
	local file

	[ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null || return
	while IFS= read -r file; do
		[ ! -e "$file" ] || return
	done < <(package_files "$EXTENSION_DEB"; package_files "$CLIENT_DEB")
	LC_ALL=C apt-get -s --no-install-recommends install "$EXTENSION_DEB" "$CLIENT_DEB" >"$PACKAGE/simulation" 2>&1 &&
		! grep -E '^(Inst|Remv) ' "$PACKAGE/simulation" | grep -qv "^Inst [^ ]*$EXTENSION"
}

# Others who test on this machine wait for their turn to install; the lock is
# one on the servers' directory.
install_packages()
{
	local log=$1

	exec 8<"$BINDIR"
	flock -w 300 8
	system_files >"$PACKAGE/before"
	if may_install; then
		ROOT=
		# shellcheck disable=SC2034	# read in lib.sh
		PURGE=("postgresql-$MAJOR-$EXTENSION" "$EXTENSION-client")
		as_root setsid -w dpkg -i "$EXTENSION_DEB" "$CLIENT_DEB" </dev/null >"$log" 2>&1
	else
		say "  the packages are unpacked, not installed"
		ROOT=$PACKAGE/root
		dpkg-deb -x "$EXTENSION_DEB" "$ROOT" >"$log" 2>&1 && dpkg-deb -x "$CLIENT_DEB" "$ROOT" >>"$log" 2>&1
	fi
}

purged()
{
	purge_packages >"$1" 2>&1 && system_files >"$PACKAGE/after" &&
		diff "$PACKAGE/before" "$PACKAGE/after" >"$1"
}

# A server that knows of nothing but what is installed, or unpacked.
start_package_server()
{
	local log=$1

	run "$log" "$BINDIR/initdb" -D "$PACKAGE/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync || return
	[ -z "$ROOT" ] || extension_settings "$log" "$PACKAGE/data" "$ROOT" >>"$PACKAGE/data/postgresql.conf" || return
	run "$log" "$BINDIR/pg_ctl" -D "$PACKAGE/data" -l "$PACKAGE/server.log" -w -t 60 \
		-o "-p 54322 -k $PACKAGE -c listen_addresses= -c fsync=off" start
}

# The clients are of this version, and the extension reads a report that they
# load.  The numbers are those of test/corpus/expected.tsv.
use_packages()
{
	local log=$1 status=0 client
	local -a here=(env PGHOST="$PACKAGE" PGPORT=54322 PGUSER=postgres PGDATABASE=postgres)

	start_package_server "$log" || { cat "$PACKAGE/server.log" >>"$log"; return 1; }
	{
		for client in load review; do
			run_here "$ROOT/usr/bin/$EXTENSION-$client" --version
		done
		run_here "${here[@]}" "$BINDIR/psql" -X -q -c "CREATE EXTENSION $EXTENSION"
		run_here "${here[@]}" "$ROOT/usr/bin/$EXTENSION-load" --create "$WORK/src/test/corpus/y_tab_001.txt" 2>&3 >&3
		run_here "${here[@]}" "$BINDIR/psql" -X -At -c \
			"SELECT (report).year, ((report).requests).received.total, gireport_valid(report) FROM gireport_files"
	} </dev/null >"$log" 2>&1 3>"$log.load"
	diff - "$log" >"$log.diff" <<-END || status=1
		$EXTENSION-load (gireport) ${NAME#"$EXTENSION-"}
		$EXTENSION-review (gireport) ${NAME#"$EXTENSION-"}
		2023|2|t
	END
	run "$log" "$BINDIR/pg_ctl" -D "$PACKAGE/data" -m fast -w stop || return
	cat "$log.load" "$log.diff" >"$log"
	return "$status"
}

# ---- make uninstall ----

# Of an installation among other files nothing is left, and nothing else is
# gone.  It is the build of the packages that is installed, bitcode and all.
uninstall_leaves_nothing()
{
	local log=$1 tree=$PACKAGE/$NAME destination=$PACKAGE/destination
	local -a make=(make -s -C "$tree/build-$MAJOR" -f "$tree/Makefile" VPATH="$tree" PG_CONFIG="$PG_CONFIG" DESTDIR="$destination")

	cp -a "$tree/build-client/." "$tree/build-$MAJOR" &&
		run "$log" "${make[@]}" install || return
	diff <({ wanted_files extension; wanted_files client; } | sed 's|.*/||; s|\.gz$||' | LC_ALL=C sort) \
		<(find "$destination" -type f -printf '%f\n' | LC_ALL=C sort) >"$log" || return
	find "$destination" -type d -exec touch {}/neighbour \;
	find "$destination" -name neighbour | LC_ALL=C sort >"$PACKAGE/neighbours"
	run "$log" "${make[@]}" uninstall &&
		find "$destination" -type f | LC_ALL=C sort | diff <(grep -v '/bitcode/gireport/' "$PACKAGE/neighbours") - >"$log"
}

# ---- all of it ----

package_tests()
{
	check "META.json is what PGXN takes, and the versions agree" metadata
	check "make dist: all that belongs into it, nothing else" dist || return
	if ! packages_possible; then
		say "  this server is not Debian's: no packages are built"
		return
	fi
	check "Debian packages from the unpacked zip" build_packages || return
	check "the packages hold what they should" package_contents
	check "installation of the packages" install_packages &&
		check "the packages at work" use_packages
	check "removing the packages leaves nothing" purged
	exec 8<&-
	check "make uninstall leaves nothing" uninstall_leaves_nothing
}
