# Every command a person needs. `make help` lists them.

SHELL := /bin/bash
.DEFAULT_GOAL := help
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# Debian packages: what the build needs, what the tests need besides, what packaging needs besides.
BUILD_PACKAGES := libexpat1-dev libpango1.0-dev libsodium-dev libsqlite3-dev libsystemd-dev libudev-dev \
	libxlsxwriter-dev libzip-dev fonts-croscore pkg-config tzdata
TEST_PACKAGES := umockdev libumockdev-dev poppler-utils udev systemd
PACKAGING_PACKAGES := debhelper lintian man-db mmdebstrap systemd-container
# What 'make bench' compares with: a daemon's library, and LibreOffice.
BENCH_PACKAGES := libreoffice-writer-nogui python3-serial
# Dates and shares must not depend on who runs this.
export LC_ALL := C.UTF-8
# How long the soak starts rounds, in minutes of the wall clock; and the minutes that the wire's property test simulates.
MINUTES ?= 10
WIRE_MINUTES ?= 100000
SECONDS ?= 60
POWER_CUTS ?= 2000
# One set of flags, or every other target would build all of it again.
RELEASE_BUILD := swift build -c release --static-swift-stdlib

# Where 'make install' puts things; systemd, udev and shells look there.
PREFIX ?= /usr/local
SYSCONFDIR ?= /etc
UNITDIR ?= $(PREFIX)/lib/systemd/system
UDEVDIR ?= $(PREFIX)/lib/udev/rules.d
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
DIST := .build/dist
VERSION := $(shell sed -n 's/.*current = "\(.*\)"/\1/p' Sources/hailong/Version.swift)
# Tests with real ptys and processes, or that hold the service to a time: they share two cores badly, so they run one at a
# time.
LIVE_TESTS := (DevicesTests|SimulatorTests|ServiceTests|IntakeTests\.RealStoreTests)[./]
# Those of them that mostly wait, and block no thread that others need: they run beside each other.
WAITING_TESTS := ServiceTests\.(ControlSocketTests|DemoTests|UdevTests/manyAtOnce|WatchdogTests)[./(]
# Those of them in which threads meet within the tests' own process, where a sanitizer sees them.
THREAD_TESTS := (DevicesTests|IntakeTests\.RealStoreTests)[./]
# Tests with a real kernel in QEMU: `make e2e` alone runs them.
E2E_TESTS := EndToEndTests\.
# Every fault at once, at length: `make soak` alone runs it.
SOAK_TESTS := ServiceTests\.SoakTests
# Runs a command with pseudo-terminals of its own: the kernel gives their numbers out again, and a link that another
# simulator left behind would lead a foreign service to boxes of this one.
OWN_TERMINALS := unshare $(if $(SUDO),--map-root-user) --mount \
	sh -c 'mount -t devpts -o newinstance,ptmxmode=0666 devpts /dev/pts && exec "$$@"' sh
# Swift keeps flags in the pointers that the leak detector looks for.
WITH_ASAN := ASAN_OPTIONS=detect_leaks=0
ASAN_BUILD := --sanitize=address --scratch-path .build/asan
TSAN_BUILD := --sanitize=thread --scratch-path .build/tsan
# Addresses are not randomised: the sanitizer's shadow memory has its places.
WITH_TSAN := TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/thread-sanitizer.supp setarch -R
# Debian packages: what those need. The guest is made of the host's busybox, udev and kmod, and of Debian's kernel.
E2E_PACKAGES := binutils busybox-static cpio kmod qemu-system-x86 udev xz-utils
E2E_FOLDER := .build/e2e

.PHONY: help deps test-deps bench-deps packaging-deps build demo run test test-tsan test-asan e2e soak soak-asan fuzz \
	bench bench-large dist install install-files deb check-unit check-deb format lint

help: ## Lists the targets.
	@grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-10s %s\n", $$1, $$2 }'

define install-packages
present=$$(dpkg-query -W -f='$${Package} $${Status}\n' $(1) 2>/dev/null | grep -c 'ok installed'); \
if [ "$$present" != "$(words $(1))" ]; then \
	$(SUDO) apt-get update -qq && \
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1); \
fi
endef

deps: ## Installs the Debian packages that the build needs.
	@$(call install-packages,$(BUILD_PACKAGES))

test-deps: deps
	@$(call install-packages,$(TEST_PACKAGES))

