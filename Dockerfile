# syntax=docker/dockerfile:1

# Lectern with a browser and fonts:
#
#   docker build -t lectern .
#   docker run --rm -v "$PWD:/talks" lectern build talk.md

FROM node:24-bookworm-slim AS package
WORKDIR /src
COPY . .
RUN npm ci && mkdir /package && npm pack --pack-destination /package

FROM node:24-bookworm-slim

# For scripts that no theme has letters of; add fonts-noto-cjk for Chinese, Japanese and Korean.
ARG FONTS="fonts-noto-core"

# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends chromium-headless-shell tini ${FONTS} \
    && rm -rf /var/lib/apt/lists/*

RUN --mount=type=bind,from=package,source=/package,target=/package \
    npm install --global --no-audit --no-fund /package/lectern-*.tgz \
    && npm cache clean --force \
    && rm -rf ~/.npm \
    && install --directory --mode=1777 /var/cache/lectern /talks

COPY --chmod=755 scripts/container-browser.sh /usr/local/bin/container-browser

# The cache and the home folder can be written by any user, so that --user works.
ENV HOME=/tmp \
    LECTERN_BROWSER=/usr/local/bin/container-browser \
    LECTERN_CACHE=/var/cache/lectern

USER node
WORKDIR /talks
EXPOSE 4880
ENTRYPOINT ["tini", "--", "lectern"]
CMD ["--help"]
