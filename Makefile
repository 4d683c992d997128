# Every command a person needs. `make help` lists them.

SHELL := /bin/bash
.DEFAULT_GOAL := help
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# Debian packages: what the build needs.
BUILD_PACKAGES := libsqlite3-dev libsodium-dev libudev-dev pkg-config tzdata
# What the tests need on top of that: a udev to command.
TEST_PACKAGES := umockdev libumockdev-dev udev
# Dates and shares must not depend on who runs this.
export LC_ALL := C.UTF-8
MINUTES ?= 100000
# Tests with real ptys and processes: they share two cores badly, so they run one at a time.
LIVE_TESTS := (DevicesTests|SimulatorTests|ServiceTests)\.

# $(call install,PACKAGES): those that are missing.
install = missing=$$(dpkg-query -W -f='$${Status}\n' $(1) 2>/dev/null | grep -c 'ok installed'); \
	if [ "$$missing" != "$(words $(1))" ]; then \
		$(SUDO) apt-get update -qq && \
		$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1); \
	fi

.PHONY: help deps test-deps build demo run test soak bench format lint

help: ## Lists the targets.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-8s %s\n", $$1, $$2 }'

deps: ## Installs the Debian packages that the build needs.
	@$(call install,$(BUILD_PACKAGES))

test-deps: deps
	@$(call install,$(TEST_PACKAGES))

build: deps ## Builds the service for release.
	swift build -c release --product hailong

demo: build ## Plays the golden month on simulated boxes, prints Phụ lục II, and stays up until Ctrl-C.
	@.build/release/hailong demo --config config

run: build ## Runs the service on the ports of config/hailong.yaml, with its data in ./data.
	.build/release/hailong serve --data-dir data --config config

test: test-deps lint ## Installs what the tests need and runs them all.
	firmware-protocol/embedded/check
	KIOSK_MINUTES=2000 swift test -c release --package-path firmware-protocol
	swift test --skip '$(LIVE_TESTS)'
	swift test --skip-build --no-parallel --filter '$(LIVE_TESTS)'

soak: deps ## The property test of the wire at length: MINUTES=100000 simulated minutes.
	KIOSK_MINUTES=$(MINUTES) swift test -c release --package-path firmware-protocol --filter Property

bench: deps ## Measures speed beside its bound in the same run.
	swift build -c release --product Bench
	.build/release/Bench

format: ## Formats the source.
	swift format format --in-place --recursive --parallel Package.swift Sources Tests firmware-protocol

lint: ## Checks the source's format.
	swift format lint --strict --recursive --parallel Package.swift Sources Tests firmware-protocol