packaging-deps: test-deps
	@$(call install-packages,$(PACKAGING_PACKAGES))

build: deps ## Builds the service for release.
	$(RELEASE_BUILD) --product hailong

demo: build ## Plays the golden month on simulated boxes, prints Phụ lục II, and stays up until Ctrl-C.
	@.build/release/hailong demo --config config

run: build ## Runs the service on the ports of config/hailong.yaml, with its data in ./data.
	.build/release/hailong serve --data-dir data --config config

test: test-deps lint check-unit ## Installs what the tests need and runs them all.
	firmware-protocol/embedded/check
	KIOSK_MINUTES=2000 swift test -c release --package-path firmware-protocol
	swift test --skip '$(LIVE_TESTS)' --skip '$(E2E_TESTS)'
	swift test --skip-build --filter '$(WAITING_TESTS)'
	swift test --skip-build --no-parallel --filter '$(LIVE_TESTS)' --skip '$(WAITING_TESTS)' --skip '$(SOAK_TESTS)'

e2e: test-deps ## Runs the service on a real kernel in QEMU, boxes and a keyboard plugged in and pulled (e2e/README.md).
	@$(call install-packages,$(E2E_PACKAGES))
	swift build -c release --product hailong --static-swift-stdlib
	e2e/make-image $(E2E_FOLDER) .build/release/hailong
	HAILONG_E2E=$(CURDIR)/$(E2E_FOLDER) swift test --no-parallel --filter '$(E2E_TESTS)' || \
		{ tail -n 60 $(E2E_FOLDER)/*.log; exit 1; }

define soak-rounds
HAILONG_SOAK_MINUTES=$(MINUTES) $(if $(SEED),HAILONG_SOAK_SEED=$(SEED)) $(if $(ROUND),HAILONG_SOAK_ROUND=$(ROUND)) \
	$(OWN_TERMINALS) swift test $(1) --no-parallel --filter '$(SOAK_TESTS)'
endef

soak: test-deps ## Every fault at length: on the wire, POWER_CUTS=2000, and on the real service; MINUTES=10, SEED=… ROUND=… again.
	$(if $(ROUND),,KIOSK_MINUTES=$(WIRE_MINUTES) $(if $(SEED),KIOSK_SEED=$(SEED)) \
		swift test -c release --package-path firmware-protocol --filter Property)
	$(if $(ROUND),,HAILONG_POWER_CUTS=$(POWER_CUTS) $(if $(SEED),HAILONG_POWER_SEED=$(SEED)) \
		swift test --no-parallel --filter PowerCutTests)
	$(call soak-rounds,)

soak-asan: test-deps ## The rounds of soak on the real service alone, under Address Sanitizer.
	$(WITH_ASAN) $(call soak-rounds,$(ASAN_BUILD))

# Each builds apart. Under Thread Sanitizer tests run one at a time: it slows all code down, and a time limit is for one
# test, not for all beside it.
test-tsan: test-deps ## Runs the tests of the wire and of all rooms under Thread Sanitizer.
	$(WITH_TSAN) swift test --sanitize=thread --scratch-path .build/tsan-wire --package-path firmware-protocol
	$(WITH_TSAN) swift test $(TSAN_BUILD) --no-parallel --skip '$(LIVE_TESTS)' --skip '$(E2E_TESTS)'
	$(WITH_TSAN) swift test $(TSAN_BUILD) --skip-build --no-parallel --filter '$(THREAD_TESTS)'

test-asan: test-deps ## Runs the tests of the wire and of all rooms under Address Sanitizer.
	$(WITH_ASAN) swift test --sanitize=address --scratch-path .build/asan-wire --package-path firmware-protocol
	$(WITH_ASAN) swift test $(ASAN_BUILD) --skip '$(LIVE_TESTS)' --skip '$(E2E_TESTS)'
	$(WITH_ASAN) swift test $(ASAN_BUILD) --skip-build --no-parallel --filter '$(THREAD_TESTS)'

fuzz: deps ## libFuzzer on everything that reads what a box or a person made, for SECONDS=60 a target.
	fuzz/run $(SECONDS)

bench: build bench-deps ## Measures speed, each figure beside its bound in the same run (docs/performance.md).
	$(RELEASE_BUILD) --product Bench
	.build/release/Bench

bench-large: build bench-deps ## The same, and what ledgers of 10⁷ presses bring.
	$(RELEASE_BUILD) --product Bench
	.build/release/Bench --large

bench-deps: deps
	@$(call install-packages,$(BENCH_PACKAGES))

dist: build # The man page and the completions, made from the commands themselves.
	swift build -c release --package-path .build/checkouts/swift-argument-parser --scratch-path .build/manual \
		--product generate-manual
	mkdir -p $(DIST)
	packaging/manual .build/manual/release/generate-manual .build/release/hailong "$$(git log -1 --format=%cs)" $(DIST)
	set -e; for shell in bash zsh fish; do \
		.build/release/hailong --generate-completion-script $$shell > $(DIST)/hailong.$$shell; \
	done
	sed -i '1{/^#!/d}' $(DIST)/hailong.bash
	set -e; for licence in .build/checkouts/*/LICENSE* .build/checkouts/*/NOTICE*; do \
		printf '==== %s ====\n\n' "$${licence#.build/checkouts/}"; cat "$$licence"; echo; \
	done > $(DIST)/third-party-notices.txt

install: dist install-files ## Installs below PREFIX (/usr/local) and DESTDIR: service, rules, man page, completions.
	@[ -n "$(DESTDIR)" ] || echo 'Next: systemd-sysusers; systemctl daemon-reload; systemctl enable --now hailong'

install-files:
	install -D -s -m 755 .build/release/hailong $(DESTDIR)$(PREFIX)/bin/hailong
	[ -e $(DESTDIR)$(SYSCONFDIR)/hailong/hailong.yaml ] || \
		install -D -m 644 config/hailong.yaml $(DESTDIR)$(SYSCONFDIR)/hailong/hailong.yaml
	install -d $(DESTDIR)$(UNITDIR) $(DESTDIR)$(UDEVDIR)
	sed 's#/usr/bin/#$(PREFIX)/bin/#; s# /etc/# $(SYSCONFDIR)/#' packaging/hailong.service \
		> $(DESTDIR)$(UNITDIR)/hailong.service
	chmod 644 $(DESTDIR)$(UNITDIR)/hailong.service
	$(if $(wildcard config/udev/*.rules),install -m 644 $(wildcard config/udev/*.rules) $(DESTDIR)$(UDEVDIR))
	install -D -m 644 packaging/hailong.sysusers $(DESTDIR)$(PREFIX)/lib/sysusers.d/hailong.conf
	install -D -m 644 $(DIST)/hailong.1 $(DESTDIR)$(PREFIX)/share/man/man1/hailong.1
	install -D -m 644 $(DIST)/hailong.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/hailong
	install -D -m 644 $(DIST)/hailong.zsh $(DESTDIR)$(ZSHDIR)/_hailong
	install -D -m 644 $(DIST)/hailong.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/hailong.fish
	install -D -m 644 $(DIST)/third-party-notices.txt $(DESTDIR)$(PREFIX)/share/doc/hailong/third-party-notices.txt
	install -d $(DESTDIR)$(PREFIX)/share/doc/hailong/examples
	cp -r --no-preserve=mode,ownership config/soc-trang $(DESTDIR)$(PREFIX)/share/doc/hailong/examples

deb: packaging-deps dist ## Builds the Debian package into .build/deb.
	rm -rf .build/deb
	mkdir -p .build/deb
	printf 'hailong ($(VERSION)) unstable; urgency=medium\n\n  * See the history of the repository.\n\n -- %s  %s\n' \
		"$$(sed -n 's/^Maintainer: //p' debian/control)" "$$(git log -1 --format=%aD)" > debian/changelog
	DEB_RULES_REQUIRES_ROOT=no debian/rules binary
	debian/rules clean
	@ls -l .build/deb

check-unit: test-deps ## Checks the service's unit: no complaint of systemd, and hardened as it should be.
	packaging/check-unit packaging/hailong.service

check-deb: deb ## Lints the package; installs, upgrades, removes and purges it in a fresh Debian below .build.
	$(SUDO) packaging/check-deb .build/deb/hailong_$(VERSION)_*.deb

format: ## Formats the source.
	swift format format --in-place --recursive --parallel Package.swift Sources Tests firmware-protocol fuzz/Package.swift fuzz/Sources

lint: ## Checks the source's format.
	swift format lint --strict --recursive --parallel Package.swift Sources Tests firmware-protocol \
		fuzz/Package.swift fuzz/Sources
